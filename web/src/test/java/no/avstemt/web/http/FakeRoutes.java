package no.avstemt.web.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Role;
import no.avstemt.web.page.ErrorPage;

/** Routes that do nothing but show what reached them, and some that fail. */
final class FakeRoutes {

    static final Param<Optional<LocalDate>> DATE = Param.optional("date_from", ParamType.date());
    static final Param<Boolean> DRAFTS = Param.withDefault("include_drafts", ParamType.flag(), "false");
    static final Param<Long> PER_PAGE = Param.withDefault("per_page", ParamType.number(1, 1000), "100");
    static final Param<String> NOTE =
            Param.required("note", ParamType.text(100)).inForm();
    static final Param<Long> ID =
            Param.required("id", ParamType.number(1, 1_000_000)).inPath();

    private FakeRoutes() {}

    static List<Route> all(Office office) {
        return List.of(
                Route.get("/")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("A page with a form.")
                        .by(request -> page(office, request, "front")),
                Route.get("/api/v2/fake")
                        .toReaders()
                        .ofClient()
                        .takes(DATE, DRAFTS, PER_PAGE)
                        .answers(RouteDraft.JSON, RouteDraft.HTML)
                        .says("Shows its parameters.")
                        .by(FakeRoutes::show),
                Route.get("/api/v2/everything")
                        .to(Role.ADMINISTRATOR)
                        .answers(RouteDraft.JSON)
                        .says("For administrators.")
                        .by(request -> Reply.json(Map.of())),
                Route.get("/page/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(ID, DATE)
                        .answers(RouteDraft.HTML)
                        .says("A page of one client account.")
                        .by(request -> page(office, request, "id " + request.get(ID) + ", " + request.get(DATE))),
                Route.post("/note")
                        .toWriters()
                        .takes(NOTE)
                        .answers(RouteDraft.HTML)
                        .says("Takes a note.")
                        .by(request -> page(office, request, request.get(NOTE))),
                Route.get("/api/v2/big")
                        .toReaders()
                        .answers(RouteDraft.JSON)
                        .says("A large answer.")
                        .by(request -> Reply.json(List.of("æøå ".repeat(5_000)))),
                Route.get("/fails")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("Fails.")
                        .by(request -> {
                            throw new IllegalStateException("secret detail");
                        }),
                Route.get("/api/v2/fails")
                        .toReaders()
                        .answers(RouteDraft.JSON)
                        .says("Fails.")
                        .by(request -> {
                            throw new IllegalStateException("secret detail");
                        }),
                Route.get("/api/v2/breaks-off")
                        .toReaders()
                        .answers(RouteDraft.JSON)
                        .says("Fails halfway.")
                        .by(request -> Reply.stream(RouteDraft.JSON, (out, rendering) -> {
                            out.write("[1,2,".repeat(20_000).getBytes(StandardCharsets.UTF_8));
                            throw new IllegalStateException("secret detail");
                        })));
    }

    private static Reply show(Request request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("client", request.client().value());
        body.put("date_from", request.get(DATE).map(LocalDate::toString).orElse("none"));
        body.put("include_drafts", request.get(DRAFTS));
        body.put("per_page", request.get(PER_PAGE));
        return request.wantsPage() ? Reply.text(200, "text/html", "<p>page</p>") : Reply.json(body);
    }

    private static Reply page(Office office, Request request, String text) {
        return Reply.page(new View(
                "page/error.jte", new ErrorPage(office.frames.bare(request, text), "200", text, text, text, text)));
    }
}
