package no.avstemt.application.personal;

import java.time.Duration;
import java.time.Instant;

/**
 * Personal data of payments is asked for and kept.
 *
 * @param reason why the client account needs it, as the law asks
 * @param keptDays after the payment it is deleted
 */
public record PersonalDataChoice(String reason, int keptDays, Instant chosenAt) {

    /** Five years, which is as long as documentation of the books is kept. */
    public static final int MOST_DAYS = 1_826;

    public PersonalDataChoice {
        if (reason.isBlank() || keptDays < 1 || keptDays > MOST_DAYS) {
            throw new IllegalArgumentException("Personal data is kept for a reason, and for a time: " + keptDays);
        }
    }

    /** Of payments before this moment nothing is kept any more. */
    Instant keptFrom(Instant now) {
        return now.minus(Duration.ofDays(keptDays));
    }
}
