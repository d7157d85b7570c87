package no.avstemt.web.posting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.opening.OpenBooks;
import no.avstemt.application.opening.OpeningFault;
import no.avstemt.application.opening.OpeningFile;
import no.avstemt.application.opening.OpeningLine;
import no.avstemt.application.opening.OpeningRefused;
import no.avstemt.application.opening.OpeningSheet;
import no.avstemt.application.opening.OpeningSheet.Row;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.domain.text.PlainText;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Link;
import no.avstemt.web.table.BroughtTable;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** Opening balances: what Vipps tells, the accountant's list, a look at both, and the entry. */
public final class OpeningPages {

    private static final String PATH = "/opening-balances";
    private static final Param<String> LIST = BroughtTable.pasted("list");
    private static final Param<Boolean> POST =
            Param.withDefault("post", posting(), "look").inForm();

    private static final Param<String> HELD_REASON =
            Param.withDefault("held_reason", ParamType.anyText(500), "").inForm();

    private final OpenBooks openBooks;
    private final ClientFrames frames;

    public OpeningPages(OpenBooks openBooks, ClientFrames frames) {
        this.openBooks = openBooks;
        this.frames = frames;
    }

    private static ParamType<Boolean> posting() {
        Map<String, Boolean> choices = new LinkedHashMap<>();
        choices.put("look", false);
        choices.put("post", true);
        return ParamType.choice(choices);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("What the books of a client account begin with.")
                        .by(request ->
                                page(request, 200, openBooks.preview(request.client(), List.of()), Typed.NOTHING)),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(LIST, POST, HELD_REASON)
                        .files(BroughtTable.FILE, BroughtTable.MOST_BYTES)
                        .answers(RouteDraft.HTML)
                        .says("Shows what would be posted of a list of opening balances, or posts it.")
                        .by(this::take));
    }

    /** What stands in the form. */
    private record Typed(String list, String heldReason) {

        static final Typed NOTHING = new Typed("", "");
    }

    private Reply take(Request request) {
        String reason = request.get(HELD_REASON).strip();
        BroughtTable brought = BroughtTable.of(request, LIST);
        if (brought.fault().isPresent()) {
            Faults faults = Faults.none();
            faults.add(BroughtTable.FILE, request.texts().get(brought.fault().get()));
            return page(request, 422, openBooks.preview(request.client(), List.of()), new Typed("", reason), faults);
        }
        String list = brought.text();
        Typed typed = new Typed(list, reason);
        OpeningFile file = OpeningFile.read(list);
        if (!file.faults().isEmpty()) {
            Faults faults = Faults.none();
            faults.add(
                    LIST.name(),
                    file.faults().stream().map(fault -> words(request, fault)).collect(Collectors.joining(" ")));
            return page(request, 422, openBooks.preview(request.client(), List.of()), typed, faults);
        }
        return take(request, file.lines(), typed);
    }

    private Reply take(Request request, List<OpeningLine> lines, Typed typed) {
        Optional<String> reason =
                Optional.of(typed.heldReason()).filter(PlainText::isPlain).filter(text -> !text.isEmpty());
        try {
            if (!request.get(POST)) {
                OpeningSheet sheet = openBooks.preview(request.client(), lines, reason);
                return page(request, sheet.faults().isEmpty() ? 200 : 422, sheet, typed);
            }
            openBooks.run(request.client(), Actor.of(request.caller()), lines, reason);
            return Reply.seeOther(Addresses.openingBalances(request.client()).toString());
        } catch (OpeningRefused refused) {
            return page(request, 422, refused.sheet(), typed);
        } catch (MonthNotOpen e) {
            Faults faults = Faults.none();
            String key = "period.month." + e.state().apiName();
            faults.add(HELD_REASON.name(), request.texts().get(key, e.month().toString()));
            return page(request, 422, openBooks.preview(request.client(), lines), typed, faults);
        }
    }

    private Reply page(Request request, int status, OpeningSheet sheet, Typed typed) {
        Faults faults = Faults.none();
        if (!sheet.faults().isEmpty()) {
            faults.add(
                    LIST.name(),
                    sheet.faults().stream().map(fault -> words(request, fault)).collect(Collectors.joining(" ")));
        } else if (status != 200) {
            faults.add(LIST.name(), refusal(request, sheet));
        }
        return page(request, status, sheet, typed, faults);
    }

    /** The list's first line names the columns. */
    private static String words(Request request, OpeningFault fault) {
        return line(request, fault.line() + 2)
                + request.texts()
                        .get(
                                fault.reason().textKey(),
                                OpeningApi.facts(
                                        fault,
                                        first -> request.texts()
                                                .get("opening.line.first", Integer.toString(first + 2))));
    }

    private static String words(Request request, OpeningFile.Fault fault) {
        Message what = Message.of(fault.textKey(), fault.fact());
        return fault.column().isEmpty()
                ? line(request, fault.line()) + request.texts().get(what)
                : request.texts()
                        .get(Message.of("table.place", Long.toString(fault.line()), fault.column())
                                .and(what));
    }

    private static String line(Request request, long line) {
        return request.texts().get("opening.line", Long.toString(line)) + " ";
    }

    private static String refusal(Request request, OpeningSheet sheet) {
        if (sheet.posted().isPresent()) {
            return request.texts()
                    .get("opening.already", OpeningApi.number(sheet.posted().get()));
        }
        if (!sheet.missingRates().isEmpty()) {
            return request.texts().get("opening.rateMissing.refused");
        }
        return sheet.rows().isEmpty()
                ? request.texts().get("opening.empty")
                : request.texts().get("opening.difference", request.formats().amount(sheet.difference()));
    }

    private static List<String> missingRates(Request request, OpeningSheet sheet) {
        return sheet.missingRates().stream()
                .map(rate -> request.texts()
                        .get(
                                "opening.rateMissing",
                                rate.ledger().value(),
                                rate.currency().getCurrencyCode(),
                                request.formats().date(rate.day())))
                .toList();
    }

    private Reply page(Request request, int status, OpeningSheet sheet, Typed typed, Faults faults) {
        Texts texts = request.texts();
        List<Link> between = List.of(Link.to(
                texts.get("page.posting-rules"),
                Addresses.postingRules(request.client()).toString()));
        OpeningPage page = new OpeningPage(
                frames.frame(request, RailPage.POSTING_RULES, texts.get("opening.title"), between),
                texts.get("opening.lead", request.formats().date(sheet.date())),
                sheet.posted().map(OpeningApi::number).orElse(""),
                sheet.posted()
                        .map(EntryRef::id)
                        .map(id -> Addresses.journalEntry(request.client(), id).toString())
                        .orElse(""),
                sheet.rows().stream().map(row -> row(row, request)).toList(),
                missingRates(request, sheet),
                Addresses.exchangeRates(request.client()).toString(),
                sheet.difference() == 0 ? "" : request.formats().amount(sheet.difference()),
                request.caller().mayWrite() && sheet.posted().isEmpty(),
                faults,
                request.client().toString(),
                typed.list(),
                typed.heldReason());
        return Reply.page(status, new View("posting/opening.jte", page));
    }

    private static OpeningPage.Row row(Row row, Request request) {
        long amount = row.line().amount();
        return new OpeningPage.Row(
                row.account().code() + " "
                        + row.account().name(request.language().tag()),
                row.line().relation().orElse(""),
                amount > 0 ? request.formats().amount(amount) : "",
                amount < 0 ? request.formats().amount(-amount) : "",
                request.texts().get(row.fromVipps() ? "opening.fromVipps" : "opening.fromList"),
                row.atVipps().map(request.formats()::amount).orElse(""));
    }
}
