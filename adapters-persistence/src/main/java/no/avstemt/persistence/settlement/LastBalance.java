package no.avstemt.persistence.settlement;

/**
 * Vipps's balance after the last row of a topic up to some date, by two look-ups by key: of the rows that the feed told, and of
 * those that it passed over, which have a place of their own.
 */
public final class LastBalance {

    private LastBalance() {}

    /**
     * A query of one row at most, with {@code balance_after}.
     *
     * @param which the rows, as a condition on {@code s} that the program writes
     */
    public static String of(String which) {
        return """
                SELECT b.balance_after
                  FROM ((SELECT s.ledger_date, s.feed_position::numeric AS place, s.balance_after
                           FROM settlement_entry s
                          WHERE %1$s AND s.chain_place IS NULL
                          ORDER BY s.ledger_date DESC, s.feed_position DESC
                          LIMIT 1)
                        UNION ALL
                        (SELECT s.ledger_date, s.chain_place, s.balance_after
                           FROM settlement_entry s
                          WHERE %1$s AND s.chain_place IS NOT NULL
                          ORDER BY s.ledger_date DESC, s.chain_place DESC
                          LIMIT 1)) b
                 ORDER BY b.ledger_date DESC, b.place DESC
                 LIMIT 1
                """.formatted(which);
    }
}
