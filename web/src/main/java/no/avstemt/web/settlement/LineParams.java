package no.avstemt.web.settlement;

import java.util.Optional;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;

/** The journal line that led to a page, as it stands in its address. */
public final class LineParams {

    public static final Param<Optional<Long>> ENTRY =
            Param.optional("entry_id", ParamType.number(1, Long.MAX_VALUE / 10));
    public static final Param<Optional<Long>> LINE = Param.optional("line_no", ParamType.number(1, 1_000_000));

    private LineParams() {}

    /** @throws Problem 400 when only one of entry and line is given */
    public static Optional<BehindLine> of(Request request) {
        Optional<Long> entry = request.get(ENTRY);
        Optional<Long> lineNo = request.get(LINE);
        if (entry.isPresent() != lineNo.isPresent()) {
            throw Problem.badRequest("error.lineOfEntry");
        }
        return entry.flatMap(id -> lineNo.map(no -> new BehindLine(id, Math.toIntExact(no))));
    }
}
