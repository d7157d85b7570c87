package no.avstemt.web.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.application.sync.ShowRuns;
import no.avstemt.application.sync.SyncRun;
import no.avstemt.application.sync.SyncRunStore.Found;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Live;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;

/** {@code /api/v2/vipps/sync}: starts a run, and tells how far it is. */
public final class SyncApi {

    private static final String PATH = "/api/v2/vipps/sync";

    private final FetchNow fetchNow;
    private final ShowRuns showRuns;

    public SyncApi(FetchNow fetchNow, ShowRuns showRuns) {
        this.fetchNow = fetchNow;
        this.showRuns = showRuns;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH)
                        .toWriters()
                        .bodyOrNone(SyncShapes.WANTED)
                        .gives(202, SyncShapes.STARTED)
                        .says("Fetches, books and proves one client account, or all of the caller's, in the background."
                                + " A client account whose round waits or runs already goes along with that one.")
                        .by(this::start),
                Route.get(PATH)
                        .toReaders()
                        .lists(SyncShapes.LISTED)
                        .says(
                                "The runs of the last thirty days, begun last first, with what the caller may see of them.")
                        .by(this::list),
                Route.get(PATH + "/{id}")
                        .toReaders()
                        .takes(Param.ID)
                        .gives(200, SyncShapes.RUN)
                        .says("How far a run is, with those of its client accounts that the caller may see. Runs are"
                                + " kept for thirty days.")
                        .by(this::show),
                Route.get(PATH + "/{id}/events")
                        .toReaders()
                        .takes(Param.ID)
                        .answers(RouteDraft.EVENTS)
                        .says("The same as server-sent events, one each time something has changed, at most each"
                                + " second; the last is named end.")
                        .by(this::events));
    }

    /** Where a browser, too, follows a run. */
    static String events(long run) {
        return PATH + "/" + run + "/events";
    }

    private Reply start(Request request) {
        Optional<ClientAccountId> client = request.body().get(SyncShapes.CLIENT).map(ClientAccountId::new);
        OptionalLong run = fetchNow.run(request.caller(), client);
        if (run.isEmpty()) {
            throw Problem.noSuchClientForYou();
        }
        return Reply.json(202, SyncShapes.STARTED.json(run.getAsLong())).with("Location", PATH + "/" + run.getAsLong());
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Found found = showRuns.list(request.caller(), paged.offset(), paged.perPage());
        return Reply.json(paged.envelope(found.count(), found.page(), SyncShapes.LISTED::json));
    }

    private Reply show(Request request) {
        SyncRun run = showRuns.find(request.caller(), request.get(Param.ID)).orElseThrow(Problem::notFound);
        return Reply.json(told(run, request));
    }

    private Reply events(Request request) {
        long id = request.get(Param.ID);
        SyncRun first = showRuns.find(request.caller(), id).orElseThrow(Problem::notFound);
        return Reply.events(() -> {
            SyncRun run = showRuns.watch(request.caller(), id).orElse(first);
            return new Live.Told(told(run, request), !run.state().isOpen());
        });
    }

    private static Object told(SyncRun run, Request request) {
        return SyncShapes.RUN.json(new SyncShapes.Told(run, request.texts()));
    }
}
