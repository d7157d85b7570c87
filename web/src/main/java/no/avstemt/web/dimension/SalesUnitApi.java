package no.avstemt.web.dimension;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.dimension.MapSalesUnits;
import no.avstemt.application.dimension.MapSalesUnits.Mapped;
import no.avstemt.application.dimension.MapSalesUnits.Outcome;
import no.avstemt.application.dimension.MapSalesUnits.Wish;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.register.Objections;

/** The sales units of a client account's ledgers, and what each is mapped to. */
public final class SalesUnitApi {

    private static final String PATH = "/api/v2/sales-units";

    private static final Field<String> LEDGER = Field.required("ledger_id", Kind.text(50));
    private static final Field<String> HANDLE = Field.required("handle", Kind.text(50));
    private static final Field<Optional<Long>> DEPARTMENT = Field.optional("department_id", Kind.id());
    private static final Field<Optional<Long>> PROJECT = Field.optional("project_id", Kind.id());
    private static final Shape WRITTEN = Shape.of("WrittenSalesUnit", LEDGER, HANDLE, DEPARTMENT, PROJECT);

    private static final Resource<Mapped> UNIT = Resource.<Mapped>named("SalesUnit")
            .with("ledger_id", Kind.text(50), mapped -> mapped.ledger().value())
            .with("handle", Kind.text(50), mapped -> mapped.unit().handle())
            .with("name", Kind.text(200), mapped -> mapped.unit().name())
            .with(
                    "sales_booked_from",
                    Kind.text(20),
                    mapped -> mapped.unit().salesBookedFrom().name())
            .maybe("department_id", Kind.id(), mapped -> mapped.department().map(Known::id))
            .maybe("project_id", Kind.id(), mapped -> mapped.project().map(Known::id));

    private final MapSalesUnits units;

    public SalesUnitApi(MapSalesUnits units) {
        this.units = units;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .lists(UNIT)
                        .says("The sales units of a client account's ledgers.")
                        .by(request -> Reply.json(Paged.of(request).envelope(units.all(request.client()), UNIT::json))),
                Route.put(PATH)
                        .toWriters()
                        .ofClient()
                        .body(WRITTEN)
                        .gives(200, UNIT)
                        .conflicts("an account demands what the unit's lines would no longer carry")
                        .says("Maps a sales unit to a department, a project, both or neither, from the next entry on.")
                        .by(this::map));
    }

    private Reply map(Request request) {
        Wish wish = new Wish(
                new LedgerId(request.body().get(LEDGER)),
                request.body().get(HANDLE),
                request.body().get(DEPARTMENT),
                request.body().get(PROJECT));
        Outcome outcome = units.run(request.client(), Actor.of(request.caller()), wish);
        outcome.objection().ifPresent(objection -> {
            throw Objections.problem(objection);
        });
        return Reply.json(UNIT.json(outcome.mapped().orElseThrow(() -> unknown(wish))));
    }

    private static Problem unknown(Wish wish) {
        return Problem.faulty(List.of(Fault.of(
                HANDLE.name(), "units.unknown", wish.handle(), wish.ledger().value())));
    }
}
