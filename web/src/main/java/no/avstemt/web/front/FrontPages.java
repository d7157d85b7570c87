package no.avstemt.web.front;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Caller;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.finding.FindingText;
import no.avstemt.web.front.FrontPage.ClientRow;
import no.avstemt.web.front.FrontPage.NeedsYou;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Frames.Surroundings;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** The morning: which client accounts are reconciled, and what needs a person. */
public final class FrontPages {

    private static final int MOST_FINDINGS = 50;

    private final UnitOfWork unit;
    private final Frames frames;
    private final Clock clock;

    public FrontPages(UnitOfWork unit, Frames frames, Clock clock) {
        this.unit = unit;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get("/")
                .toReaders()
                .answers(RouteDraft.HTML)
                .says("The front page: every client account of the caller, and what needs a person.")
                .by(this::show));
    }

    private record Morning(List<ClientOverview> clients, List<StoredFinding> findings) {}

    private Reply show(Request request) {
        Set<ClientAccountId> mine = clientsOf(request.caller());
        Morning morning = unit.read(
                mine,
                stores -> new Morning(
                        stores.clients().overviews(), stores.findings().openOfAll(MOST_FINDINGS)));
        return Reply.page(new View("front/front.jte", page(request, morning)));
    }

    private Set<ClientAccountId> clientsOf(Caller caller) {
        return caller.scope().everyClient()
                ? unit.read(
                        Set.of(), (Stores stores) -> Set.copyOf(stores.clients().allIds()))
                : caller.scope().named();
    }

    private FrontPage page(Request request, Morning morning) {
        Texts texts = request.texts();
        Map<ClientAccountId, String> names = morning.clients().stream()
                .collect(Collectors.toMap(
                        row -> row.client().id(), row -> row.client().name()));
        List<NeedsYou> needs = new ArrayList<>();
        morning.clients()
                .forEach(row -> row.failure()
                        .ifPresent(why -> needs.add(new NeedsYou(
                                row.client().name(), texts.get("front.failed", why), "", trialBalance(row)))));
        morning.findings().forEach(found -> needs.add(needsYou(found, names, request)));
        return new FrontPage(
                frames.frame(request, surroundings(texts, request.formats(), morning.clients())),
                texts.get(greeting(), firstName(request)),
                texts.get(
                        "front.reconciledCount",
                        Long.toString(morning.clients().stream()
                                .filter(this::isReconciledToYesterday)
                                .count()),
                        Integer.toString(morning.clients().size())),
                needs,
                morning.clients().stream().map(row -> row(row, request)).toList());
    }

    private static NeedsYou needsYou(StoredFinding found, Map<ClientAccountId, String> names, Request request) {
        FindingText text = FindingText.of(found.finding(), request.texts(), request.formats());
        return new NeedsYou(
                names.getOrDefault(found.client(), ""),
                text.happened(),
                amount(found.finding().amount(), request.formats()),
                "/trial-balance?client_account_id=" + found.client());
    }

    /** Kroner go without saying. */
    private static String amount(Money amount, Formats formats) {
        String figure = formats.amount(amount.minor());
        return amount.currency().equals(Money.NOK)
                ? figure
                : figure + " " + amount.currency().getCurrencyCode();
    }

    private ClientRow row(ClientOverview row, Request request) {
        Formats formats = request.formats();
        return new ClientRow(
                row.client().name(),
                trialBalance(row),
                row.fetchedAt().map(at -> moment(at, request)).orElse("–"),
                row.bookedTo().map(formats::date).orElse("–"),
                formats.amount(row.atVipps()),
                formats.amount(row.difference()),
                isProven(row) && row.bookedTo().isPresent(),
                row.openFindings() == 0 ? "" : Long.toString(row.openFindings()),
                trialBalance(row));
    }

    /** {@code i dag 07:23} when it was today. */
    private String moment(Instant at, Request request) {
        boolean today = LocalDate.ofInstant(at, Oslo.ZONE).equals(Oslo.today(clock));
        return today
                ? request.texts().get("front.today", request.formats().time(at))
                : request.formats().dateAndTime(at);
    }

    private static String trialBalance(ClientOverview row) {
        return "/trial-balance?client_account_id=" + row.client().id();
    }

    private static boolean isProven(ClientOverview row) {
        return row.proven() && row.difference() == 0;
    }

    private boolean isReconciledToYesterday(ClientOverview row) {
        LocalDate yesterday = Oslo.today(clock).minusDays(1);
        return isProven(row)
                && row.failure().isEmpty()
                && row.bookedTo().filter(to -> !to.isBefore(yesterday)).isPresent();
    }

    private String greeting() {
        int hour = ZonedDateTime.ofInstant(clock.instant(), Oslo.ZONE).getHour();
        return hour < 10 ? "front.morning" : hour < 18 ? "front.day" : "front.evening";
    }

    private static String firstName(Request request) {
        String name = request.signedIn().orElseThrow().user().name();
        return name.split(" ", 2)[0];
    }

    private Surroundings surroundings(Texts texts, Formats formats, List<ClientOverview> clients) {
        String title = texts.get("front.title");
        List<Link> switcher = clients.stream()
                .map(row -> Link.to(row.client().name(), trialBalance(row)))
                .toList();
        String freshness = clients.stream()
                .flatMap(row -> row.fetchedAt().stream())
                .min(Instant::compareTo)
                .map(at -> texts.get("front.freshness", formats.dateAndTime(at)))
                .orElse("");
        return new Surroundings(
                title, List.of(Link.here(title, "/")), "", switcher, List.of(Link.here(title, "/")), freshness);
    }
}
