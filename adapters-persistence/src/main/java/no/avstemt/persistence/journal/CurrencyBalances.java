package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import no.avstemt.application.journal.JournalStore.DayMovement;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.posting.ExchangeDifferences.Standing;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sums in another currency than kroner, which have no counters: of the few lines of one ledger on one account. */
final class CurrencyBalances {

    private static final String LINES = """
              FROM journal_line l
             WHERE l.client_account_id = :client
               AND l.account_id = (SELECT account_id FROM account WHERE client_account_id = :client AND code = :account)
               AND l.dimension_set_id = ANY (ARRAY(
                     SELECT s.dimension_set_id
                       FROM dimension_set s
                       JOIN dimension_value v
                         ON v.client_account_id = s.client_account_id
                        AND v.dimension_value_id = s.relation_id AND v.type = s.relation_type
                      WHERE s.client_account_id = :client AND v.type = :type AND v.key = :key))
            """;

    private final Handle handle;
    private final ClientAccountId client;
    private final AccountCode account;
    private final DimensionRef relation;
    private final Currency currency;

    CurrencyBalances(
            Handle handle, ClientAccountId client, AccountCode account, DimensionRef relation, Currency currency) {
        this.handle = handle;
        this.client = client;
        this.account = account;
        this.relation = relation;
        this.currency = currency;
    }

    List<DayMovement> movements(LocalDate first, LocalDate last) {
        return query("""
                        SELECT coalesce(l.ledger_date, l.posting_date) AS day, sum(l.currency_amount)::bigint AS movement
                        """ + LINES + """
                           AND l.currency = :currency
                           AND coalesce(l.ledger_date, l.posting_date) BETWEEN :first AND :last
                         GROUP BY day
                         ORDER BY day
                        """)
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new DayMovement(Rows.date(row, "day"), row.getLong("movement")))
                .list();
    }

    Standing standing() {
        return query("""
                        SELECT coalesce(sum(l.currency_amount) FILTER (WHERE l.currency = :currency), 0)::bigint
                               AS in_currency,
                               coalesce(sum(l.amount), 0)::bigint AS in_ore
                        """ + LINES)
                .map((row, context) -> new Standing(row.getLong("in_currency"), row.getLong("in_ore")))
                .one();
    }

    private Query query(String sql) {
        return handle.createQuery(sql)
                .bind("client", client.value())
                .bind("account", account.digits())
                .bind("type", relation.type().apiName())
                .bind("key", relation.key())
                .bind("currency", currency.getCurrencyCode());
    }
}
