package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that an accountant should see, put here on purpose.
 *
 * @param date the ledger date of its row; of a dispute, of the last time the capture was retained
 * @param amount øre, signed as the row on its topic
 * @param pspReference of the row; of a sale told twice, that of the time it had one
 */
record Planted(Kind kind, String ledgerId, Topic topic, LocalDate date, long amount, String pspReference) {
    static final Comparator<Planted> BY_DATE = Comparator.comparing(Planted::date)
            .thenComparing(Planted::ledgerId)
            .thenComparing(Planted::topic)
            .thenComparing(Planted::pspReference);
    private static final int DISPUTE_STANDS_AFTER_DAYS = 120;
    private static final int MONEY_COMES_WITHIN_DAYS = 30;

    /** What it is; each in the word that {@code GET /_planted} uses. */
    enum Kind {
        UNKNOWN_ENTRY_TYPE("unknown-entry-type"),
        CORRECTION("correction"),
        CREDIT_NOTE("credit-note"),
        PAYOUT_ABORTED("payout-aborted"),
        DISPUTE_STANDING("dispute-standing"),
        LATE_FEE("late-fee"),
        SALE_TOLD_TWICE("sale-told-twice"),
        SALE_WITHOUT_MONEY("sale-without-money");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A dispute is nothing to act on until it has stood for more than 120 days, money may be 30 days late. */
    boolean isSeenOn(LocalDate today) {
        return switch (kind) {
            case DISPUTE_STANDING -> today.isAfter(date.plusDays(DISPUTE_STANDS_AFTER_DAYS));
            case SALE_WITHOUT_MONEY -> !today.isBefore(date.plusDays(MONEY_COMES_WITHIN_DAYS));
            default -> true;
        };
    }
}
