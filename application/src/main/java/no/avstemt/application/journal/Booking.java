package no.avstemt.application.journal;

import java.time.LocalDate;
import no.avstemt.domain.chart.Account;

/**
 * How much of a settlement entry, or of a sale without one, one journal line carries.
 *
 * @param sourceId the settlement entry or the sale
 * @param generation 0 for the first booking; n + 1 follows the reversal of n
 * @param isOwnAccount whether the line is on the account of the entry's own topic, or where a sale's money is; else it is a counterpart
 * @param amount øre in ledger sign
 */
public record Booking(
        long sourceId,
        int generation,
        boolean isOwnAccount,
        EntryRef entry,
        LocalDate postingDate,
        int lineNo,
        Account account,
        String text,
        long amount) {}
