package no.avstemt.web.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.finding.FindingStore.PlacedFinding;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.finding.ListFindings.Found;
import no.avstemt.application.watch.ConfirmChange;
import no.avstemt.application.watch.TakeSalesUnit;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.web.connection.NewUnitRoutes;
import no.avstemt.web.finding.FindingsPage.Shown;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** What an accountant should see of one client account, each finding with where it is and what to do. */
public final class FindingPages {

    private static final int PER_PAGE = 100;
    private static final Param<Optional<Long>> FINDING = Param.optional(
                    Addresses.FINDING, ParamType.number(1, 999_999_999_999_999_999L))
            .describedAs("Gives the page that this finding stands on, where no page is asked for");
    private static final Param<Optional<Long>> PAGE =
            Param.optional(Paged.PAGE.name(), ParamType.number(1, 1_000_000_000));
    private static final Param<Boolean> CLOSED_TOO = Param.withDefault("show", choices(), "all");

    private final ListFindings listFindings;
    private final ClientFrames frames;

    public FindingPages(ListFindings listFindings, ClientFrames frames) {
        this.listFindings = listFindings;
        this.frames = frames;
    }

    private static ParamType<Boolean> choices() {
        Map<String, Boolean> values = new LinkedHashMap<>();
        values.put("open", false);
        values.put("all", true);
        return ParamType.choice(values);
    }

    public List<Route> routes() {
        return List.of(Route.get("/findings")
                .toReaders()
                .ofClient()
                .takes(CLOSED_TOO, PAGE, FINDING)
                .answers(RouteDraft.HTML)
                .says("The findings of one client account: open ones first, then those whose cause is gone.")
                .by(this::show));
    }

    private Reply show(Request request) {
        boolean closedToo = request.get(CLOSED_TOO);
        Paged paged = new Paged(page(request, closedToo), PER_PAGE);
        Found found = listFindings.run(request.client(), closedToo, paged.offset(), PER_PAGE);
        long pages = paged.pages(found.count());
        FindingsPage page = new FindingsPage(
                frames.frame(request, RailPage.FINDINGS),
                request.client().toString(),
                count(found.count(), closedToo, request),
                List.of(filter("open", !closedToo, request), filter("all", closedToo, request)),
                found.page().stream().map(placed -> shown(placed, request)).toList(),
                paged.page() > 1 ? address(request, paged.page() - 1) : "",
                paged.page() < pages ? address(request, paged.page() + 1) : "");
        return Reply.page(new View("finding/findings.jte", page));
    }

    private long page(Request request, boolean closedToo) {
        return request.get(PAGE)
                .or(() -> request.get(FINDING)
                        .flatMap(id -> listFindings.pageOf(request.client(), closedToo, id, PER_PAGE)))
                .orElse(1L);
    }

    private static String count(long count, boolean closedToo, Request request) {
        if (count == 0) {
            return request.texts().get(closedToo ? "findings.none" : "findings.noneOpen");
        }
        return request.texts()
                .get(
                        closedToo ? "findings.count" : "findings.countOpen",
                        request.formats().count(count));
    }

    private static Link filter(String name, boolean chosen, Request request) {
        String address = Addresses.findings(request.client())
                .with(CLOSED_TOO.name(), name)
                .toString();
        String key = "findings.show." + name;
        return new Link(request.texts().get(key), address, chosen);
    }

    private static String address(Request request, long page) {
        return Addresses.findings(request.client())
                .with(CLOSED_TOO.name(), request.get(CLOSED_TOO) ? "all" : "open")
                .with(Paged.PAGE.name(), page)
                .toString();
    }

    private static Shown shown(PlacedFinding placed, Request request) {
        StoredFinding stored = placed.stored();
        Finding finding = stored.finding();
        Texts texts = request.texts();
        Formats formats = request.formats();
        FindingText text = FindingText.of(finding, texts, formats);
        return new Shown(
                "finding-" + stored.id(),
                finding.code().number(),
                text.title(),
                text.happened(),
                text.todo(),
                amount(finding.amount(), formats),
                texts.get("findings.where", finding.ledger().value(), formats.date(finding.ledgerDate())),
                texts.get("findings.found", formats.dateAndTime(stored.foundAt())),
                stored.closedAt()
                        .map(at -> texts.get("findings.closed", formats.dateAndTime(at)))
                        .orElse(""),
                links(placed, request),
                settle(stored, request),
                confirm(stored, request));
    }

    private static String confirm(StoredFinding stored, Request request) {
        boolean mayBe = ConfirmChange.canConfirm(stored.finding())
                && stored.closedAt().isEmpty()
                && request.caller().mayWrite();
        return mayBe ? Addresses.confirmChange(request.client(), stored.id()).path() : "";
    }

    /** Only of a dispute that stands, and for those who may book it. */
    private static String settle(StoredFinding stored, Request request) {
        boolean mayBe = stored.finding().code() == FindingCode.DISPUTE_STANDING
                && stored.closedAt().isEmpty()
                && request.caller().mayWrite();
        return mayBe ? Addresses.settleDispute(request.client(), stored.id()).path() : "";
    }

    private static List<Link> links(PlacedFinding placed, Request request) {
        ClientAccountId client = request.client();
        Texts texts = request.texts();
        List<Link> links = new ArrayList<>();
        if (placed.stored().finding().code() == FindingCode.EXCHANGE_RATE_MISSING) {
            links.add(Link.to(
                    texts.get("rate.title"), Addresses.exchangeRates(client).toString()));
        }
        unitToTake(placed.stored())
                .map(handle ->
                        NewUnitRoutes.address(client, placed.stored().finding().ledger(), handle))
                .ifPresent(address -> links.add(Link.to(texts.get("unit.submit"), address.toString())));
        placed.settlementEntryId()
                .ifPresent(id -> links.add(Link.to(
                        texts.get("findings.entry"),
                        Addresses.settlementEntry(client, id).toString())));
        placed.stored()
                .finding()
                .sale()
                .ifPresent(id -> links.add(Link.to(
                        texts.get("findings.sale"), Addresses.sale(client, id).toString())));
        placed.booked()
                .ifPresent(place -> links.add(Link.to(
                        texts.get("findings.booked", place.fiscalYear() + "/" + place.number()),
                        Addresses.journalLine(client, place.entryId(), place.lineNo())
                                .toString())));
        LocalDate day = placed.stored().finding().ledgerDate();
        links.add(Link.to(
                texts.get("findings.day", request.formats().date(day)),
                Addresses.generalLedger(client)
                        .with("date_from", day)
                        .with("date_to", day)
                        .toString()));
        return links;
    }

    /** A sales unit that came to the ledger and waits for answers. */
    private static Optional<String> unitToTake(StoredFinding stored) {
        return Optional.ofNullable(stored.finding().facts().get("unit"))
                .filter(unit -> TakeSalesUnit.isAskedFor(stored.finding())
                        && stored.closedAt().isEmpty());
    }

    /** Kroner go without saying, and so does nothing: some findings are about no amount. */
    private static String amount(Money amount, Formats formats) {
        if (amount.minor() == 0) {
            return "";
        }
        String figure = formats.amount(amount.minor());
        return amount.currency().equals(Money.NOK)
                ? figure
                : figure + " " + amount.currency().getCurrencyCode();
    }
}
