package no.avstemt.application.audit;

import java.util.Set;
import no.avstemt.application.UnitOfWork;

/** What was done to what belongs to the office, the latest first. */
public final class ReadOfficeHistory {

    private final UnitOfWork unit;

    public ReadOfficeHistory(UnitOfWork unit) {
        this.unit = unit;
    }

    public OfficeHistory.Found run(long offset, int limit) {
        return unit.read(Set.of(), stores -> stores.officeHistory().page(offset, limit));
    }
}
