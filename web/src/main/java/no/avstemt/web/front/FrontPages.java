package no.avstemt.web.front;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.avstemt.application.access.Role;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.Fetching;
import no.avstemt.application.client.ShowMorning;
import no.avstemt.application.client.ShowMorning.Morning;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.sync.ShowRuns;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.finding.FindingText;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.front.FrontPage.NeedsYou;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.sync.FetchPages;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** The morning: which client accounts are reconciled, and what needs a person. */
public final class FrontPages {

    private final ShowMorning showMorning;
    private final ShowRuns showRuns;
    private final OfficeFrames frames;
    private final Clock clock;

    public FrontPages(ShowMorning showMorning, ShowRuns showRuns, OfficeFrames frames, Clock clock) {
        this.showMorning = showMorning;
        this.showRuns = showRuns;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get(Addresses.FRONT)
                .toReaders()
                .takes(FrontTable.SEARCH, FrontTable.SHOW, FrontTable.SORT, FrontTable.DIRECTION, Paged.PAGE)
                .answers(RouteDraft.HTML)
                .says("The front page: every client account of the caller, and what needs a person.")
                .by(this::show));
    }

    private Reply show(Request request) {
        return Reply.page(new View("front/front.jte", page(request, showMorning.run(request.caller()))));
    }

    private FrontPage page(Request request, Morning morning) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        List<ClientOverview> clients = morning.clients();
        Map<ClientAccountId, Fetching> fetching = morning.fetching();
        return new FrontPage(
                frames.front(request, freshness(request, clients)),
                texts.get(greeting(), firstName(request)),
                reconciled(clients, texts, formats),
                !clients.isEmpty(),
                begin(request, clients),
                waiting(morning.waiting(), texts, formats),
                isAdministrator(request) ? Addresses.CONNECTIONS : "",
                request.caller().mayWrite() && !clients.isEmpty(),
                fetching.isEmpty()
                        ? ""
                        : texts.get("front.fetching", formats.count(fetching.size()), formats.count(clients.size())),
                showRuns.latestOpen(request.caller())
                        .map(run -> FetchPages.address(run.id()))
                        .orElse(""),
                needs(request, morning),
                formats.count(morning.needs()),
                morning.needs() > morning.findings().size() + failed(clients)
                        ? Address.of(Addresses.FRONT)
                                .with(FrontTable.SHOW.name(), "needs-me")
                                .at("clients")
                                .toString()
                        : "",
                new FrontTable(request, fetching, clock).of(clients));
    }

    private static long failed(List<ClientOverview> clients) {
        return clients.stream().filter(row -> row.failure().isPresent()).count();
    }

    private static String begin(Request request, List<ClientOverview> clients) {
        return clients.isEmpty() && isAdministrator(request) ? Addresses.CONNECTIONS : "";
    }

    private static boolean isAdministrator(Request request) {
        return request.caller().role() == Role.ADMINISTRATOR;
    }

    private static String waiting(int ledgers, Texts texts, Formats formats) {
        return switch (ledgers) {
            case 0 -> "";
            case 1 -> texts.get("front.waiting.one");
            default -> texts.get("front.waiting.many", formats.count(ledgers));
        };
    }

    private String reconciled(List<ClientOverview> clients, Texts texts, Formats formats) {
        if (clients.isEmpty()) {
            return texts.get("front.empty");
        }
        LocalDate yesterday = Oslo.today(clock).minusDays(1);
        long count =
                clients.stream().filter(row -> row.isReconciledTo(yesterday)).count();
        return texts.get("front.reconciledCount", formats.count(count), formats.count(clients.size()));
    }

    private static List<NeedsYou> needs(Request request, Morning morning) {
        Map<ClientAccountId, String> names = morning.clients().stream()
                .collect(Collectors.toMap(
                        row -> row.client().id(), row -> row.client().name()));
        List<NeedsYou> needs = new ArrayList<>();
        for (ClientOverview row : morning.clients()) {
            row.failure()
                    .ifPresent(why -> needs.add(new NeedsYou(
                            row.client().name(),
                            request.texts().get(why),
                            "",
                            Addresses.client(row.client().id()).toString())));
        }
        morning.findings().forEach(found -> needs.add(needsYou(found, names, request)));
        return needs;
    }

    private static NeedsYou needsYou(StoredFinding found, Map<ClientAccountId, String> names, Request request) {
        FindingText text = FindingText.of(found.finding(), request.texts(), request.formats());
        return new NeedsYou(
                names.getOrDefault(found.client(), ""),
                text.happened(),
                found.finding().amount().minor() == 0
                        ? ""
                        : request.formats().amount(found.finding().amount()),
                Addresses.finding(found.client(), found.id()).toString());
    }

    private String greeting() {
        int hour = ZonedDateTime.ofInstant(clock.instant(), Oslo.ZONE).getHour();
        return hour < 10 ? "front.morning" : hour < 18 ? "front.day" : "front.evening";
    }

    private static String firstName(Request request) {
        String name = request.signedIn().orElseThrow().user().name();
        return name.split(" ", 2)[0];
    }

    private static String freshness(Request request, List<ClientOverview> clients) {
        return clients.stream()
                .flatMap(row -> row.fetchedAt().stream())
                .min(Instant::compareTo)
                .map(at ->
                        request.texts().get("front.freshness", request.formats().dateAndTime(at)))
                .orElse("");
    }
}
