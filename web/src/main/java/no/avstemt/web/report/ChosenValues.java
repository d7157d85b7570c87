package no.avstemt.web.report;

import java.util.List;
import java.util.Optional;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.report.Selection.Values;

/**
 * What a report is narrowed to by the registers, as fields.
 *
 * @param byType for each kind of value that the report can be narrowed by any of
 * @param partner for a report about one customer or supplier
 * @param areUsed whether anything is chosen or written in {@code byType}
 */
record ChosenValues(List<Values> byType, Optional<Part> partner, boolean areUsed) {

    static final ChosenValues NONE = new ChosenValues(List.of(), Optional.empty(), false);

    /** Comes from the form, whose fields say more than an address needs. */
    static final Param<Boolean> CHOSEN = Param.withDefault("chosen", ParamType.flag(), "false");

    ChosenValues {
        byType = List.copyOf(byType);
    }
}
