package no.avstemt.application.report;

import java.time.Instant;
import java.util.List;

/**
 * One thing that was done, as it was written down.
 *
 * @param action by its name, also of one that the program knows no more
 * @param before,after name, value, name, value …
 */
public record PastEvent(
        long id, Instant at, String actor, String action, String subject, List<String> before, List<String> after) {

    public PastEvent {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
