package no.avstemt.persistence.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncRun;
import no.avstemt.application.sync.SyncRun.State;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** One run as it is stored; a client account that joined another run is as far as it is there. */
record SyncRunRows(Handle handle, long run) {

    Optional<SyncRun> read() {
        Map<Long, List<SyncRun.Ledger>> ledgers = ledgers();
        List<SyncRun.Client> clients = clients(ledgers);
        return handle.createQuery("SELECT started_by, started_by_user, started_at FROM sync_run WHERE run_id = :run")
                .bind("run", run)
                .map((row, context) -> new SyncRun(run, startedBy(row), Rows.instant(row, "started_at"), clients))
                .findOne();
    }

    private static Optional<Actor> startedBy(ResultSet row) throws SQLException {
        Optional<UserId> user = Rows.optionalLong(row, "started_by_user").map(UserId::new);
        String name = row.getString("started_by");
        return name.isEmpty() ? Optional.empty() : Optional.of(new Actor(user, name));
    }

    private List<SyncRun.Client> clients(Map<Long, List<SyncRun.Ledger>> ledgers) {
        return handle.createQuery("""
                        SELECT own.client_account_id, own.state, own.ended_at, own.failure, r.told_at
                          FROM sync_run_client c
                          JOIN sync_run_client own
                            ON own.run_id = coalesce(c.joins, c.run_id) AND own.client_account_id = c.client_account_id
                          JOIN sync_run r ON r.run_id = own.run_id
                         WHERE c.run_id = :run
                         ORDER BY own.client_account_id
                        """)
                .bind("run", run)
                .map((row, context) -> new SyncRun.Client(
                        new ClientAccountId(row.getLong("client_account_id")),
                        State.valueOf(row.getString("state")),
                        Rows.instant(row, "told_at"),
                        Rows.optionalInstant(row, "ended_at"),
                        Rows.optionalText(row, "failure").map(Trouble::read),
                        ledgers.getOrDefault(row.getLong("client_account_id"), List.of())))
                .list();
    }

    private Map<Long, List<SyncRun.Ledger>> ledgers() {
        record Of(long client, SyncRun.Ledger ledger) {}
        return handle.createQuery("""
                        SELECT l.client_account_id, l.ledger_id, l.entries, l.sales, l.journal_entries, l.failure
                          FROM sync_run_client c
                          JOIN sync_run_ledger l
                            ON l.run_id = coalesce(c.joins, c.run_id) AND l.client_account_id = c.client_account_id
                         WHERE c.run_id = :run
                         ORDER BY l.client_account_id, l.ledger_id
                        """)
                .bind("run", run)
                .map((row, context) -> new Of(
                        row.getLong("client_account_id"),
                        new SyncRun.Ledger(
                                new LedgerId(row.getString("ledger_id")),
                                row.getLong("entries"),
                                row.getLong("sales"),
                                row.getLong("journal_entries"),
                                Rows.optionalText(row, "failure").map(Trouble::read))))
                .collect(Collectors.groupingBy(
                        Of::client, LinkedHashMap::new, Collectors.mapping(Of::ledger, Collectors.toList())));
    }
}
