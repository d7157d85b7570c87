package no.avstemt.web.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;

/** A resource that is stored nowhere: what the routes of a real one look like. */
final class ThingRoutes {

    static final Field<String> NAME = Field.required("name", Kind.text(100));
    static final Field<Long> PRICE = Field.required("price", Kind.amount());
    static final Field<Optional<LocalDate>> BOUGHT = Field.optional("bought", Kind.date());
    static final Shape WRITTEN = Shape.of("WrittenThing", NAME, PRICE, BOUGHT);

    static final Resource<Thing> THING = Resource.<Thing>named("Thing")
            .with("id", Kind.id(), Thing::id)
            .with("name", Kind.text(100), Thing::name)
            .with("price", Kind.amount(), Thing::ore)
            .described("In kroner.")
            .maybe("bought", Kind.date(), Thing::bought);

    record Thing(long id, String name, long ore, Optional<LocalDate> bought) {}

    private ThingRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/v2/things")
                        .toReaders()
                        .ofClient()
                        .takes(Paged.SEARCH)
                        .lists(THING)
                        .says("Lists things.")
                        .by(request -> Reply.json(
                                Paged.of(request).envelope(List.of(thing(1), thing(2), thing(3)), THING::json))),
                Route.post("/api/v2/things")
                        .toWriters()
                        .ofClient()
                        .body(WRITTEN)
                        .gives(201, THING)
                        .conflicts("the name is taken")
                        .says("Makes a thing.")
                        .by(request -> Reply.created(THING.json(made(4, request)))),
                Route.put("/api/v2/things/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(WRITTEN)
                        .gives(200, THING)
                        .says("Changes a thing.")
                        .by(request -> Reply.json(THING.json(made(request.get(Param.ID), request)))),
                Route.delete("/api/v2/things/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .says("Deletes a thing.")
                        .by(request -> Reply.done()),
                Route.post("/api/v2/things/import")
                        .toWriters()
                        .ofClient()
                        .streams("text/csv", "application/x-ndjson")
                        .answers(RouteDraft.JSON)
                        .says("Imports things.")
                        .by(request -> Reply.json(
                                List.of(request.mediaType(), text(request).length()))));
    }

    private static Thing made(long id, Request request) {
        String name = request.body().get(NAME);
        if (name.equals("taken")) {
            throw Problem.conflict("error.notTogether", "name", name);
        }
        if (name.equals("wrong")) {
            throw Problem.faulty(List.of(Fault.of("name", "body.repeated", "name")));
        }
        return new Thing(id, name, request.body().get(PRICE), request.body().get(BOUGHT));
    }

    private static Thing thing(long id) {
        return new Thing(id, "Ting " + id, -5, Optional.empty());
    }

    private static String text(Request request) {
        try {
            return new String(request.stream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
