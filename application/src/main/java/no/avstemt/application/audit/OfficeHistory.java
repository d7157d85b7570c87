package no.avstemt.application.audit;

import java.util.List;

/** The processing history of the office: what was done to what belongs to no client account. */
public interface OfficeHistory {

    void record(OfficeEvent event);

    /** What was done of these, the latest first. */
    Found page(List<OfficeEvent.Action> actions, long offset, int limit);

    /** @param records of all pages */
    record Found(long records, List<OfficeEvent> page) {

        public Found {
            page = List.copyOf(page);
        }
    }
}
