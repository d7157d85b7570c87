package no.avstemt.persistence.period;

import java.util.List;
import no.avstemt.application.period.PeriodStore.Moved;
import no.avstemt.application.period.PeriodStore.MovedEntry;
import no.avstemt.application.period.PeriodStore.OpenItems;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** What is counted of a month before it is closed, and after it was opened again. */
final class MonthFigures {

    private static final List<String> APART = List.of(
            FindingCode.BALANCE_CHAIN_BROKEN.number(),
            FindingCode.FEES_IN_TRANSFER.number(),
            FindingCode.BOOKS_DIFFER_FROM_VIPPS.number(),
            FindingCode.OTHER_CURRENCY.number());

    private final Handle handle;
    private final ClientAccountId client;

    MonthFigures(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    OpenItems openOnSuspense(Period days) {
        return handle.createQuery("""
                        SELECT count(*) AS count, coalesce(sum(amount - matched), 0)::bigint AS amount
                          FROM (SELECT l.amount,
                                       coalesce((SELECT sum(p.amount)
                                                   FROM line_match_part p
                                                   JOIN line_match m USING (client_account_id, match_id)
                                                  WHERE p.client_account_id = l.client_account_id
                                                    AND p.entry_id = l.entry_id AND p.line_no = l.line_no
                                                    AND m.undone_at IS NULL), 0) AS matched
                                  FROM journal_line l
                                 WHERE l.client_account_id = :client AND l.posting_date <= :last
                                   AND l.account_id = :account
                                   AND NOT EXISTS (SELECT
                                                     FROM journal_entry e
                                                    WHERE e.client_account_id = :client AND e.entry_id = l.entry_id
                                                      AND e.reverses_entry_id IS NOT NULL)
                                   AND NOT EXISTS (SELECT
                                                     FROM journal_entry e
                                                    WHERE e.client_account_id = :client
                                                      AND e.reverses_entry_id = l.entry_id)) line
                         WHERE amount <> matched
                        """)
                .bind("client", client.value())
                .bind("last", days.last())
                .bind("account", account(AccountRole.SUSPENSE))
                .map((row, context) -> new OpenItems(row.getLong("count"), row.getLong("amount")))
                .one();
    }

    OpenItems payoutsUnderWay(Period days) {
        return handle.createQuery("""
                        SELECT count(*) AS count, coalesce(sum(balance), 0)::bigint AS amount
                          FROM (SELECT s.relation_id, sum(b.debit - b.credit) AS balance
                                  FROM balance_set_month b
                                  LEFT JOIN dimension_set s USING (client_account_id, dimension_set_id)
                                 WHERE b.client_account_id = :client AND b.account_id = :account AND b.month <= :last
                                 GROUP BY s.relation_id) ledger
                         WHERE balance <> 0
                        """)
                .bind("client", client.value())
                .bind("account", account(AccountRole.PAYOUTS_IN_TRANSIT))
                .bind("last", days.last())
                .map((row, context) -> new OpenItems(row.getLong("count"), row.getLong("amount")))
                .one();
    }

    OpenItems movedOut(Period days) {
        return handle.createQuery("""
                        SELECT count(DISTINCT entry_id) AS count,
                               coalesce(sum(amount) FILTER (WHERE account_id = :account), 0)::bigint AS amount
                          FROM journal_line
                         WHERE client_account_id = :client AND ledger_date BETWEEN :first AND :last
                           AND ledger_date <> posting_date AND posting_date > :last
                        """)
                .bind("client", client.value())
                .bind("account", account(AccountRole.VIPPS_FUNDS))
                .bind("first", days.first())
                .bind("last", days.last())
                .map((row, context) -> new OpenItems(row.getLong("count"), row.getLong("amount")))
                .one();
    }

    /** What has the role here, else the account that has it by default; 0 where the chart has none of them. */
    private long account(AccountRole role) {
        return handle.createQuery("""
                        SELECT coalesce(
                                 (SELECT account_id
                                    FROM account_role
                                   WHERE client_account_id = :client AND role = :role),
                                 (SELECT account_id FROM account WHERE client_account_id = :client AND code = :code),
                                 0)
                        """)
                .bind("client", client.value())
                .bind("role", role.name())
                .bind("code", role.defaultAccount().digits())
                .mapTo(Long.class)
                .one();
    }

    OpenItems differences(Period days) {
        return handle.createQuery("""
                        SELECT count(*) AS count, coalesce(sum(abs(amount)), 0)::bigint AS amount
                          FROM finding
                         WHERE client_account_id = :client AND closed_at IS NULL
                           AND ledger_date BETWEEN :first AND :last AND code = ANY (:codes::text[])
                        """)
                .bind("client", client.value())
                .bind("first", days.first())
                .bind("last", days.last())
                .bindArray("codes", String.class, APART)
                .map((row, context) -> new OpenItems(row.getLong("count"), row.getLong("amount")))
                .one();
    }

    List<Moved> movedSince(Period days, long position) {
        return handle.createQuery("""
                        SELECT a.code, a.name_nb, a.name_en, coalesce(sum(l.amount) FILTER (WHERE l.amount > 0), 0)::bigint AS debit,
                               coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0)::bigint AS credit
                          FROM journal_entry e
                          JOIN journal_line l USING (client_account_id, entry_id)
                          JOIN account a USING (client_account_id, account_id)
                         WHERE e.client_account_id = :client AND e.chain_position > :position
                           AND e.posting_date BETWEEN :first AND :last
                         GROUP BY a.code, a.name_nb, a.name_en
                         ORDER BY a.code COLLATE "C"
                        """)
                .bind("client", client.value())
                .bind("position", position)
                .bind("first", days.first())
                .bind("last", days.last())
                .map((row, context) -> new Moved(
                        row.getString("code"),
                        row.getString("name_nb"),
                        row.getString("name_en"),
                        row.getLong("debit"),
                        row.getLong("credit")))
                .list();
    }

    List<MovedEntry> entriesSince(Period days, long position, int limit) {
        return handle.createQuery("""
                        SELECT e.entry_id, e.fiscal_year, e.number, e.posting_date, e.description, e.created_by, e.created_at,
                               (SELECT sum(l.amount)
                                  FROM journal_line l
                                 WHERE l.client_account_id = e.client_account_id AND l.entry_id = e.entry_id
                                   AND l.amount > 0)::bigint AS debit
                          FROM journal_entry e
                         WHERE e.client_account_id = :client AND e.chain_position > :position
                           AND e.posting_date BETWEEN :first AND :last
                         ORDER BY e.chain_position DESC
                         LIMIT :limit
                        """)
                .bind("client", client.value())
                .bind("position", position)
                .bind("first", days.first())
                .bind("last", days.last())
                .bind("limit", limit)
                .map((row, context) -> new MovedEntry(
                        row.getLong("entry_id"),
                        row.getInt("fiscal_year"),
                        row.getLong("number"),
                        Rows.date(row, "posting_date"),
                        row.getString("description"),
                        row.getString("created_by"),
                        Rows.instant(row, "created_at"),
                        row.getLong("debit")))
                .list();
    }
}
