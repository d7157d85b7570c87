package no.avstemt.application.period;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * What should be in order before a month is closed.
 *
 * @param points in the order to be read
 */
public record Checklist(YearMonth month, List<Point> points) {

    public Checklist {
        points = List.copyOf(points);
    }

    public enum Kind {
        /** Every ledger is fetched and booked to the end of the month. Counted: ledgers that are not. */
        LEDGERS_COMPLETE(true),
        /** Nothing stands between books and Vipps. Counted: open findings that do. */
        BOOKS_EQUAL_VIPPS(true),
        /** No open item on the suspense account, whatever its balance is. */
        SUSPENSE_CLEARED(true),
        /** Counted: entries that are written and not posted. */
        NO_DRAFTS(true),
        /** Counted: entries that nothing documents. */
        DOCUMENTED(true),
        /** Good to know only: what Vipps has sent and the bank has not told of yet. */
        PAYOUTS_ARRIVED(false);

        private final boolean required;

        Kind(boolean required) {
            this.required = required;
        }

        /** As the API and the texts call it. */
        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param count how many stand in the way
     * @param amount øre that they come to; 0 where only counting makes sense
     */
    public record Point(Kind kind, long count, long amount) {

        public boolean isRequired() {
            return kind.required;
        }

        public boolean isMet() {
            return count == 0;
        }
    }

    /** What a month can only be closed with for a reason. */
    public List<Point> unmet() {
        return points.stream()
                .filter(point -> point.isRequired() && !point.isMet())
                .toList();
    }
}
