package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore;
import no.avstemt.application.settlement.LedgerTaken;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiLedgers implements LedgerStore {

    private final Handle handle;

    public JdbiLedgers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void remember(Ledger ledger) {
        handle.createUpdate("""
                        INSERT INTO vipps_ledger (ledger_id, currency, owner_number, payout_account)
                        VALUES (:ledger, :currency, :owner, :payout)
                            ON CONFLICT (ledger_id) DO UPDATE
                           SET owner_number = excluded.owner_number, payout_account = excluded.payout_account
                        """)
                .bind("ledger", ledger.id().value())
                .bind("currency", ledger.currency())
                .bind("owner", ledger.ownerNumber().orElse(null))
                .bind("payout", ledger.payoutAccount().orElse(null))
                .execute();
    }

    @Override
    public void takeIntoUse(ClientAccountId client, LedgerId ledger, List<SalesUnit> units) {
        int taken = of(handle.createUpdate("""
                                UPDATE vipps_ledger
                                   SET client_account_id = :client
                                 WHERE ledger_id = :ledger
                                   AND (client_account_id IS NULL OR client_account_id = :client)
                                """), client, ledger).execute();
        if (taken == 0) {
            throw new LedgerTaken(ledger);
        }
        new SalesUnits(handle, client, ledger).add(units);
        of(handle.createUpdate("""
                                INSERT INTO ledger_state (client_account_id, ledger_id)
                                VALUES (:client, :ledger)
                                    ON CONFLICT DO NOTHING
                                """), client, ledger).execute();
        of(handle.createUpdate("""
                                INSERT INTO accepted_link (client_account_id, ledger_id, subject, accepted, accepted_at)
                                SELECT :client, ledger_id, 'payout-account', payout_account, now()
                                  FROM vipps_ledger
                                 WHERE ledger_id = :ledger AND payout_account IS NOT NULL
                                    ON CONFLICT DO NOTHING
                                """), client, ledger).execute();
        of(handle.createUpdate("""
                                INSERT INTO dimension_value (client_account_id, type, key, name)
                                VALUES (:client, 'bankacc', :ledger, :name)
                                    ON CONFLICT (client_account_id, type, key) DO NOTHING
                                """), client, ledger)
                .bind("name", "Vipps " + ledger)
                .execute();
    }

    @Override
    public void add(ClientAccountId client, LedgerId ledger, SalesUnit unit) {
        new SalesUnits(handle, client, ledger).add(List.of(unit));
    }

    @Override
    public void cutOffAt(ClientAccountId client, LedgerId ledger, LocalTime cutoff) {
        of(handle.createUpdate("""
                                UPDATE vipps_ledger
                                   SET cutoff = :cutoff
                                 WHERE ledger_id = :ledger AND client_account_id = :client
                                """), client, ledger).bind("cutoff", cutoff).execute();
    }

    @Override
    public Optional<ClientAccountId> owner(LedgerId ledger) {
        return handle.createQuery("""
                        SELECT client_account_id
                          FROM vipps_ledger
                         WHERE ledger_id = :ledger AND client_account_id IS NOT NULL
                        """)
                .bind("ledger", ledger.value())
                .mapTo(Long.class)
                .findOne()
                .map(ClientAccountId::new);
    }

    @Override
    public List<OwnLedger> of(ClientAccountId client) {
        return handle.createQuery("""
                        SELECT ledger_id, currency, cutoff
                          FROM vipps_ledger
                         WHERE client_account_id = :client
                         ORDER BY ledger_id COLLATE "C"
                        """)
                .bind("client", client.value())
                .map((row, context) -> new OwnLedger(
                        new LedgerId(row.getString("ledger_id")),
                        row.getString("currency"),
                        row.getObject("cutoff", LocalTime.class)))
                .list();
    }

    @Override
    public List<SalesUnit> units(ClientAccountId client, LedgerId ledger) {
        return new SalesUnits(handle, client, ledger).all();
    }

    @Override
    public void map(ClientAccountId client, LedgerId ledger, SalesUnit mapped) {
        new SalesUnits(handle, client, ledger).map(mapped);
    }

    @Override
    public Optional<FeedState> lockFeed(ClientAccountId client, LedgerId ledger, Stream stream) {
        beginIfUnread(client, ledger, stream);
        return feed(client, ledger, stream, "FOR UPDATE");
    }

    /** A row that is not there cannot be locked: two that read a first page at once would both store it. */
    private void beginIfUnread(ClientAccountId client, LedgerId ledger, Stream stream) {
        of(handle.createUpdate("""
                                INSERT INTO feed_state (client_account_id, ledger_id, stream, cursor, items, read_at)
                                VALUES (:client, :ledger, :stream, '', 0, now())
                                    ON CONFLICT (client_account_id, ledger_id, stream) DO NOTHING
                                """), client, ledger)
                .bind("stream", stream.storedName())
                .execute();
    }

    @Override
    public Optional<FeedState> feed(ClientAccountId client, LedgerId ledger, Stream stream) {
        return feed(client, ledger, stream, "");
    }

    private Optional<FeedState> feed(ClientAccountId client, LedgerId ledger, Stream stream, String lock) {
        Query query = of(handle.createQuery("""
                        SELECT cursor, items, last_date, caught_up_at, read_at
                          FROM feed_state
                         WHERE client_account_id = :client AND ledger_id = :ledger AND stream = :stream
                        """ + lock), client, ledger);
        return query.bind("stream", stream.storedName())
                .map((row, context) -> new FeedState(
                        row.getString("cursor"),
                        row.getLong("items"),
                        Rows.optionalDate(row, "last_date"),
                        Rows.optionalInstant(row, "caught_up_at"),
                        Rows.instant(row, "read_at")))
                .findOne();
    }

    @Override
    public void save(ClientAccountId client, LedgerId ledger, Stream stream, FeedState state) {
        of(handle.createUpdate("""
                                INSERT INTO feed_state (client_account_id, ledger_id, stream, cursor, items, last_date,
                                       caught_up_at, read_at)
                                VALUES (:client, :ledger, :stream, :cursor, :items, :last, :caughtUp, :read)
                                    ON CONFLICT (client_account_id, ledger_id, stream) DO UPDATE
                                   SET cursor = excluded.cursor, items = excluded.items,
                                       last_date = excluded.last_date, caught_up_at = excluded.caught_up_at,
                                       read_at = excluded.read_at
                                """), client, ledger)
                .bind("stream", stream.storedName())
                .bind("cursor", state.cursor())
                .bind("items", state.items())
                .bind("last", state.lastDate().orElse(null))
                .bind("caughtUp", state.caughtUpAt().map(Rows::utc).orElse(null))
                .bind("read", utc(state.readAt()))
                .execute();
    }

    @Override
    public LedgerState lockState(ClientAccountId client, LedgerId ledger) {
        return state(client, ledger, "FOR UPDATE");
    }

    @Override
    public LedgerState state(ClientAccountId client, LedgerId ledger) {
        return state(client, ledger, "");
    }

    private LedgerState state(ClientAccountId client, LedgerId ledger, String lock) {
        String query = "SELECT " + LedgerStates.COLUMNS + """
                  FROM ledger_state s
                 WHERE client_account_id = :client AND ledger_id = :ledger
                """ + lock;
        return of(handle.createQuery(query), client, ledger)
                .map((row, context) -> LedgerStates.of(row))
                .findOne()
                .orElseThrow(() ->
                        new IllegalStateException("Ledger " + ledger + " is not in use by client account " + client));
    }

    @Override
    public void save(ClientAccountId client, LedgerId ledger, LedgerState state) {
        LedgerStates.bound(of(handle.createUpdate("""
                                INSERT INTO ledger_state (client_account_id, ledger_id, booked_to, checked_to, difference,
                                       failed_at, failure, failures, next_try_at,
                                       sales_failed_at, sales_failure, sales_failures, sales_next_try_at,
                                       dates_failed_at, dates_failure, dates_failures, dates_next_try_at)
                                VALUES (:client, :ledger, :booked_to, :checked_to, :difference,
                                       :failed_at, :failure, :failures, :next_try_at,
                                       :sales_failed_at, :sales_failure, :sales_failures, :sales_next_try_at,
                                       :dates_failed_at, :dates_failure, :dates_failures, :dates_next_try_at)
                                    ON CONFLICT (client_account_id, ledger_id) DO UPDATE
                                   SET booked_to = excluded.booked_to, checked_to = excluded.checked_to,
                                       difference = excluded.difference,
                                       failed_at = excluded.failed_at, failure = excluded.failure,
                                       failures = excluded.failures, next_try_at = excluded.next_try_at,
                                       sales_failed_at = excluded.sales_failed_at,
                                       sales_failure = excluded.sales_failure,
                                       sales_failures = excluded.sales_failures,
                                       sales_next_try_at = excluded.sales_next_try_at,
                                       dates_failed_at = excluded.dates_failed_at,
                                       dates_failure = excluded.dates_failure,
                                       dates_failures = excluded.dates_failures,
                                       dates_next_try_at = excluded.dates_next_try_at
                                """), client, ledger), state).execute();
    }

    /** A part that waits with money is asked with it. */
    @Override
    public List<ClientAccountId> due(Instant now) {
        return handle.createQuery("""
                        SELECT DISTINCT client_account_id
                          FROM ledger_state
                         WHERE least(next_try_at, sales_next_try_at, dates_next_try_at) <= :now
                           AND (next_try_at IS NULL OR next_try_at <= :now)
                         ORDER BY client_account_id
                        """)
                .bind("now", utc(now))
                .map((row, context) -> new ClientAccountId(row.getLong("client_account_id")))
                .list();
    }

    @Override
    public void tryNow() {
        handle.execute("""
                UPDATE ledger_state
                   SET next_try_at = NULL, sales_next_try_at = NULL, dates_next_try_at = NULL
                 WHERE coalesce(next_try_at, sales_next_try_at, dates_next_try_at) IS NOT NULL
                """);
    }

    @Override
    public void countDefaultVat(
            ClientAccountId client,
            LedgerId ledger,
            LocalDate ledgerDate,
            long chainPosition,
            long entries,
            long amount) {
        of(handle.createUpdate("""
                                WITH told AS (
                                  INSERT INTO default_vat_entry (client_account_id, chain_position, ledger_id, ledger_date,
                                         entries, amount)
                                  VALUES (:client, :position, :ledger, :date, :entries, :amount)
                                )
                                INSERT INTO default_vat_day AS d (client_account_id, ledger_id, ledger_date, entries, amount)
                                VALUES (:client, :ledger, :date, :entries, :amount)
                                    ON CONFLICT (client_account_id, ledger_id, ledger_date) DO UPDATE
                                   SET entries = d.entries + excluded.entries, amount = d.amount + excluded.amount
                                """), client, ledger)
                .bind("date", ledgerDate)
                .bind("position", chainPosition)
                .bind("entries", entries)
                .bind("amount", amount)
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(S statement, ClientAccountId client, LedgerId ledger) {
        return statement.bind("client", client.value()).bind("ledger", ledger.value());
    }
}
