package no.avstemt.web.go;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.client.ListClients;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.go.GoPage.Hit;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/** Searches clients and pages. */
public final class GoPages {

    private static final Param<Optional<String>> SEARCH = Param.optional("search", ParamType.text(100));
    private static final Param<Optional<String>> FROM = Param.optional("from", ParamType.text(2000));

    private final ListClients listClients;
    private final OfficeFrames frames;

    public GoPages(ListClients listClients, OfficeFrames frames) {
        this.listClients = listClients;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get(Addresses.GO)
                .toReaders()
                .takes(SEARCH, FROM)
                .answers(RouteDraft.HTML)
                .says("Clients and pages that the words name, of those the caller may see.")
                .by(this::show));
    }

    private Reply show(Request request) {
        String search = request.get(SEARCH).orElse("");
        String from = request.get(FROM).orElse("");
        Frame frame = frames.frame(
                request,
                request.texts().get("go.title"),
                List.of(),
                request.texts().get("go.freshness"));
        List<Hit> hits = new Hits(search, From.address(from), request.texts(), request.formats())
                .among(listClients.names(request.caller()), office(frame));
        String found = hits.isEmpty()
                ? request.texts().get("go.none", search)
                : request.texts().get("go.found", request.formats().count(hits.size()));
        GoPage page = new GoPage(frame, search, from, found, hits);
        return Reply.page(new View("go/go.jte", page));
    }

    private static List<Link> office(Frame frame) {
        return Stream.of(frame.rail(), frame.settings()).flatMap(List::stream).toList();
    }
}
