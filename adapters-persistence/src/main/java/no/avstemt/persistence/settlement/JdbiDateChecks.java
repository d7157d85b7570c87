package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.database.Rows.utc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.sale.SalesByKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Works inside the transaction of its handle. */
public final class JdbiDateChecks implements DateCheckStore {

    private final Handle handle;

    public JdbiDateChecks(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<LocalDate> firstDate(ClientAccountId client, LedgerId ledger) {
        return of(handle.createQuery("""
                                SELECT min(f.first)
                                  FROM (VALUES ('funds'), ('fees')) AS t (topic)
                                 CROSS JOIN LATERAL (
                                       SELECT e.ledger_date AS first
                                         FROM settlement_entry e
                                        WHERE e.client_account_id = :client AND e.ledger_id = :ledger
                                          AND e.topic = t.topic
                                        ORDER BY e.ledger_date, e.feed_position
                                        LIMIT 1) f
                                """), client, ledger)
                .mapTo(LocalDate.class)
                .findOne();
    }

    @Override
    public List<Due> due(ClientAccountId client, LedgerId ledger, Map<Stream, Period> dates, Instant now, int limit) {
        if (dates.isEmpty()) {
            return List.of();
        }
        List<Stream> streams = List.copyOf(dates.keySet());
        return of(handle.createQuery("""
                                SELECT r.stream, d.day::date AS day, coalesce(c.times, 0) AS times
                                  FROM unnest(:streams::text[], :firsts::date[], :lasts::date[]) AS r (stream, first, last)
                                 CROSS JOIN LATERAL generate_series(r.first::timestamp, r.last::timestamp, '1 day') AS d (day)
                                  LEFT JOIN date_check c
                                    ON c.client_account_id = :client AND c.ledger_id = :ledger
                                   AND c.stream = r.stream AND c.ledger_date = d.day::date
                                 WHERE c.state IS NULL OR c.ask_at <= :now
                                 ORDER BY c.state IS NOT NULL, c.asked_at, d.day, r.stream
                                 LIMIT :limit
                                """), client, ledger)
                .bindArray(
                        "streams",
                        String.class,
                        streams.stream().map(Stream::storedName).toList())
                .bindArray("firsts", LocalDate.class, dates(streams, dates, true))
                .bindArray("lasts", LocalDate.class, dates(streams, dates, false))
                .bind("now", utc(now))
                .bind("limit", limit)
                .map((row, context) ->
                        new Due(stream(row.getString("stream")), Rows.date(row, "day"), row.getInt("times")))
                .list();
    }

    private static List<LocalDate> dates(List<Stream> streams, Map<Stream, Period> dates, boolean first) {
        return streams.stream()
                .map(stream -> Optional.ofNullable(dates.get(stream)).orElseThrow())
                .map(period -> first ? period.first() : period.last())
                .toList();
    }

    private static Stream stream(String stored) {
        return Stream.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    @Override
    public void save(ClientAccountId client, LedgerId ledger, Due asked, Answer answer) {
        of(handle.createUpdate("""
                                INSERT INTO date_check AS c (client_account_id, ledger_id, stream, ledger_date, state, times,
                                       report_rows, asked_at, ask_at)
                                VALUES (:client, :ledger, :stream, :date, :state, 1, :rows, :askedAt, :again)
                                    ON CONFLICT (client_account_id, ledger_id, stream, ledger_date) DO UPDATE
                                   SET state = excluded.state, times = c.times + 1,
                                       report_rows = excluded.report_rows, asked_at = excluded.asked_at,
                                       ask_at = excluded.ask_at
                                """), client, ledger)
                .bind("stream", asked.stream().storedName())
                .bind("date", asked.date())
                .bind("state", answer.state().name())
                .bind("rows", answer.rows())
                .bind("askedAt", utc(answer.askedAt()))
                .bind("again", answer.again().map(Rows::utc).orElse(null))
                .execute();
    }

    @Override
    public void reopen(ClientAccountId client, LedgerId ledger, Stream stream, Period dates, Instant now) {
        of(handle.createUpdate("""
                                UPDATE date_check
                                   SET state = 'OPEN', ask_at = :now
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND stream = :stream
                                   AND ledger_date BETWEEN :first AND :last AND state = 'VERIFIED'
                                """), client, ledger)
                .bind("stream", stream.storedName())
                .bind("first", dates.first())
                .bind("last", dates.last())
                .bind("now", utc(now))
                .execute();
    }

    @Override
    public void passedOver(
            ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date, long afterPosition, Instant now) {
        of(handle.createUpdate("""
                                INSERT INTO date_check AS c (client_account_id, ledger_id, stream, ledger_date, state, times,
                                       report_rows, asked_at, ask_at, passed_over_after)
                                VALUES (:client, :ledger, :topic, :date, 'DIFFERS', 1, 0, :now, :now, :after)
                                    ON CONFLICT (client_account_id, ledger_id, stream, ledger_date) DO UPDATE
                                   SET passed_over_after = coalesce(c.passed_over_after, excluded.passed_over_after)
                                """), client, ledger)
                .bind("topic", topic.vippsName())
                .bind("date", date)
                .bind("after", afterPosition)
                .bind("now", utc(now))
                .execute();
    }

    @Override
    public Optional<Long> passedOverAfter(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date) {
        return of(handle.createQuery("""
                                SELECT passed_over_after
                                  FROM date_check
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND stream = :topic
                                   AND ledger_date = :date AND passed_over_after IS NOT NULL
                                """), client, ledger)
                .bind("topic", topic.vippsName())
                .bind("date", date)
                .mapTo(Long.class)
                .findOne();
    }

    @Override
    public Map<Stream, Progress> progress(ClientAccountId client, LedgerId ledger) {
        Map<Stream, Progress> progress = new EnumMap<>(Stream.class);
        of(handle.createQuery("""
                                SELECT stream, max(ledger_date) FILTER (WHERE state = 'VERIFIED') AS verified_to,
                                       count(*) FILTER (WHERE state = 'OPEN') AS open_dates
                                  FROM date_check
                                 WHERE client_account_id = :client AND ledger_id = :ledger
                                 GROUP BY stream
                                """), client, ledger)
                .map((row, context) -> Map.entry(
                        stream(row.getString("stream")),
                        new Progress(Rows.optionalDate(row, "verified_to"), row.getLong("open_dates"))))
                .forEach(entry -> progress.put(entry.getKey(), entry.getValue()));
        return progress;
    }

    @Override
    public List<Row> rows(
            ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date, long afterPosition, int limit) {
        return of(handle.createQuery("SELECT " + EntryRow.COLUMNS + """
                                     , e.feed_position
                                  FROM settlement_entry e
                                 WHERE e.client_account_id = :client AND e.ledger_id = :ledger AND e.topic = :topic
                                   AND e.ledger_date = :date AND e.feed_position > :after
                                 ORDER BY e.feed_position
                                 LIMIT :limit
                                """), client, ledger)
                .bind("topic", topic.vippsName())
                .bind("date", date)
                .bind("after", afterPosition)
                .bind("limit", limit)
                .map((row, context) -> new Row(
                        row.getLong("feed_position"), EntryRow.stored(row).entry()))
                .list();
    }

    @Override
    public Set<EntryKey> stored(ClientAccountId client, LocalDate date, Collection<EntryKey> keys) {
        return handle.createQuery("""
                        SELECT natural_key
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_date = :date
                           AND natural_key = ANY (:keys::uuid[])
                        """)
                .bind("client", client.value())
                .bind("date", date)
                .bindArray(
                        "keys", UUID.class, keys.stream().map(EntryKey::value).toList())
                .map((row, context) -> new EntryKey(row.getObject("natural_key", UUID.class)))
                .collectIntoSet();
    }

    @Override
    public Map<EntryKey, BigDecimal> places(ClientAccountId client, LocalDate date, Collection<EntryKey> keys) {
        return handle.createQuery("""
                        SELECT natural_key, coalesce(chain_place, feed_position) AS place
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_date = :date
                           AND natural_key = ANY (:keys::uuid[])
                        """)
                .bind("client", client.value())
                .bind("date", date)
                .bindArray(
                        "keys", UUID.class, keys.stream().map(EntryKey::value).toList())
                .map((row, context) ->
                        Map.entry(new EntryKey(row.getObject("natural_key", UUID.class)), row.getBigDecimal("place")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Optional<StoredSale>> stored(ClientAccountId client, List<Sale> told) {
        return new SalesByKey(handle, client).of(told);
    }

    @Override
    public Sum sales(ClientAccountId client, LedgerId ledger, Instant from, Instant until) {
        return of(handle.createQuery("""
                                SELECT count(*) AS count, coalesce(sum(CASE s.kind WHEN 'REFUND' THEN -1 ELSE 1 END
                                       * coalesce(s.gross, (
                                           SELECT sum(x.gross)
                                             FROM sale_line x
                                            WHERE x.client_account_id = s.client_account_id
                                              AND x.sale_id = s.sale_id), 0)), 0)::bigint AS amount
                                  FROM sale s
                                 WHERE s.client_account_id = :client AND s.ledger_id = :ledger
                                   AND s.time >= :from AND s.time < :until
                                """), client, ledger)
                .bind("from", utc(from))
                .bind("until", utc(until))
                .map((row, context) -> new Sum(row.getLong("count"), row.getLong("amount")))
                .one();
    }

    private static <S extends SqlStatement<S>> S of(S statement, ClientAccountId client, LedgerId ledger) {
        return statement.bind("client", client.value()).bind("ledger", ledger.value());
    }
}
