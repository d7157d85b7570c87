package no.avstemt.persistence.journal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import no.avstemt.persistence.database.EndedProgram;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The books of a client as text, without database ids, clock times and links of the hash chain: two databases with the same
 * books give the same bytes, however they came there. Reads the tables itself and shares nothing with the stores.
 */
public final class CanonicalExport {

    /** Each dimension set by what it holds, the relation first, marked by an equals sign. */
    private static final String SETS = """
            WITH sets AS MATERIALIZED (
              SELECT m.dimension_set_id,
                     string_agg(CASE WHEN m.is_relation THEN '=' ELSE '' END || v.type || ':' || v.key, ','
                                ORDER BY m.is_relation DESC, v.type COLLATE "C") AS dimensions
                FROM dimension_set_member m
                JOIN dimension_value v USING (client_account_id, dimension_value_id)
               WHERE m.client_account_id = :client
               GROUP BY m.dimension_set_id
            )
            """;

    private static final Map<String, String> PARTS = Map.ofEntries(
            part("01 client", """
            SELECT organisation_number, name, language, start_date, vat_registered, vat_from, vat_to
              FROM client_account
             WHERE client_account_id = :client
            """),
            part("02 sales units", """
            SELECT ledger_id, handle, name, booked_from, default_tax_code, zero_rate_code
              FROM sales_unit
             WHERE client_account_id = :client
             ORDER BY ledger_id COLLATE "C", handle COLLATE "C"
            """),
            part("03 settlement entries", """
            SELECT e.ledger_id, e.topic, e.feed_position, e.vipps_type, e.ledger_date, e.time AT TIME ZONE 'UTC' AS time,
                   e.currency, e.amount, e.balance_before, e.balance_after, e.psp_reference, e.reference,
                   e.recipient_handle, e.natural_key, e.raw, p.data
              FROM settlement_entry e
              LEFT JOIN settlement_person p USING (client_account_id, settlement_entry_id)
             WHERE e.client_account_id = :client
             ORDER BY e.ledger_id COLLATE "C", e.topic COLLATE "C", e.feed_position
            """),
            part("04 sales", """
            SELECT ledger_id, natural_key, kind, time AT TIME ZONE 'UTC' AS time, psp_reference, reference, currency, gross,
                   net, vat, payment_type, solution, sales_category, has_line_items, has_vat_breakdown, raw
              FROM sale
             WHERE client_account_id = :client
             ORDER BY ledger_id COLLATE "C", time, natural_key
            """),
            part("05 sale lines", """
            SELECT s.ledger_id, s.natural_key, l.line_no, l.vipps_line_id, l.name, l.quantity, l.gross, l.net, l.vat_rate,
                   l.vat, l.category
              FROM sale_line l
              JOIN sale s USING (client_account_id, sale_id)
             WHERE l.client_account_id = :client
             ORDER BY s.ledger_id COLLATE "C", s.time, s.natural_key, l.line_no
            """),
            part("06 journal entries", """
            SELECT e.fiscal_year, e.number, e.posting_date, e.description, v.kind, v.key, d.document_number,
                   r.fiscal_year AS reverses_year, r.number AS reverses_number, e.created_by
              FROM journal_entry e
              JOIN voucher v USING (client_account_id, voucher_id)
              LEFT JOIN document d USING (client_account_id, document_id)
              LEFT JOIN journal_entry r
                ON r.client_account_id = e.client_account_id AND r.entry_id = e.reverses_entry_id
             WHERE e.client_account_id = :client
             ORDER BY e.fiscal_year, e.number
            """),
            part("07 journal lines", SETS + """
            SELECT e.fiscal_year, e.number, l.line_no, a.code, l.posting_date, l.ordinal, l.amount, l.currency,
                   l.currency_amount, trim_scale(l.exchange_rate) AS exchange_rate, l.tax_code, l.tax_base, l.tax_amount,
                   s.dimensions, l.description, l.ledger_date
              FROM journal_line l
              JOIN journal_entry e USING (client_account_id, entry_id)
              JOIN account a USING (client_account_id, account_id)
              LEFT JOIN sets s USING (dimension_set_id)
             WHERE l.client_account_id = :client
             ORDER BY e.fiscal_year, e.number, l.line_no
            """),
            part("08 settlement links", """
            SELECT s.ledger_id, s.topic, s.natural_key, k.generation, k.link_no, e.fiscal_year, e.number, k.line_no, k.amount
              FROM settlement_link k
              JOIN settlement_entry s USING (client_account_id, settlement_entry_id)
              JOIN journal_entry e USING (client_account_id, entry_id)
             WHERE k.client_account_id = :client
             ORDER BY s.ledger_id COLLATE "C", s.topic COLLATE "C", s.feed_position, k.generation, k.link_no
            """),
            part("09 open findings", """
            SELECT f.code, f.ledger_id, f.ledger_date,
                   coalesce('sale/' || s.natural_key::text, f.subject) COLLATE "C" AS subject, f.currency, f.amount,
                   array_to_string(f.facts, '|') AS facts
              FROM finding f
              LEFT JOIN sale s
                ON s.client_account_id = f.client_account_id AND f.subject = 'sale/' || s.sale_id
             WHERE f.client_account_id = :client AND f.closed_at IS NULL
             ORDER BY f.code COLLATE "C", f.ledger_id COLLATE "C", subject
            """),
            part("10 default VAT", """
            SELECT ledger_id, ledger_date, entries, amount
              FROM default_vat_day
             WHERE client_account_id = :client
             ORDER BY ledger_id COLLATE "C", ledger_date
            """),
            part("11 last numbers", """
            SELECT fiscal_year, last_number
              FROM journal_number
             WHERE client_account_id = :client
             ORDER BY fiscal_year
            """),
            counters("12 balance_day", "day"),
            counters("13 balance_month", "month"),
            setCounters("14 balance_set_day", "day"),
            setCounters("15 balance_set_month", "month"),
            part("16 late entries", """
            SELECT e.ledger_id, e.topic, e.natural_key
              FROM late_entry l
              JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
             WHERE l.client_account_id = :client
             ORDER BY e.ledger_id COLLATE "C", e.topic COLLATE "C", e.feed_position
            """),
            part("17 sale links", """
            SELECT s.ledger_id, s.natural_key, k.generation, k.link_no, e.fiscal_year, e.number, k.line_no, k.amount
              FROM sale_link k
              JOIN sale s USING (client_account_id, sale_id)
              JOIN journal_entry e USING (client_account_id, entry_id)
             WHERE k.client_account_id = :client
             ORDER BY s.ledger_id COLLATE "C", s.time, s.natural_key, k.generation, k.link_no
            """),
            part("18 late sales", """
            SELECT s.ledger_id, s.natural_key
              FROM late_sale l
              JOIN sale s USING (client_account_id, sale_id)
             WHERE l.client_account_id = :client
             ORDER BY s.ledger_id COLLATE "C", s.time, s.natural_key
            """),
            part("19 balance_value_month", """
            SELECT a.code, b.type, v.key, b.month, b.debit, b.credit, b.lines
              FROM balance_value_month b
              JOIN account a USING (client_account_id, account_id)
              JOIN dimension_value v USING (client_account_id, dimension_value_id)
             WHERE b.client_account_id = :client
             ORDER BY a.code COLLATE "C", b.type, v.key COLLATE "C", b.month
            """));

    private CanonicalExport() {}

    private static Map.Entry<String, String> part(String title, String sql) {
        return Map.entry(title, sql);
    }

    private static Map.Entry<String, String> counters(String title, String column) {
        return part(title, """
                SELECT a.code, b.<column>, b.tax_code, b.debit, b.credit, b.lines, b.cancelled_lines
                  FROM <table> b
                  JOIN account a USING (client_account_id, account_id)
                 WHERE b.client_account_id = :client
                 ORDER BY a.code COLLATE "C", b.<column>, b.tax_code COLLATE "C"
                """.replace("<table>", title.substring(3)).replace("<column>", column));
    }

    private static Map.Entry<String, String> setCounters(String title, String column) {
        return part(title, SETS + """
                SELECT a.code, s.dimensions, b.<column>, b.tax_code, b.debit, b.credit, b.lines, b.cancelled_lines
                  FROM <table> b
                  JOIN account a USING (client_account_id, account_id)
                  LEFT JOIN sets s USING (dimension_set_id)
                 WHERE b.client_account_id = :client
                 ORDER BY a.code COLLATE "C", s.dimensions COLLATE "C", b.<column>, b.tax_code COLLATE "C"
                """.replace("<table>", title.substring(3)).replace("<column>", column));
    }

    /** The books of every client account, by organisation number and name. */
    public static String all(Connection connection) {
        return Jdbi.create(connection).inTransaction(CanonicalExport::all);
    }

    /** @param handle in a transaction; as any role that may read, since it tells row-level security whose rows it wants */
    public static String all(Handle handle) {
        StringWriter text = new StringWriter();
        handle.createQuery("""
                        SELECT client_account_id
                          FROM client_account
                         ORDER BY organisation_number COLLATE "C", name COLLATE "C"
                        """).mapTo(Long.class).list().forEach(client -> write(handle, client, text));
        return text.toString();
    }

    /** The books of every client account in the data folder of a program that has ended, or was killed. */
    public static String all(Path dataFolder) {
        return EndedProgram.read(dataFolder, CanonicalExport::all);
    }

    /** The books of the client accounts with this organisation number, by name; nothing when there are none. */
    public static String of(Handle handle, String organisationNumber) {
        StringWriter text = new StringWriter();
        handle.createQuery("""
                        SELECT client_account_id
                          FROM client_account
                         WHERE organisation_number = :number
                         ORDER BY name COLLATE "C"
                        """)
                .bind("number", organisationNumber)
                .mapTo(Long.class)
                .list()
                .forEach(client -> write(handle, client, text));
        return text.toString();
    }

    /** The books of one client account. */
    public static String of(Handle handle, long client) {
        StringWriter text = new StringWriter();
        write(handle, client, text);
        return text.toString();
    }

    private static void write(Handle handle, long client, Writer text) {
        handle.execute("SET LOCAL avstemt.clients = '" + client + "'");
        new TreeMap<>(PARTS).forEach((title, sql) -> write(handle, client, title, sql, text));
    }

    private static void write(Handle handle, long client, String title, String sql, Writer text) {
        try {
            text.write("== " + title.substring(3) + "\n");
            handle.createQuery(sql)
                    .bind("client", client)
                    .setFetchSize(2_000)
                    .map((row, context) -> line(row))
                    .forEach(line -> write(text, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writer text, String line) {
        try {
            text.write(line);
            text.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            line.append(column == 1 ? "" : "\t").append(cell(row.getString(column)));
        }
        return line.toString();
    }

    /** As COPY writes it, so that nothing is told as nothing and every row stays on its line. */
    private static String cell(@Nullable String value) {
        return value == null
                ? "\\N"
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
