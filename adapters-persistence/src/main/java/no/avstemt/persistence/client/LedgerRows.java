package no.avstemt.persistence.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.client.LedgerProgress;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.settlement.LedgerStates;
import org.jdbi.v3.core.statement.Query;

/** Ledgers with their states, one row for each of their streams. */
final class LedgerRows {

    /** Its one place takes the condition that chooses ledgers {@code l}. */
    static final String SQL = "SELECT " + LedgerStates.COLUMNS + """
                   , l.client_account_id, l.ledger_id, l.currency, f.stream, f.cursor, f.items, f.last_date, f.caught_up_at,
                   f.read_at
              FROM vipps_ledger l
              LEFT JOIN ledger_state s USING (client_account_id, ledger_id)
              LEFT JOIN feed_state f USING (client_account_id, ledger_id)
             WHERE %s
             ORDER BY l.client_account_id, l.ledger_id COLLATE "C"
            """;

    private LedgerRows() {}

    static List<LedgerProgress> of(Query query) {
        return query.map((row, context) -> new Row(progress(row), feed(row))).stream()
                .collect(Collectors.groupingBy(row -> row.ledger().ledger(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(LedgerRows::together)
                .toList();
    }

    private static LedgerProgress together(List<Row> rows) {
        LedgerProgress ledger = rows.get(0).ledger();
        Map<Stream, FeedState> feeds = new EnumMap<>(Stream.class);
        rows.forEach(row -> row.feed().ifPresent(feed -> feeds.put(feed.stream(), feed.state())));
        return new LedgerProgress(ledger.client(), ledger.ledger(), ledger.currency(), ledger.state(), feeds);
    }

    private record Row(LedgerProgress ledger, Optional<Feed> feed) {}

    private record Feed(Stream stream, FeedState state) {}

    private static LedgerProgress progress(ResultSet row) throws SQLException {
        return new LedgerProgress(
                new ClientAccountId(row.getLong("client_account_id")),
                new LedgerId(row.getString("ledger_id")),
                row.getString("currency"),
                LedgerStates.of(row),
                Map.of());
    }

    private static Optional<Feed> feed(ResultSet row) throws SQLException {
        Optional<String> stream = Rows.optionalText(row, "stream");
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        FeedState state = new FeedState(
                row.getString("cursor"),
                row.getLong("items"),
                Rows.optionalDate(row, "last_date"),
                Rows.optionalInstant(row, "caught_up_at"),
                Rows.instant(row, "read_at"));
        return Optional.of(new Feed(Stream.valueOf(stream.get().toUpperCase(Locale.ROOT)), state));
    }
}
