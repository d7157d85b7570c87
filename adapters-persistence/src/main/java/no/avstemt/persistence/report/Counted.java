package no.avstemt.persistence.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads counters up to the end of a period, cut as {@link Span} says: of each, whether it is of an earlier fiscal year, its
 * month, what it adds to the balance before the period, to debit, credit and lines in it, and to the lines of both
 * together. Days may add less than nothing: only sums mean anything, and where these come to no line there is none.
 * Accounts are named, so that every part is a range of the key. Lines of drafts come last, where they are asked for.
 */
final class Counted {

    static final String TAX_CODES = " AND (cardinality(:tax_codes) = 0 OR b.tax_code = ANY (:tax_codes))";

    /**
     * Counters of one kind, and what is made of their debit, credit and lines. That is the same for all counters of a part
     * that are {@code before} or not, so it may as well be made of their sums.
     *
     * @param counters gives account_id, dimension_set_id or dimension_value_id, earlier, month, before (of a whole month or a draft, whether it is
     *     before the period), debit, credit, lines
     * @param weighed incoming, debit, credit, lines and all_lines, made of before, debit, credit and lines
     */
    record Part(String counters, String weighed) {}

    private static final String WHOLE = """
        CASE WHEN before THEN debit - credit ELSE 0 END AS incoming, CASE WHEN before THEN 0 ELSE debit END AS debit,
                 CASE WHEN before THEN 0 ELSE credit END AS credit, CASE WHEN before THEN 0 ELSE lines END AS lines,
                 lines AS all_lines""";

    private static final Part MONTHS = new Part("""
        SELECT b.account_id, %2$s, b.month < :fiscal_year AS earlier, b.month,
                 b.month < :months_from AS before, b.debit, b.credit, b.lines
            FROM %1$s_month b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s) AND b.month < :months_end%4$s""", WHOLE);

    private static final Part HEAD = days("head");
    private static final Part TAIL = days("tail");

    private static final Part DRAFTS = new Part("""
        SELECT b.account_id, %%2$s, b.day < :fiscal_year AS earlier,
                 date_trunc('month', b.day)::date AS month, b.day < :from AS before, b.debit, b.credit, 1 AS lines
            FROM (%s) b
           WHERE b.account_id = ANY (%%3$s)%%4$s""".formatted(DraftLines.AS_COUNTERS), WHOLE);

    private static final String ROWS = """
        SELECT account_id, dimension_set_id, earlier, month, %s
            FROM (%s) counters""";

    private Counted() {}

    private static Part days(String end) {
        return new Part("""
        SELECT b.account_id, %2$s, false AS earlier, :<end>_month AS month, false AS before, b.debit,
                 b.credit, b.lines
            FROM %1$s_day b
           WHERE b.client_account_id = :client AND b.account_id = ANY (%3$s)
             AND b.day >= :<end>_first AND b.day < :<end>_end%4$s""".replace("<end>", end), """
        :<end>_incoming * (debit - credit) AS incoming, :<end>_moved * debit AS debit, :<end>_moved * credit AS credit,
                 :<end>_moved * lines AS lines, (:<end>_incoming + :<end>_moved) * lines AS all_lines\
        """.replace("<end>", end));
    }

    /**
     * @param accounts an array of their ids
     * @param condition on the counters {@code b}, begins with AND; may be empty
     */
    static String perAccount(Cut cut, String accounts, String condition) {
        return rows(accountParts(cut, accounts, condition));
    }

    /** The same, per dimension set. */
    static String perSet(Cut cut, String accounts, String condition) {
        return rows(setParts(cut, accounts, condition));
    }

    /** The same in parts, to be weighed and put together. */
    static List<Part> accountParts(Cut cut, String accounts, String condition) {
        return parts(cut, "balance", "0::bigint AS dimension_set_id", accounts, condition);
    }

    static List<Part> setParts(Cut cut, String accounts, String condition) {
        return parts(cut, "balance_set", "b.dimension_set_id", accounts, condition);
    }

    /** What these have beside whole months. */
    static List<Part> setDays(Cut cut, String accounts) {
        List<Part> parts = setParts(cut, accounts, "");
        return parts.subList(1, parts.size());
    }

    /** Whole months per dimension value of the type {@code :by_type}; of lines that have none there is nothing. */
    static Part valueMonths(String accounts) {
        return filled(MONTHS, "balance_value", "b.dimension_value_id", accounts, " AND b.type = :by_type");
    }

    static String together(List<String> parts) {
        return String.join("\n   UNION ALL\n  ", parts);
    }

    private static String rows(List<Part> parts) {
        return together(parts.stream()
                .map(part -> ROWS.formatted(part.weighed(), part.counters()))
                .toList());
    }

    private static List<Part> parts(Cut cut, String... filling) {
        List<Part> parts = new ArrayList<>(List.of(MONTHS));
        if (cut.head()) {
            parts.add(HEAD);
        }
        if (cut.tail()) {
            parts.add(TAIL);
        }
        if (cut.drafts()) {
            parts.add(DRAFTS);
        }
        return parts.stream().map(part -> filled(part, filling)).toList();
    }

    private static Part filled(Part part, String... filling) {
        return new Part(part.counters().formatted((Object[]) filling), part.weighed());
    }
}
