package no.avstemt.persistence.client;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.ClientStore.LedgerView;
import no.avstemt.application.client.ClientStore.Standing;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.money.Money;
import no.avstemt.persistence.database.Rows;
import no.avstemt.persistence.settlement.LastBalance;
import org.jdbi.v3.core.Handle;

/** The clients of a transaction, each in one row, whatever their number: two statements in all. */
final class Overviews {

    /** Row-level security leaves out the ledgers' states of other clients; the register has to be told. */
    private static final String SQL = """
            WITH mine AS (
              SELECT unnest(string_to_array(current_setting('avstemt.clients', true), ',')::bigint[]) AS client_account_id
            ), ledgers AS (
              SELECT l.client_account_id, l.ledger_id, l.currency,
                     (SELECT CASE WHEN count(f.caught_up_at) = 2 THEN min(f.caught_up_at) END
                        FROM feed_state f
                       WHERE f.client_account_id = l.client_account_id AND f.ledger_id = l.ledger_id
                         AND f.stream IN ('funds', 'fees')) AS fetched_at,
                     (SELECT coalesce(sum(e.balance_after), 0)
                        FROM (VALUES ('funds'), ('fees')) t (topic)
                       CROSS JOIN LATERAL (""" + LastBalance.of("""
                             s.client_account_id = l.client_account_id AND s.ledger_id = l.ledger_id
                             AND s.topic = t.topic""") + """
                             ) e) AS at_vipps
                FROM vipps_ledger l
                JOIN mine USING (client_account_id)
            ), standing AS (
              SELECT l.client_account_id, l.currency, sum(l.at_vipps)::bigint AS at_vipps,
                     coalesce(sum(s.difference), 0)::bigint AS difference
                FROM ledgers l
                LEFT JOIN ledger_state s USING (client_account_id, ledger_id)
               GROUP BY l.client_account_id, l.currency
            ), standings AS (
              SELECT client_account_id, array_agg(currency ORDER BY currency <> 'NOK', currency) AS currencies,
                     array_agg(at_vipps ORDER BY currency <> 'NOK', currency) AS at_vipps,
                     array_agg(difference ORDER BY currency <> 'NOK', currency) AS differences
                FROM standing
               GROUP BY client_account_id
            ), summed AS (
              SELECT l.client_account_id, min(l.fetched_at) AS fetched_at, count(l.fetched_at) AS fetched,
                     count(*) AS ledgers, min(s.booked_to) AS booked_to,
                     min(greatest(s.booked_to, s.waits_to)) AS complete_to,
                     count(s.booked_to) AS booked,
                     min(coalesce(s.failure, s.sales_failure, s.dates_failure)) AS failure
                FROM ledgers l
                LEFT JOIN ledger_state s USING (client_account_id, ledger_id)
               GROUP BY l.client_account_id
            )
            SELECT c.*, CASE WHEN s.fetched = s.ledgers THEN s.fetched_at END AS fetched_at,
                   CASE WHEN s.booked = s.ledgers THEN s.booked_to END AS booked_to,
                   CASE WHEN s.booked = s.ledgers THEN s.complete_to END AS complete_to,
                   t.currencies, t.at_vipps, t.differences, s.failure,
                   NOT EXISTS (SELECT FROM finding f
                                WHERE f.client_account_id = c.client_account_id AND f.closed_at IS NULL
                                  AND f.code IN ('V-04', 'V-05', 'V-06')) AS proven,
                   (SELECT count(*) FROM finding f
                     WHERE f.client_account_id = c.client_account_id AND f.closed_at IS NULL) AS findings
              FROM client_account c
              JOIN mine USING (client_account_id)
              LEFT JOIN summed s USING (client_account_id)
              LEFT JOIN standings t USING (client_account_id)
             ORDER BY c.name, c.client_account_id
            """;

    private final Handle handle;

    Overviews(Handle handle) {
        this.handle = handle;
    }

    List<ClientOverview> all() {
        Map<Long, List<LedgerView>> ledgers = ledgers();
        return handle.createQuery(SQL)
                .map((row, context) -> overview(row, ledgers))
                .list();
    }

    private static ClientOverview overview(ResultSet row, Map<Long, List<LedgerView>> ledgers) throws SQLException {
        return new ClientOverview(
                JdbiClients.client(row),
                ledgers.getOrDefault(row.getLong("client_account_id"), List.of()),
                Rows.optionalInstant(row, "fetched_at"),
                Rows.optionalDate(row, "booked_to"),
                Rows.optionalDate(row, "complete_to"),
                standings(row),
                row.getBoolean("proven"),
                row.getLong("findings"),
                Rows.optionalText(row, "failure").map(Trouble::read));
    }

    /** None of a client without ledgers. */
    private static List<Standing> standings(ResultSet row) throws SQLException {
        Array currencies = row.getArray("currencies");
        if (currencies == null) {
            return List.of();
        }
        String[] codes = (String[]) currencies.getArray();
        Long[] atVipps = (Long[]) row.getArray("at_vipps").getArray();
        Long[] differences = (Long[]) row.getArray("differences").getArray();
        return IntStream.range(0, codes.length)
                .mapToObj(index -> {
                    Currency currency = Currency.getInstance(codes[index]);
                    return new Standing(new Money(atVipps[index], currency), new Money(differences[index], currency));
                })
                .toList();
    }

    private Map<Long, List<LedgerView>> ledgers() {
        List<UnitRow> rows = handle.createQuery("""
                        SELECT l.client_account_id, l.ledger_id, l.currency, u.handle, u.name, u.booked_from,
                               u.default_tax_code, u.zero_rate_code
                          FROM vipps_ledger l
                          LEFT JOIN sales_unit u USING (client_account_id, ledger_id)
                         WHERE l.client_account_id
                               = ANY (string_to_array(current_setting('avstemt.clients', true), ',')::bigint[])
                         ORDER BY l.ledger_id COLLATE "C", u.handle COLLATE "C"
                        """)
                .map((row, context) -> new UnitRow(
                        row.getLong("client_account_id"),
                        row.getString("ledger_id"),
                        row.getString("currency"),
                        unit(row)))
                .list();
        Map<Long, List<LedgerView>> views = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(UnitRow::ledger, LinkedHashMap::new, Collectors.toList()))
                .forEach((ledger, units) -> views.computeIfAbsent(units.get(0).client(), key -> new ArrayList<>())
                        .add(new LedgerView(
                                ledger,
                                units.get(0).currency(),
                                units.stream()
                                        .flatMap(row -> row.unit().stream())
                                        .toList())));
        return views;
    }

    private record UnitRow(long client, String ledger, String currency, Optional<SalesUnit> unit) {}

    /** None in the one row of a ledger without units. */
    private static Optional<SalesUnit> unit(ResultSet row) throws SQLException {
        Optional<String> unitHandle = Rows.optionalText(row, "handle");
        return unitHandle.isEmpty() ? Optional.empty() : Optional.of(unit(unitHandle.get(), row));
    }

    private static SalesUnit unit(String unitHandle, ResultSet row) throws SQLException {
        return new SalesUnit(
                unitHandle,
                row.getString("name"),
                SalesUnit.BookedFrom.valueOf(row.getString("booked_from")),
                TaxCode.of(row.getString("default_tax_code")).orElseThrow(),
                TaxCode.of(row.getString("zero_rate_code")).orElseThrow());
    }
}
