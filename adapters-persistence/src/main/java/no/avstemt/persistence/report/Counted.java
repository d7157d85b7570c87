package no.avstemt.persistence.report;

/**
 * Reads counters up to the end of a period, cut as {@link Span} says: of each, whether it is of an earlier fiscal year,
 * whether it comes before the period, and its month. Accounts are named, so that every part is a range of the key; a part
 * without days is not looked at.
 */
final class Counted {

    static final String EVERY_ACCOUNT = "SELECT account_id FROM account WHERE client_account_id = :client";

    static final String TAX_CODES = "AND (cardinality(:tax_codes) = 0 OR b.tax_code = ANY (:tax_codes))";

    private static final String PARTS = """
        SELECT b.account_id, %2$s AS dimension_set_id, b.month < :fiscal_year AS earlier,
                 b.month < :from_month AS incoming, b.month, b.debit, b.credit, b.lines
            FROM %1$s_month b
           WHERE b.client_account_id = :client AND b.account_id = ANY (ARRAY(%3$s))
             AND (b.month < :from_month OR b.month >= :first_month AND b.month < :last_month) %4$s
           UNION ALL
          SELECT b.account_id, %2$s, false, b.day < :from, date_trunc('month', b.day)::date, b.debit, b.credit, b.lines
            FROM %1$s_day b
           WHERE b.client_account_id = :client AND b.account_id = ANY (ARRAY(%3$s))
             AND b.day >= :from_month AND b.day < :head_end AND :from_month::date < :head_end::date %4$s
           UNION ALL
          SELECT b.account_id, %2$s, false, false, date_trunc('month', b.day)::date, b.debit, b.credit, b.lines
            FROM %1$s_day b
           WHERE b.client_account_id = :client AND b.account_id = ANY (ARRAY(%3$s))
             AND b.day >= :tail_start AND b.day < :end AND :tail_start::date < :end::date %4$s""";

    private Counted() {}

    /**
     * @param accounts a statement that gives their ids
     * @param condition on the counters {@code b}, begins with AND; may be empty
     */
    static String perAccount(String accounts, String condition) {
        return PARTS.formatted("balance", "0::bigint", accounts, condition);
    }

    /** The same, per dimension set. */
    static String perSet(String accounts, String condition) {
        return PARTS.formatted("balance_set", "b.dimension_set_id", accounts, condition);
    }
}
