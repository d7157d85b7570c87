package no.avstemt.web.sync;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.sync.FetchNow;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.ReturnPath;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.page.Addresses;

/** {@code POST /fetch}. */
public final class FetchPages {

    public static final String PATH = "/fetch";

    private static final Param<Optional<String>> CLIENT =
            Param.optional(Addresses.CLIENT, ParamType.text(40)).inForm();
    private static final Param<String> RETURN_TO = ReturnPath.PARAM.inForm();

    private final FetchNow fetchNow;

    public FetchPages(FetchNow fetchNow) {
        this.fetchNow = fetchNow;
    }

    public List<Route> routes() {
        return List.of(Route.post(PATH)
                .toWriters()
                .takes(CLIENT, RETURN_TO)
                .answers(RouteDraft.HTML)
                .says("Fetches one client account, or all of the caller's, in the background.")
                .by(this::fetch));
    }

    private Reply fetch(Request request) {
        Optional<ClientAccountId> client = request.get(CLIENT).map(FetchPages::named);
        if (!fetchNow.run(request.caller(), client)) {
            throw Problem.noSuchClientForYou();
        }
        return Reply.seeOther(ReturnPath.safe(request.get(RETURN_TO)));
    }

    private static ClientAccountId named(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Problem.noSuchClientForYou();
        }
        return new ClientAccountId(Long.parseLong(text));
    }
}
