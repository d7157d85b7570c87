package no.avstemt.persistence.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.domain.client.ClientAccountId;
import org.jdbi.v3.core.Handle;

/** Whether the counters of days and months are what the lines come to, and lines of a day are counted 1..n. */
final class CounterChecks {

    /** The lines once, summed as finely as the finest counter; per dimension value their type stands for the tax code. */
    private static final String LINES = """
            WITH cancelled AS (
              SELECT entry_id FROM journal_entry WHERE client_account_id = :client AND reverses_entry_id IS NOT NULL
               UNION
              SELECT reverses_entry_id
                FROM journal_entry
               WHERE client_account_id = :client AND reverses_entry_id IS NOT NULL
            ), line AS MATERIALIZED (
              SELECT l.account_id, coalesce(l.dimension_set_id, 0) AS set, l.posting_date AS day,
                     coalesce(l.tax_code, '') AS tax, sum(greatest(l.amount, 0)) AS debit,
                     sum(greatest(-l.amount::numeric, 0)) AS credit, count(*) AS lines, count(c.entry_id) AS cancelled,
                     sum(coalesce(l.tax_base, l.amount)) FILTER (WHERE l.tax_code IS NOT NULL) AS base,
                     sum(l.tax_amount) FILTER (WHERE l.tax_code IS NOT NULL) AS tax_amount
                FROM journal_line l
                LEFT JOIN cancelled c USING (entry_id)
               WHERE l.client_account_id = :client
               GROUP BY 1, 2, 3, 4
            ), month AS MATERIALIZED (
              SELECT account_id, set, date_trunc('month', day)::date AS day, tax, sum(debit) AS debit,
                     sum(credit) AS credit, sum(lines) AS lines, sum(cancelled) AS cancelled, 0 AS base, 0 AS tax_amount
                FROM line
               GROUP BY 1, 2, 3, 4
            ), value AS (
              SELECT l.account_id, m.dimension_value_id AS set, l.day, m.type AS tax, l.debit, l.credit, l.lines,
                     0 AS cancelled
                FROM month l
                JOIN dimension_set_member m ON m.client_account_id = :client AND m.dimension_set_id = l.set
            )
            """;

    /** Named: counter, which of the sums, and its columns. */
    private static final String DIFFERENCE = """
            SELECT '<counter>' AS counter, a.code, coalesce(b.day, l.day) AS day, coalesce(b.tax, l.tax) AS tax,
                   <value> AS value, coalesce(l.debit, 0) AS debit, coalesce(l.credit, 0) AS credit,
                   coalesce(l.lines, 0) AS lines, coalesce(l.cancelled, 0) AS cancelled,
                   coalesce(l.base, 0) AS base, coalesce(l.tax_amount, 0) AS tax_amount,
                   coalesce(b.base, 0) AS counted_base, coalesce(b.tax_amount, 0) AS counted_tax_amount,
                   coalesce(b.debit, 0) AS counted_debit, coalesce(b.credit, 0) AS counted_credit,
                   coalesce(b.lines, 0) AS counted_lines, coalesce(b.cancelled, 0) AS counted_cancelled
              FROM (SELECT account_id, <one_set> AS set, day, tax, sum(debit) AS debit, sum(credit) AS credit,
                           sum(lines) AS lines, sum(cancelled) AS cancelled, <base> AS base,
                           <tax_amount> AS tax_amount
                      FROM <sums>
                     GROUP BY 1, 2, 3, 4) l
              FULL JOIN (SELECT account_id, <counted_set> AS set, <column> AS day, <counted_tax> AS tax, debit, credit, lines,
                                <counted_cancelled> AS cancelled, <counted_base> AS base,
                                <counted_tax_amount> AS tax_amount
                           FROM <counter>
                          WHERE client_account_id = :client) b USING (account_id, set, day, tax)
              LEFT JOIN account a ON a.client_account_id = :client AND a.account_id = coalesce(b.account_id, l.account_id)
             WHERE (coalesce(b.debit, 0), coalesce(b.credit, 0), coalesce(b.lines, 0), coalesce(b.cancelled, 0),
                    coalesce(b.base, 0), coalesce(b.tax_amount, 0))
                   <> (coalesce(l.debit, 0), coalesce(l.credit, 0), coalesce(l.lines, 0), coalesce(l.cancelled, 0),
                       coalesce(l.base, 0), coalesce(l.tax_amount, 0))
            """;

    /** Entries that are told of and have no line with a tax code booked no turnover. */
    private static final String DEFAULT_VAT = """
            SELECT ledger_id || ' ' || ledger_date AS subject, coalesce(e.entries, 0) AS entries,
                   coalesce(e.amount, 0) AS amount, coalesce(d.entries, 0) AS counted_entries,
                   coalesce(d.amount, 0) AS counted_amount
              FROM (SELECT v.ledger_id, v.ledger_date, sum(v.entries) AS entries, sum(v.amount) AS amount
                      FROM default_vat_entry v
                      JOIN journal_entry j ON j.client_account_id = :client AND j.chain_position = v.chain_position
                     WHERE v.client_account_id = :client
                       AND EXISTS (SELECT
                                     FROM journal_line l
                                    WHERE l.client_account_id = :client AND l.entry_id = j.entry_id
                                      AND l.tax_code IS NOT NULL)
                     GROUP BY 1, 2) e
              FULL JOIN (SELECT ledger_id, ledger_date, entries - entries_before AS entries, amount - amount_before AS amount
                           FROM default_vat_day
                          WHERE client_account_id = :client) d USING (ledger_id, ledger_date)
             WHERE (coalesce(e.entries, 0), coalesce(e.amount, 0)) <> (coalesce(d.entries, 0), coalesce(d.amount, 0))
             ORDER BY ledger_date, ledger_id
             LIMIT 1000
            """;

    /** The tables of counters: their names without what they begin with, the sums that they are to be, and what per. */
    private enum Counter {
        DAY("line", "0", "0"),
        MONTH("month", "0", "0"),
        SET_DAY("line", "set", "dimension_set_id"),
        SET_MONTH("month", "set", "dimension_set_id"),
        VALUE_MONTH("value", "set", "dimension_value_id");

        private static final String VALUE = """
                (SELECT v.key
                   FROM dimension_value v
                  WHERE v.client_account_id = :client AND v.dimension_value_id = coalesce(b.set, l.set))""";

        private final String sums;
        private final String set;
        private final String countedSet;

        Counter(String sums, String set, String countedSet) {
            this.sums = sums;
            this.set = set;
            this.countedSet = countedSet;
        }

        private String difference() {
            boolean saysTax = this == DAY;
            boolean ofValues = this == VALUE_MONTH;
            return DIFFERENCE
                    .replace("<base>", saysTax ? "sum(base)" : "0")
                    .replace("<tax_amount>", saysTax ? "sum(tax_amount)" : "0")
                    .replace("<counted_base>", saysTax ? "tax_base" : "0")
                    .replace("<counted_tax_amount>", saysTax ? "tax_amount" : "0")
                    .replace("<counted_tax>", ofValues ? "type COLLATE \"default\"" : "tax_code")
                    .replace("<value>", ofValues ? VALUE : "NULL")
                    .replace("<counted_cancelled>", ofValues ? "0" : "cancelled_lines")
                    .replace("<counter>", "balance_" + name().toLowerCase(Locale.ROOT))
                    .replace("<sums>", sums)
                    .replace("<column>", name().endsWith("DAY") ? "day" : "month")
                    .replace("<one_set>", set)
                    .replace("<counted_set>", countedSet);
        }
    }

    private final Handle handle;
    private final ClientAccountId client;

    CounterChecks(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(ordinals());
        String all =
                Arrays.stream(Counter.values()).map(Counter::difference).collect(Collectors.joining(" UNION ALL "));
        faults.addAll(handle.createQuery(LINES + all + " ORDER BY counter, day, code, tax LIMIT 1000")
                .bind("client", client.value())
                .map((row, context) -> fault(row))
                .list());
        faults.addAll(handle.createQuery(DEFAULT_VAT)
                .bind("client", client.value())
                .map((row, context) -> Fault.of(
                        Check.DEFAULT_VAT_DAY,
                        row.getString("subject"),
                        onDefault(row, ""),
                        onDefault(row, "counted_")))
                .list());
        return faults;
    }

    /** Amount, and how many it is of. */
    private static String onDefault(ResultSet row, String of) throws SQLException {
        return Figures.kroner(row, of + "amount") + " (" + row.getString(of + "entries") + ")";
    }

    private static Fault fault(ResultSet row) throws SQLException {
        String account = row.getString("code");
        String tax = row.getString("tax");
        String value = row.getString("value");
        return new Fault(
                Check.valueOf(row.getString("counter").toUpperCase(Locale.ROOT)),
                (account == null ? "?" : account) + " " + row.getString("day") + (tax.isEmpty() ? "" : " / " + tax)
                        + (value == null ? "" : " " + value),
                figures(row, ""),
                figures(row, "counted_"));
    }

    /** Debit, credit, lines, and how many of these were cancelled; then base and tax, where they are counted. */
    private static String figures(ResultSet row, String of) throws SQLException {
        String sums = Figures.kroner(row, of + "debit") + " − " + Figures.kroner(row, of + "credit") + " ("
                + row.getString(of + "lines") + ", " + row.getString(of + "cancelled") + ")";
        return row.getString("tax").isEmpty() || !row.getString("counter").equals("balance_day")
                ? sums
                : sums + " / " + Figures.kroner(row, of + "base") + ", " + Figures.kroner(row, of + "tax_amount");
    }

    private List<Fault> ordinals() {
        return handle.createQuery("""
                        SELECT a.code, l.posting_date, count(*) AS lines, min(l.ordinal) AS first, max(l.ordinal) AS last
                          FROM journal_line l
                          LEFT JOIN account a ON a.client_account_id = :client AND a.account_id = l.account_id
                         WHERE l.client_account_id = :client
                         GROUP BY l.account_id, a.code, l.posting_date
                        HAVING min(l.ordinal) <> 1 OR max(l.ordinal) <> count(*)
                         ORDER BY l.posting_date, a.code
                         LIMIT 1000
                        """)
                .bind("client", client.value())
                .map((row, context) -> Fault.of(
                        Check.ORDINAL,
                        row.getString("code") + " " + row.getString("posting_date"),
                        "1–" + row.getLong("lines"),
                        row.getLong("first") + "–" + row.getLong("last")))
                .list();
    }
}
