package no.avstemt.web.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.application.sync.ShowRuns;
import no.avstemt.application.sync.SyncRun;
import no.avstemt.application.sync.SyncRun.State;
import no.avstemt.application.sync.SyncRunStore.Found;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** {@code POST /fetch}, the runs there were, and the page of each. */
public final class FetchPages {

    public static final String PATH = "/fetch";

    private static final String LIST = "/fetches";
    private static final String RUNS = LIST + "/";
    private static final int PER_PAGE = 50;
    private static final Param<Optional<String>> CLIENT =
            Param.optional(Addresses.CLIENT, ParamType.text(40)).inForm();

    private final FetchNow fetchNow;
    private final ShowRuns showRuns;
    private final ListClients clients;
    private final OfficeFrames frames;

    public FetchPages(FetchNow fetchNow, ShowRuns showRuns, ListClients clients, OfficeFrames frames) {
        this.fetchNow = fetchNow;
        this.showRuns = showRuns;
        this.clients = clients;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH)
                        .toWriters()
                        .takes(CLIENT)
                        .answers(RouteDraft.HTML)
                        .says("Fetches one client account, or all of the caller's, in the background.")
                        .by(this::fetch),
                Route.get(LIST)
                        .toReaders()
                        .takes(Paged.PAGE)
                        .answers(RouteDraft.HTML)
                        .says("The runs of the last thirty days, begun last first.")
                        .by(this::list),
                Route.get(RUNS + "{id}")
                        .toReaders()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("The page of a run: how far fetching is, or how it ended.")
                        .by(this::show));
    }

    private Reply fetch(Request request) {
        Optional<ClientAccountId> client = request.get(CLIENT).map(FetchPages::named);
        OptionalLong run = fetchNow.run(request.caller(), client);
        if (run.isEmpty()) {
            throw Problem.noSuchClientForYou();
        }
        return Reply.seeOther(address(run.getAsLong()));
    }

    /** Of the page of a run. */
    public static String address(long run) {
        return RUNS + run;
    }

    private static ClientAccountId named(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Problem.noSuchClientForYou();
        }
        return new ClientAccountId(Long.parseLong(text));
    }

    private Reply list(Request request) {
        Formats formats = request.formats();
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        Found found = showRuns.list(request.caller(), paged.offset(), PER_PAGE);
        return Reply.page(new View(
                "sync/runs.jte",
                new RunsPage(
                        frames.frame(request, request.texts().get("runs.title"), List.of(), ""),
                        request.texts().get("runs.count", formats.count(found.count())),
                        found.page().stream().map(run -> row(run, request)).toList(),
                        paged.page() > 1 ? LIST + "?page=" + (paged.page() - 1) : "",
                        paged.page() < paged.pages(found.count()) ? LIST + "?page=" + (paged.page() + 1) : "")));
    }

    private static RunsPage.Row row(SyncRun run, Request request) {
        Formats formats = request.formats();
        return new RunsPage.Row(
                formats.dateAndTime(run.startedAt()),
                address(run.id()),
                run.startedBy().map(Actor::name).orElse(request.texts().get("runs.itself")),
                request.texts().get("run.client." + run.state().name()),
                formats.count(run.sum(SyncRun.Ledger::entries)),
                formats.count(run.sum(SyncRun.Ledger::sales)),
                formats.count(run.sum(SyncRun.Ledger::journalEntries)));
    }

    private Reply show(Request request) {
        SyncRun run = showRuns.find(request.caller(), request.get(Param.ID)).orElseThrow(Problem::notFound);
        return Reply.page(new View("sync/run.jte", page(request, run)));
    }

    private RunPage page(Request request, SyncRun run) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        Map<ClientAccountId, String> names =
                clients.names(request.caller()).stream().collect(Collectors.toMap(ClientName::id, ClientName::name));
        String begun = texts.get(
                run.startedBy().isPresent() ? "run.begunBy" : "run.begun",
                formats.dateAndTime(run.startedAt()),
                run.startedBy().map(Actor::name).orElse(""));
        return new RunPage(
                frames.frame(request, texts.get("run.title"), List.of(Link.to(texts.get("runs.title"), LIST)), ""),
                texts.get("run.title"),
                begun,
                sentence(run, texts, formats),
                run.state().isOpen(),
                run.state() == State.FAILED || run.state() == State.INTERRUPTED,
                request.here(),
                SyncApi.events(run.id()),
                run.ended(),
                run.clients().size(),
                run.clients().stream()
                        .map(client -> row(client, names, texts, formats))
                        .toList());
    }

    private static String sentence(SyncRun run, Texts texts, Formats formats) {
        return texts.get(
                run.clients().isEmpty() ? "run.none" : "run." + run.state().name(),
                formats.count(run.ended()),
                formats.count(run.clients().size()),
                formats.count(run.sum(SyncRun.Ledger::entries)),
                formats.count(run.sum(SyncRun.Ledger::sales)),
                formats.count(run.sum(SyncRun.Ledger::journalEntries)));
    }

    private static RunPage.Row row(
            SyncRun.Client client, Map<ClientAccountId, String> names, Texts texts, Formats formats) {
        Stream<Trouble> failures = Stream.concat(
                client.failure().stream(), client.ledgers().stream().flatMap(ledger -> ledger.failure().stream()));
        return new RunPage.Row(
                names.getOrDefault(client.id(), client.id().toString()),
                Addresses.client(client.id()).toString(),
                texts.get("run.client." + client.state().name()),
                formats.count(client.sum(SyncRun.Ledger::entries)),
                formats.count(client.sum(SyncRun.Ledger::sales)),
                formats.count(client.sum(SyncRun.Ledger::journalEntries)),
                failures.map(texts::get).toList());
    }
}
