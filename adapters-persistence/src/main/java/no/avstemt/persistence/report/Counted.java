package no.avstemt.persistence.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads counters up to the end of a period, cut as {@link Span} says: of each, whether it is of an earlier fiscal year,
 * whether it comes before the period, and its month. Accounts are named, so that every part is a range of the key. Lines
 * of drafts come last, where they are asked for.
 */
final class Counted {

    static final String TAX_CODES = " AND (cardinality(:tax_codes) = 0 OR b.tax_code = ANY (:tax_codes))";

    private static final String MONTHS = """
        SELECT b.account_id, %2$s AS dimension_set_id, b.month < :fiscal_year AS earlier,
                 b.month < :from_month AS incoming, b.month, b.debit, b.credit, b.lines
            FROM %1$s_month b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s)
             AND (b.month < :from_month OR b.month >= :first_month AND b.month < :last_month)%4$s""";

    private static final String HEAD = """
        SELECT b.account_id, %2$s, false, b.day < :from, :from_month, b.debit, b.credit, b.lines
            FROM %1$s_day b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s)
             AND b.day >= :from_month AND b.day < :head_end%4$s""";

    private static final String TAIL = """
        SELECT b.account_id, %2$s, false, false, :last_month, b.debit, b.credit, b.lines
            FROM %1$s_day b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s)
             AND b.day >= :tail_start AND b.day < :end%4$s""";

    private static final String DRAFTS = """
        SELECT b.account_id, %%2$s, b.day < :fiscal_year, b.day < :from, date_trunc('month', b.day)::date, b.debit,
                 b.credit, 1
            FROM (%s) b
           WHERE b.account_id = ANY (%%3$s)%%4$s""".formatted(DraftLines.AS_COUNTERS);

    private Counted() {}

    /**
     * @param accounts an array of their ids
     * @param condition on the counters {@code b}, begins with AND; may be empty
     */
    static String perAccount(Cut cut, String accounts, String condition) {
        return parts(cut, "balance", "0::bigint", accounts, condition);
    }

    /** The same, per dimension set. */
    static String perSet(Cut cut, String accounts, String condition) {
        return parts(cut, "balance_set", "b.dimension_set_id", accounts, condition);
    }

    private static String parts(Cut cut, String... filling) {
        List<String> parts = new ArrayList<>(List.of(MONTHS));
        if (cut.head()) {
            parts.add(HEAD);
        }
        if (cut.tail()) {
            parts.add(TAIL);
        }
        parts.add(DRAFTS);
        return String.join("\n   UNION ALL\n  ", parts).formatted((Object[]) filling);
    }
}
