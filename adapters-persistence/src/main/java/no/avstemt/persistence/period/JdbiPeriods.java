package no.avstemt.persistence.period;

import static no.avstemt.persistence.database.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.period.PeriodStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Works inside the transaction of its handle. */
public final class JdbiPeriods implements PeriodStore {

    private final Handle handle;

    public JdbiPeriods(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Periods of(ClientAccountId client) {
        Map<YearMonth, PeriodState> told = new HashMap<>();
        handle.createQuery("SELECT month, state FROM period WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) ->
                        Map.entry(YearMonth.from(Rows.date(row, "month")), PeriodState.valueOf(row.getString("state"))))
                .forEach(month -> told.put(month.getKey(), month.getValue()));
        return new Periods(told);
    }

    @Override
    public List<Told> told(ClientAccountId client, YearMonth first, YearMonth last) {
        return handle.createQuery("""
                        SELECT month, state, changed_at, changed_by, changed_by_user, reason, closed_at, closed_position
                          FROM period
                         WHERE client_account_id = :client AND month BETWEEN :first AND :last
                         ORDER BY month
                        """)
                .bind("client", client.value())
                .bind("first", first.atDay(1))
                .bind("last", last.atDay(1))
                .map((row, context) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        Optional<UserId> user = Rows.optionalLong(row, "changed_by_user").map(UserId::new);
        Optional<Long> position = Rows.optionalLong(row, "closed_position");
        return new Told(
                YearMonth.from(Rows.date(row, "month")),
                PeriodState.valueOf(row.getString("state")),
                Rows.instant(row, "changed_at"),
                new Actor(user, row.getString("changed_by")),
                Rows.optionalText(row, "reason"),
                Rows.optionalInstant(row, "closed_at").map(at -> new Closed(at, position.orElseThrow())));
    }

    @Override
    public void save(ClientAccountId client, List<Told> months) {
        months.forEach(month -> save(client, month));
        touchHead(client);
    }

    private void save(ClientAccountId client, Told month) {
        handle.createUpdate("""
                        INSERT INTO period (client_account_id, month, state, changed_at, changed_by, changed_by_user, reason,
                               closed_at, closed_position)
                        VALUES (:client, :month, :state, :at, :by, :user, :reason, :closedAt, :position)
                            ON CONFLICT (client_account_id, month) DO UPDATE
                           SET state = excluded.state, changed_at = excluded.changed_at,
                               changed_by = excluded.changed_by, changed_by_user = excluded.changed_by_user,
                               reason = excluded.reason, closed_at = excluded.closed_at,
                               closed_position = excluded.closed_position
                        """)
                .bind("client", client.value())
                .bind("month", month.month().atDay(1))
                .bind("state", month.state().name())
                .bind("at", utc(month.changedAt()))
                .bind("by", month.by().name())
                .bind("user", month.by().user().map(UserId::value).orElse(null))
                .bind("reason", month.reason().orElse(null))
                .bind("closedAt", month.closed().map(closed -> utc(closed.at())).orElse(null))
                .bind("position", month.closed().map(Closed::position).orElse(null))
                .execute();
    }

    /** So that who took an older look at the books, and waits for the head, is refused when the wait ends. */
    private void touchHead(ClientAccountId client) {
        handle.createUpdate("""
                        UPDATE journal_head SET chain_position = chain_position WHERE client_account_id = :client
                        """).bind("client", client.value()).execute();
    }

    @Override
    public Optional<YearMonth> firstPosted(ClientAccountId client) {
        return handle.createQuery("SELECT min(month) FROM balance_month WHERE client_account_id = :client")
                .bind("client", client.value())
                .mapTo(LocalDate.class)
                .findOne()
                .map(YearMonth::from);
    }

    @Override
    public OpenItems openOnSuspense(ClientAccountId client, Period days) {
        return new MonthFigures(handle, client).openOnSuspense(days);
    }

    @Override
    public OpenItems differences(ClientAccountId client, Period days) {
        return new MonthFigures(handle, client).differences(days);
    }

    @Override
    public OpenItems payoutsUnderWay(ClientAccountId client, Period days) {
        return new MonthFigures(handle, client).payoutsUnderWay(days);
    }

    @Override
    public OpenItems movedOut(ClientAccountId client, Period days) {
        return new MonthFigures(handle, client).movedOut(days);
    }

    @Override
    public List<Moved> movedSince(ClientAccountId client, Period days, long position) {
        return new MonthFigures(handle, client).movedSince(days, position);
    }

    @Override
    public List<MovedEntry> entriesSince(ClientAccountId client, Period days, long position, int limit) {
        return new MonthFigures(handle, client).entriesSince(days, position, limit);
    }
}
