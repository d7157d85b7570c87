package no.avstemt.persistence.sync;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncRun;
import no.avstemt.application.sync.SyncRunStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiSyncRuns implements SyncRunStore {

    /** A round may end between the two statements that take and join it. */
    private static final int TRIES = 5;

    private final Handle handle;

    public JdbiSyncRuns(Handle handle) {
        this.handle = handle;
    }

    @Override
    public long begin(Optional<Actor> by, Instant at) {
        return handle.createQuery("""
                        INSERT INTO sync_run (started_by, started_by_user, started_at, told_at)
                        VALUES (:by, :user, :at, :at)
                        RETURNING run_id
                        """)
                .bind("by", by.map(Actor::name).orElse(""))
                .bind("user", by.flatMap(Actor::user).map(UserId::value).orElse(null))
                .bind("at", utc(at))
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Set<ClientAccountId> take(long run, Collection<ClientAccountId> clients) {
        Set<Long> rest = clients.stream().map(ClientAccountId::value).collect(Collectors.toCollection(TreeSet::new));
        Set<Long> own = new TreeSet<>();
        for (int attempt = 0; attempt < TRIES && !rest.isEmpty(); attempt++) {
            List<Long> taken = taken(run, rest);
            own.addAll(taken);
            taken.forEach(rest::remove);
            joined(run, rest).forEach(rest::remove);
        }
        if (!rest.isEmpty()) {
            throw new IllegalStateException("Run " + run + " could neither take nor join " + rest);
        }
        return own.stream().map(ClientAccountId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** In one order for all, so that two runs wait for each other at one client account only. */
    private List<Long> taken(long run, Set<Long> clients) {
        return handle.createQuery("""
                        INSERT INTO sync_run_client (run_id, client_account_id, state)
                        SELECT :run, client, 'QUEUED'
                          FROM unnest(:clients) AS client
                         ORDER BY client
                            ON CONFLICT (client_account_id) WHERE joins IS NULL AND state IN ('QUEUED', 'RUNNING') DO NOTHING
                        RETURNING client_account_id
                        """)
                .bind("run", run)
                .bindArray("clients", Long.class, List.copyOf(clients))
                .mapTo(Long.class)
                .list();
    }

    /** Whether its round has begun is not known here: it is asked again in any case, and its program decides. */
    private List<Long> joined(long run, Set<Long> clients) {
        return handle.createQuery("""
                        WITH joined AS (
                          UPDATE sync_run_client c
                             SET asked_again = true
                            FROM (SELECT run_id, client_account_id
                                    FROM sync_run_client
                                   WHERE client_account_id = ANY (:clients) AND joins IS NULL
                                     AND state IN ('QUEUED', 'RUNNING')
                                   ORDER BY client_account_id
                                     FOR UPDATE) o
                           WHERE c.run_id = o.run_id AND c.client_account_id = o.client_account_id
                          RETURNING c.run_id, c.client_account_id, c.state
                        )
                        INSERT INTO sync_run_client (run_id, client_account_id, joins, state)
                        SELECT :run, client_account_id, run_id, state
                          FROM joined
                        RETURNING client_account_id
                        """)
                .bind("run", run)
                .bindArray("clients", Long.class, List.copyOf(clients))
                .mapTo(Long.class)
                .list();
    }

    @Override
    public Set<ClientAccountId> open() {
        return handle.createQuery("""
                        SELECT client_account_id
                          FROM sync_run_client
                         WHERE joins IS NULL AND state IN ('QUEUED', 'RUNNING')
                        """).mapTo(Long.class).stream()
                .map(ClientAccountId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void interrupt(Instant heardBefore) {
        handle.createUpdate("""
                        UPDATE sync_run_client c
                           SET state = 'INTERRUPTED', ended_at = r.told_at
                          FROM sync_run r
                         WHERE r.run_id = c.run_id AND r.told_at < :before
                           AND c.joins IS NULL AND c.state IN ('QUEUED', 'RUNNING')
                        """).bind("before", utc(heardBefore)).execute();
    }

    @Override
    public Set<ClientAccountId> tell(long run, Instant at, List<SyncRun.Client> changed) {
        handle.createUpdate("UPDATE sync_run SET told_at = :at WHERE run_id = :run")
                .bind("run", run)
                .bind("at", utc(at))
                .execute();
        Set<ClientAccountId> asked = askedAgain(run);
        changed.stream()
                .filter(client -> !client.state().isOver() || !asked.contains(client.id()))
                .sorted(Comparator.comparing(client -> client.id().value()))
                .forEach(client -> tell(run, client));
        return asked;
    }

    private Set<ClientAccountId> askedAgain(long run) {
        return handle.createQuery("""
                        UPDATE sync_run_client c
                           SET asked_again = false
                          FROM (SELECT client_account_id
                                  FROM sync_run_client
                                 WHERE run_id = :run AND asked_again AND state IN ('QUEUED', 'RUNNING')
                                 ORDER BY client_account_id
                                   FOR UPDATE) o
                         WHERE c.run_id = :run AND c.client_account_id = o.client_account_id
                        RETURNING c.client_account_id
                        """).bind("run", run).mapTo(Long.class).stream()
                .map(ClientAccountId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void tell(long run, SyncRun.Client client) {
        handle.createUpdate("""
                        UPDATE sync_run_client
                           SET state = :state, ended_at = :ended, failure = :failure
                         WHERE run_id = :run AND client_account_id = :client AND state IN ('QUEUED', 'RUNNING')
                        """)
                .bind("run", run)
                .bind("client", client.id().value())
                .bind("state", client.state().name())
                .bind("ended", client.endedAt().map(Rows::utc).orElse(null))
                .bind("failure", client.failure().map(Trouble::stored).orElse(null))
                .execute();
        PreparedBatch ledgers = handle.prepareBatch("""
                INSERT INTO sync_run_ledger (run_id, client_account_id, ledger_id, entries, sales, journal_entries, failure)
                VALUES (:run, :client, :ledger, :entries, :sales, :booked, :failure)
                    ON CONFLICT (run_id, client_account_id, ledger_id)
                    DO UPDATE SET entries = excluded.entries, sales = excluded.sales,
                                  journal_entries = excluded.journal_entries, failure = excluded.failure
                """);
        client.ledgers()
                .forEach(ledger -> ledgers.bind("run", run)
                        .bind("client", client.id().value())
                        .bind("ledger", ledger.id().value())
                        .bind("entries", ledger.entries())
                        .bind("sales", ledger.sales())
                        .bind("booked", ledger.journalEntries())
                        .bind("failure", ledger.failure().map(Trouble::stored).orElse(null))
                        .add());
        if (ledgers.size() > 0) {
            ledgers.execute();
        }
    }

    @Override
    public Optional<SyncRun> find(long run) {
        return new SyncRunRows(handle, run).read();
    }

    @Override
    public Optional<SyncRun> latestOpen() {
        return handle.createQuery("""
                        SELECT max(run_id)
                          FROM sync_run_client
                         WHERE joins IS NULL AND state IN ('QUEUED', 'RUNNING')
                        HAVING max(run_id) IS NOT NULL
                        """).mapTo(Long.class).findOne().flatMap(this::find);
    }

    @Override
    public Found list(Optional<Whose> whose, long offset, long limit) {
        long count =
                seen("SELECT count(*) FROM sync_run r", whose).mapTo(Long.class).one();
        List<Long> page = seen(
                        "SELECT r.run_id FROM sync_run r", whose, "ORDER BY r.run_id DESC LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .mapTo(Long.class)
                .list();
        return new Found(count, page.stream().flatMap(run -> find(run).stream()).toList());
    }

    private Query seen(String runs, Optional<Whose> whose) {
        return seen(runs, whose, "");
    }

    private Query seen(String runs, Optional<Whose> whose, String order) {
        Query query = handle.createQuery(runs + """
                         WHERE :all
                            OR r.started_by_user = :user
                            OR EXISTS (SELECT
                                         FROM sync_run_client c
                                        WHERE c.run_id = r.run_id AND c.client_account_id = ANY (:clients))
                        """ + order);
        return query.bind("all", whose.isEmpty())
                .bind("user", whose.map(own -> own.user().value()).orElse(null))
                .bindArray(
                        "clients",
                        Long.class,
                        whose.map(Whose::clients).orElse(Set.of()).stream()
                                .map(ClientAccountId::value)
                                .toList());
    }

    @Override
    public int forgetBefore(Instant startedBefore) {
        return handle.createUpdate("DELETE FROM sync_run WHERE started_at < :before")
                .bind("before", utc(startedBefore))
                .execute();
    }
}
