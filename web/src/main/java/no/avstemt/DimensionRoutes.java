package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.dimension.MapSalesUnits;
import no.avstemt.application.dimension.RequireDimensions;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.web.dimension.DutyApi;
import no.avstemt.web.dimension.DutyPages;
import no.avstemt.web.dimension.SalesUnitApi;
import no.avstemt.web.dimension.SalesUnitPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.register.RegisterRoutes;

/** Registers of what lines are about, and what sales units and accounts do with it. */
final class DimensionRoutes {

    private DimensionRoutes() {}

    static List<Route> of(UnitOfWork unit, ClientFrames frames, Clock clock) {
        MapSalesUnits units = new MapSalesUnits(unit, clock);
        RequireDimensions require = new RequireDimensions(unit, clock);
        return Stream.of(
                        new RegisterRoutes(unit, frames, clock).routes(),
                        new SalesUnitPages(
                                        units,
                                        labels(unit, DimensionType.DEPARTMENT, clock),
                                        labels(unit, DimensionType.PROJECT, clock),
                                        frames)
                                .routes(),
                        new SalesUnitApi(units).routes(),
                        new DutyPages(require, frames).routes(),
                        new DutyApi(require).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static KeepRegister<Label> labels(UnitOfWork unit, DimensionType type, Clock clock) {
        return new KeepRegister<>(unit, RegisterKinds.labels(type), clock);
    }
}
