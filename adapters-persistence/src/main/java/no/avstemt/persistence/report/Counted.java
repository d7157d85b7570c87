package no.avstemt.persistence.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads counters up to the end of a period, cut as {@link Span} says: of each, whether it is of an earlier fiscal year, its
 * month, what it adds to the balance before the period, to debit, credit and lines in it, and to the lines of both
 * together. Days may add less than nothing: only sums mean anything, and where these come to no line there is none.
 * Accounts are named, so that every part is a range of the key. Lines of drafts come last, where they are asked for.
 * Columns are as {@link #COLUMNS} says.
 */
final class Counted {

    static final String TAX_CODES = " AND (cardinality(:tax_codes) = 0 OR b.tax_code = ANY (:tax_codes))";

    static final String COLUMNS =
            "(account_id, dimension_set_id, earlier, month, incoming, debit, credit, lines, all_lines)";

    private static final String MONTHS = """
        SELECT b.account_id, %2$s AS dimension_set_id, b.month < :fiscal_year AS earlier, b.month,
                 CASE WHEN b.month < :months_from THEN b.debit - b.credit ELSE 0 END AS incoming,
                 CASE WHEN b.month < :months_from THEN 0 ELSE b.debit END AS debit,
                 CASE WHEN b.month < :months_from THEN 0 ELSE b.credit END AS credit,
                 CASE WHEN b.month < :months_from THEN 0 ELSE b.lines END AS lines, b.lines AS all_lines
            FROM %1$s_month b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s) AND b.month < :months_end%4$s""";

    private static final String HEAD = days("head");
    private static final String TAIL = days("tail");

    private static final String DRAFTS = """
        SELECT b.account_id, %%2$s, b.day < :fiscal_year, date_trunc('month', b.day)::date,
                 CASE WHEN b.day < :from THEN b.debit - b.credit ELSE 0 END,
                 CASE WHEN b.day < :from THEN 0 ELSE b.debit END,
                 CASE WHEN b.day < :from THEN 0 ELSE b.credit END,
                 CASE WHEN b.day < :from THEN 0 ELSE 1 END, 1
            FROM (%s) b
           WHERE b.account_id = ANY (%%3$s)%%4$s""".formatted(DraftLines.AS_COUNTERS);

    private Counted() {}

    private static String days(String end) {
        return """
        SELECT b.account_id, %2$s, false, :<end>_month, :<end>_incoming * (b.debit - b.credit), :<end>_moved * b.debit,
                 :<end>_moved * b.credit, :<end>_moved * b.lines, (:<end>_incoming + :<end>_moved) * b.lines
            FROM %1$s_day b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s)
             AND b.day >= :<end>_first AND b.day < :<end>_end%4$s""".replace("<end>", end);
    }

    /**
     * @param accounts an array of their ids
     * @param condition on the counters {@code b}, begins with AND; may be empty
     */
    static String perAccount(Cut cut, String accounts, String condition) {
        return together(accountParts(cut, accounts, condition));
    }

    /** The same, per dimension set. */
    static String perSet(Cut cut, String accounts, String condition) {
        return together(setParts(cut, accounts, condition));
    }

    /** The same in parts, to be put together. */
    static List<String> accountParts(Cut cut, String accounts, String condition) {
        return parts(cut, "balance", "0::bigint", accounts, condition);
    }

    static List<String> setParts(Cut cut, String accounts, String condition) {
        return parts(cut, "balance_set", "b.dimension_set_id", accounts, condition);
    }

    static String together(List<String> parts) {
        return String.join("\n   UNION ALL\n  ", parts);
    }

    private static List<String> parts(Cut cut, String... filling) {
        List<String> parts = new ArrayList<>(List.of(MONTHS));
        if (cut.head()) {
            parts.add(HEAD);
        }
        if (cut.tail()) {
            parts.add(TAIL);
        }
        if (cut.drafts()) {
            parts.add(DRAFTS);
        }
        return parts.stream().map(part -> part.formatted((Object[]) filling)).toList();
    }
}
