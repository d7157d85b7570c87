package no.avstemt.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.web.frame.OfficeFrames;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.Routes;
import no.avstemt.web.http.View;
import no.avstemt.web.openapi.ApiDocsPage.Group;
import no.avstemt.web.page.Addresses;

/** The description of the API, for programs and for those who write them. */
public final class ApiDocs {

    public static final String DOCUMENT = "/api/openapi.json";

    private final Routes table;
    private final OfficeFrames frames;
    private final Examples examples = Examples.load();

    /** @param table of all other routes */
    public ApiDocs(Routes table, OfficeFrames frames) {
        this.table = table;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(DOCUMENT)
                        .toReaders()
                        .answers(RouteDraft.JSON)
                        .says("This description, in OpenAPI 3.0.3.")
                        .by(request -> Reply.json(document())),
                Route.get(Addresses.API_DOCS)
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("The API, described for those who program against it.")
                        .by(this::page),
                new Trying(table.all().stream().filter(Route::isApi).toList()).route());
    }

    Map<String, Object> document() {
        return OpenApi.of(described(), examples);
    }

    private List<Route> described() {
        return Stream.concat(table.all().stream(), routes().stream())
                .filter(Route::isApi)
                .toList();
    }

    private Reply page(Request request) {
        Rows rows = new Rows(request.texts(), examples);
        Map<String, List<Route>> byTag = new TreeMap<>();
        described()
                .forEach(route -> byTag.computeIfAbsent(OpenApi.tag(route), tag -> new ArrayList<>())
                        .add(route));
        List<Group> groups = byTag.entrySet().stream()
                .map(tagged -> new Group(
                        "group-" + tagged.getKey(),
                        tagged.getKey(),
                        tagged.getValue().stream().map(rows::entry).toList()))
                .toList();
        String title = request.texts().get("api.title");
        ApiDocsPage page = new ApiDocsPage(
                frames.frame(request, title, List.of(), request.texts().get("api.freshness")), groups);
        return Reply.page(new View("openapi/docs.jte", page));
    }
}
