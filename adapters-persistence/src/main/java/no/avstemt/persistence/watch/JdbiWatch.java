package no.avstemt.persistence.watch;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.avstemt.application.watch.WatchStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiWatch implements WatchStore {

    private final Handle handle;

    public JdbiWatch(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Listing> listing(LedgerId ledger) {
        return handle.createQuery("""
                        SELECT l.missing_since, l.payout_account,
                               ARRAY(SELECT u.handle FROM vipps_ledger_unit u
                                      WHERE u.ledger_id = l.ledger_id AND u.gone_since IS NULL) AS handles
                          FROM vipps_ledger l
                         WHERE l.ledger_id = :ledger AND l.connection_id IS NOT NULL
                        """)
                .bind("ledger", ledger.value())
                .map((row, context) -> new Listing(
                        Rows.optionalInstant(row, "missing_since"),
                        Rows.optionalText(row, "payout_account"),
                        Set.of((String[]) row.getArray("handles").getArray())))
                .findOne();
    }

    @Override
    public Optional<String> nameOf(LedgerId ledger, String unit) {
        return handle.createQuery("""
                        SELECT name
                          FROM vipps_ledger_unit
                         WHERE ledger_id = :ledger AND handle = :unit AND gone_since IS NULL
                        """)
                .bind("ledger", ledger.value())
                .bind("unit", unit)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public Map<String, LedgerId> elsewhere(LedgerId ledger, Set<String> handles) {
        return others(handle.createQuery("""
                        SELECT u.handle, u.ledger_id
                          FROM vipps_ledger_unit u
                          JOIN vipps_ledger l USING (ledger_id)
                         WHERE u.handle = ANY (:handles::text[]) AND u.ledger_id <> :ledger
                           AND u.gone_since IS NULL AND l.missing_since IS NULL
                         ORDER BY u.ledger_id COLLATE "C"
                        """), ledger, handles);
    }

    @Override
    public Map<String, LedgerId> before(LedgerId ledger, Set<String> handles) {
        return others(handle.createQuery("""
                        SELECT u.handle, u.ledger_id
                          FROM vipps_ledger_unit u
                         WHERE u.handle = ANY (:handles::text[]) AND u.ledger_id <> :ledger
                           AND u.gone_since IS NOT NULL
                         ORDER BY u.gone_since DESC, u.ledger_id COLLATE "C"
                        """), ledger, handles);
    }

    private static Map<String, LedgerId> others(Query query, LedgerId ledger, Set<String> handles) {
        Map<String, LedgerId> others = new TreeMap<>();
        query.bindArray("handles", String.class, List.copyOf(handles))
                .bind("ledger", ledger.value())
                .map((row, context) -> Map.entry(row.getString("handle"), new LedgerId(row.getString("ledger_id"))))
                .forEach(found -> others.putIfAbsent(found.getKey(), found.getValue()));
        return others;
    }

    @Override
    public Map<String, String> accepted(ClientAccountId client, LedgerId ledger) {
        Map<String, String> accepted = new TreeMap<>();
        of(handle.createQuery("""
                                SELECT subject, accepted
                                  FROM accepted_link
                                 WHERE client_account_id = :client AND ledger_id = :ledger
                                """), client, ledger)
                .map((row, context) -> Map.entry(row.getString("subject"), row.getString("accepted")))
                .forEach(link -> accepted.put(link.getKey(), link.getValue()));
        return accepted;
    }

    @Override
    public void accept(ClientAccountId client, LedgerId ledger, String subject, String accepted, Instant at) {
        of(handle.createUpdate("""
                                INSERT INTO accepted_link (client_account_id, ledger_id, subject, accepted, accepted_at)
                                VALUES (:client, :ledger, :subject, :accepted, :at)
                                    ON CONFLICT (client_account_id, ledger_id, subject) DO UPDATE
                                   SET accepted = excluded.accepted, accepted_at = excluded.accepted_at
                                """), client, ledger)
                .bind("subject", subject)
                .bind("accepted", accepted)
                .bind("at", utc(at))
                .execute();
    }

    @Override
    public void forget(ClientAccountId client, LedgerId ledger, Set<String> subjects) {
        of(handle.createUpdate("""
                                DELETE FROM accepted_link
                                 WHERE client_account_id = :client AND ledger_id = :ledger
                                   AND subject = ANY (:subjects::text[])
                                """), client, ledger)
                .bindArray("subjects", String.class, List.copyOf(subjects))
                .execute();
    }

    @Override
    public Optional<LocalDate> lastSale(ClientAccountId client, LedgerId ledger) {
        return of(handle.createQuery("""
                                SELECT ledger_date
                                  FROM settlement_entry
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND topic = 'funds'
                                   AND vipps_type IN ('capture', 'refund')
                                 ORDER BY ledger_date DESC
                                 LIMIT 1
                                """), client, ledger)
                .mapTo(LocalDate.class)
                .findOne();
    }

    @Override
    public SortedMap<LocalDate, Integer> sales(ClientAccountId client, LedgerId ledger, Period dates, int most) {
        SortedMap<LocalDate, Integer> sales = new TreeMap<>();
        of(handle.createQuery("""
                                SELECT d.day, c.sales
                                  FROM (SELECT :first::date + n AS day
                                          FROM generate_series(0, :last::date - :first::date) n) d
                                 CROSS JOIN LATERAL (
                                        SELECT count(*) AS sales
                                          FROM (SELECT
                                                  FROM settlement_entry e
                                                 WHERE e.client_account_id = :client AND e.ledger_id = :ledger
                                                   AND e.topic = 'funds' AND e.ledger_date = d.day
                                                   AND e.vipps_type IN ('capture', 'refund')
                                                 LIMIT :most) counted) c
                                 WHERE c.sales > 0
                                """), client, ledger)
                .bind("first", dates.first())
                .bind("last", dates.last())
                .bind("most", most)
                .map((row, context) -> Map.entry(Rows.date(row, "day"), row.getInt("sales")))
                .forEach(day -> sales.put(day.getKey(), day.getValue()));
        return sales;
    }

    private static <S extends SqlStatement<S>> S of(S statement, ClientAccountId client, LedgerId ledger) {
        return statement.bind("client", client.value()).bind("ledger", ledger.value());
    }
}
