package no.avstemt.persistence.sale;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Sales as rows, each with its lines. */
final class SaleRows {

    private final Handle handle;
    private final ClientAccountId client;

    SaleRows(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** @param query of whole rows of the table of sales, in the order wanted */
    List<StoredSale> of(Query query) {
        return withLines(query.map((row, context) -> stored(row)).list());
    }

    List<StoredSale> withLines(List<StoredSale> sales) {
        Map<Long, List<SaleLine>> lines = sales.isEmpty() ? Map.of() : lines(sales);
        return sales.stream()
                .map(stored -> new StoredSale(
                        stored.id(), stored.sale().withLines(lines.getOrDefault(stored.id(), List.of()))))
                .toList();
    }

    private Map<Long, List<SaleLine>> lines(List<StoredSale> sales) {
        Map<Long, List<SaleLine>> bySale = new HashMap<>();
        handle.createQuery("""
                        SELECT *
                          FROM sale_line
                         WHERE client_account_id = :client AND sale_id = ANY (:sales::bigint[])
                         ORDER BY sale_id, line_no
                        """)
                .bind("client", client.value())
                .bindArray(
                        "sales", Long.class, sales.stream().map(StoredSale::id).toList())
                .map((row, context) -> Map.entry(row.getLong("sale_id"), line(row)))
                .forEach(entry -> bySale.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue()));
        return bySale;
    }

    static StoredSale stored(ResultSet row) throws SQLException {
        return new StoredSale(row.getLong("sale_id"), sale(row));
    }

    /** Without its lines, which are read by themselves. */
    static Sale sale(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Sale(
                new LedgerId(row.getString("ledger_id")),
                Sale.Kind.valueOf(row.getString("kind")),
                Rows.instant(row, "time"),
                Rows.optionalText(row, "psp_reference"),
                row.getString("reference"),
                Rows.optionalLong(row, "gross").map(minor -> new Money(minor, currency)),
                Rows.optionalLong(row, "net"),
                Rows.optionalLong(row, "vat"),
                Rows.optionalText(row, "payment_type"),
                Rows.optionalText(row, "solution"),
                Rows.optionalText(row, "sales_category"),
                row.getBoolean("has_line_items"),
                row.getBoolean("has_vat_breakdown"),
                List.of());
    }

    private static SaleLine line(ResultSet row) throws SQLException {
        return new SaleLine(
                row.getString("vipps_line_id"),
                row.getString("name"),
                row.getObject("quantity", BigDecimal.class),
                row.getLong("gross"),
                Rows.optionalLong(row, "net"),
                Rows.optionalLong(row, "vat_rate").map(Math::toIntExact),
                Rows.optionalLong(row, "vat"),
                Rows.optionalText(row, "category"));
    }
}
