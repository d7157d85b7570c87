package no.avstemt.application.audit;

import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;

/** What was done to what belongs to the office, the latest first. */
public final class ReadOfficeHistory {

    private final UnitOfWork unit;

    public ReadOfficeHistory(UnitOfWork unit) {
        this.unit = unit;
    }

    public OfficeHistory.Found run(List<OfficeEvent.Action> actions, long offset, int limit) {
        return unit.read(Set.of(), stores -> stores.office().history().page(actions, offset, limit));
    }
}
