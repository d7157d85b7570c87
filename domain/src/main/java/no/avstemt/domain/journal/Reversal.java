package no.avstemt.domain.journal;

/**
 * That an entry takes back another.
 *
 * @param fiscalYear,number of the entry that is taken back
 * @param reason in the words of who did it
 */
public record Reversal(int fiscalYear, long number, String reason) {

    public Reversal {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An entry is taken back for a reason: " + fiscalYear + "/" + number);
        }
    }
}
