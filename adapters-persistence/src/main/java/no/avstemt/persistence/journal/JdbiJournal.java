package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.journal.JournalStore;
import no.avstemt.application.journal.Stamp;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.ExchangeDifferences.Standing;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.period.JdbiPeriods;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiJournal implements JournalStore {

    private final Handle handle;

    public JdbiJournal(Handle handle) {
        this.handle = handle;
    }

    @Override
    public JournalHead lockHead(ClientAccountId client) {
        return head(client, "FOR UPDATE OF h");
    }

    @Override
    public JournalHead head(ClientAccountId client) {
        return head(client, "");
    }

    private JournalHead head(ClientAccountId client, String lock) {
        Head head = handle.createQuery("""
                        SELECT h.chain_position, h.chain_hash, c.fiscal_year_start
                          FROM journal_head h
                          JOIN client_account c USING (client_account_id)
                         WHERE h.client_account_id = :client
                        """ + lock)
                .bind("client", client.value())
                .map((row, context) -> new Head(
                        row.getLong("chain_position"),
                        new ChainHash(row.getBytes("chain_hash")),
                        new FiscalYear(row.getInt("fiscal_year_start"))))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("Client account " + client + " has no journal"));
        Map<Integer, Long> numbers = new HashMap<>();
        handle.createQuery("SELECT fiscal_year, last_number FROM journal_number WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) -> Map.entry(row.getInt("fiscal_year"), row.getLong("last_number")))
                .forEach(year -> numbers.put(year.getKey(), year.getValue()));
        return new JournalHead(
                head.position(), head.hash(), numbers, head.fiscalYears(), new JdbiPeriods(handle).of(client));
    }

    private record Head(long position, ChainHash hash, FiscalYear fiscalYears) {}

    @Override
    public void append(ClientAccountId client, List<PostedEntry> entries, JournalHead after, Stamp stamp) {
        try (Appending journal = appending(client, stamp)) {
            journal.add(entries, after);
            journal.finish();
        }
    }

    @Override
    public void appendDraft(ClientAccountId client, PostedEntry entry, JournalHead after, Stamp stamp, long draftId) {
        try (JdbiAppending journal = new JdbiAppending(handle, client, stamp)) {
            journal.addUnder(draftId, entry, after);
            journal.finish();
        }
    }

    @Override
    public Appending appending(ClientAccountId client, Stamp stamp) {
        return new JdbiAppending(handle, client, stamp);
    }

    @Override
    public List<DayMovement> movements(
            ClientAccountId client, AccountCode account, DimensionRef relation, LocalDate first, LocalDate last) {
        return handle.createQuery("""
                        WITH of_relation AS MATERIALIZED (
                          SELECT s.dimension_set_id
                            FROM dimension_set s
                            JOIN dimension_value v
                              ON v.client_account_id = s.client_account_id
                             AND v.dimension_value_id = s.relation_id AND v.type = s.relation_type
                           WHERE s.client_account_id = :client AND v.type = :type AND v.key = :key),
                        asked AS MATERIALIZED (
                          SELECT account_id FROM account WHERE client_account_id = :client AND code = :account),
                        moved AS MATERIALIZED (
                          SELECT l.posting_date, l.ledger_date, l.amount
                            FROM journal_line l
                           WHERE l.client_account_id = :client AND l.account_id = (SELECT account_id FROM asked)
                             AND l.ledger_date <> l.posting_date
                             AND l.dimension_set_id = ANY (ARRAY(SELECT dimension_set_id FROM of_relation)))
                        SELECT day, sum(movement)::bigint AS movement
                          FROM (SELECT b.day, b.debit - b.credit AS movement
                                  FROM balance_set_day b
                                 WHERE b.client_account_id = :client AND b.day BETWEEN :first AND :last
                                   AND b.account_id = (SELECT account_id FROM asked)
                                   AND b.dimension_set_id = ANY (ARRAY(SELECT dimension_set_id FROM of_relation))
                                 UNION ALL
                                SELECT posting_date, -amount FROM moved WHERE posting_date BETWEEN :first AND :last
                                 UNION ALL
                                SELECT ledger_date, amount FROM moved WHERE ledger_date BETWEEN :first AND :last) m
                         GROUP BY day
                         ORDER BY day
                        """)
                .bind("client", client.value())
                .bind("account", account.digits())
                .bind("type", relation.type().apiName())
                .bind("key", relation.key())
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new DayMovement(Rows.date(row, "day"), row.getLong("movement")))
                .list();
    }

    @Override
    public List<DayMovement> movements(
            ClientAccountId client,
            AccountCode account,
            DimensionRef relation,
            Currency currency,
            LocalDate first,
            LocalDate last) {
        return currency.equals(Money.NOK)
                ? movements(client, account, relation, first, last)
                : new CurrencyBalances(handle, client, account, relation, currency).movements(first, last);
    }

    @Override
    public Standing standing(ClientAccountId client, AccountCode account, DimensionRef relation, Currency currency) {
        return new CurrencyBalances(handle, client, account, relation, currency).standing();
    }

    @Override
    public long writeTexts(ClientAccountId client, int most) {
        return new EntryTexts(handle, client).write(most);
    }
}
