package no.avstemt.application.reconciliation;

import java.util.List;
import no.avstemt.application.settlement.DateCheckStore.State;
import no.avstemt.domain.finding.Finding;

/**
 * What came of comparing one date of one stream.
 *
 * @param rows of the report
 */
record DateOutcome(State state, long rows, List<Finding> found) {

    static final DateOutcome OPEN = new DateOutcome(State.OPEN, 0, List.of());

    static DateOutcome compared(long rows, List<Finding> found) {
        return new DateOutcome(found.isEmpty() ? State.VERIFIED : State.DIFFERS, rows, found);
    }
}
