package no.avstemt.persistence.sale;

import static no.avstemt.persistence.database.Rows.utc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.avstemt.application.sale.SalePage.Fetched;
import no.avstemt.application.sale.SaleStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiSales implements SaleStore {

    private final Handle handle;

    public JdbiSales(Handle handle) {
        this.handle = handle;
    }

    @Override
    public int addNew(ClientAccountId client, List<Fetched> page) {
        Map<UUID, Fetched> byKey = new LinkedHashMap<>();
        page.forEach(item -> byKey.putIfAbsent(SaleKey.of(item.sale()), item));
        Map<UUID, Long> added = insert(client, List.copyOf(byKey.entrySet()));
        List<NewLine> lines = new ArrayList<>();
        added.forEach((key, id) -> {
            Fetched item = byKey.get(key);
            if (item != null) {
                int lineNo = 0;
                for (SaleLine line : item.sale().lines()) {
                    lines.add(new NewLine(id, ++lineNo, line));
                }
            }
        });
        if (!lines.isEmpty()) {
            insertLines(client, lines);
        }
        return added.size();
    }

    private record NewLine(long saleId, int lineNo, SaleLine line) {}

    private Map<UUID, Long> insert(ClientAccountId client, List<Map.Entry<UUID, Fetched>> rows) {
        Query insert = handle.createQuery("""
                        INSERT INTO sale (client_account_id, ledger_id, kind, time, psp_reference, reference, currency,
                               gross, net, vat, payment_type, solution, sales_category, has_line_items,
                               has_vat_breakdown, natural_key, raw)
                        SELECT :client, r.ledger, r.kind, r.time::timestamptz, r.psp, r.reference, r.currency, r.gross,
                               r.net, r.vat, r.payment, r.solution, r.category, r.lines, r.breakdown, r.key, r.raw
                          FROM unnest(:ledger::text[], :kind::text[], :time::text[], :psp::text[], :reference::text[],
                                      :currency::text[], :gross::bigint[], :net::bigint[], :vat::bigint[],
                                      :payment::text[], :solution::text[], :category::text[], :lines::boolean[],
                                      :breakdown::boolean[], :key::uuid[], :raw::text[])
                            AS r (ledger, kind, time, psp, reference, currency, gross, net, vat, payment, solution,
                                  category, lines, breakdown, key, raw)
                            ON CONFLICT (client_account_id, natural_key) DO NOTHING
                        RETURNING natural_key, sale_id
                        """).bind("client", client.value());
        Bulk.of(insert, rows)
                .texts("ledger", row -> row.getValue().sale().ledger().value())
                .texts("kind", row -> row.getValue().sale().kind().name())
                .moments("time", row -> utc(row.getValue().sale().time()))
                .optionalTexts("psp", row -> row.getValue().sale().pspReference())
                .texts("reference", row -> row.getValue().sale().reference())
                .texts(
                        "currency",
                        row -> row.getValue()
                                .sale()
                                .gross()
                                .map(gross -> gross.currency().getCurrencyCode())
                                .orElse("NOK"))
                .optionalLongs("gross", row -> row.getValue().sale().gross().map(Money::minor))
                .optionalLongs("net", row -> row.getValue().sale().net())
                .optionalLongs("vat", row -> row.getValue().sale().vat())
                .optionalTexts("payment", row -> row.getValue().sale().paymentType())
                .optionalTexts("solution", row -> row.getValue().sale().solution())
                .optionalTexts("category", row -> row.getValue().sale().salesCategory())
                .booleans("lines", row -> row.getValue().sale().hasLineItems())
                .booleans("breakdown", row -> row.getValue().sale().hasVatBreakdown())
                .uuids("key", Map.Entry::getKey)
                .texts("raw", row -> row.getValue().raw());
        Map<UUID, Long> added = new HashMap<>();
        insert.map((row, context) -> Map.entry(row.getObject("natural_key", UUID.class), row.getLong("sale_id")))
                .forEach(entry -> added.put(entry.getKey(), entry.getValue()));
        return added;
    }

    private void insertLines(ClientAccountId client, List<NewLine> lines) {
        Update insert = handle.createUpdate("""
                        INSERT INTO sale_line (client_account_id, sale_id, line_no, vipps_line_id, name, quantity, gross,
                               net, vat_rate, vat, category)
                        SELECT :client, r.sale, r.no, r.id, r.name, r.quantity::numeric, r.gross, r.net, r.rate::int,
                               r.vat, r.category
                          FROM unnest(:sale::bigint[], :no::int[], :id::text[], :name::text[], :quantity::text[],
                                      :gross::bigint[], :net::bigint[], :rate::bigint[], :vat::bigint[],
                                      :category::text[])
                            AS r (sale, no, id, name, quantity, gross, net, rate, vat, category)
                        """).bind("client", client.value());
        Bulk.of(insert, lines)
                .longs("sale", NewLine::saleId)
                .ints("no", NewLine::lineNo)
                .texts("id", row -> row.line().lineId())
                .texts("name", row -> row.line().name())
                .texts("quantity", row -> row.line().quantity().toPlainString())
                .longs("gross", row -> row.line().gross())
                .optionalLongs("net", row -> row.line().net())
                .optionalLongs("rate", row -> row.line().vatRate().map(Integer::longValue))
                .optionalLongs("vat", row -> row.line().vat())
                .optionalTexts("category", row -> row.line().category());
        insert.execute();
    }

    @Override
    public List<Sale> byPspReference(ClientAccountId client, LedgerId ledger, Collection<String> pspReferences) {
        return found(client, ledger, "psp_reference", pspReferences);
    }

    @Override
    public List<Sale> byReference(ClientAccountId client, LedgerId ledger, Collection<String> references) {
        return found(client, ledger, "reference", references);
    }

    /** @param column one of the two above, never from outside */
    private List<Sale> found(ClientAccountId client, LedgerId ledger, String column, Collection<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<Found> found = handle.createQuery(
                        "SELECT s.* FROM sale s WHERE s.client_account_id = :client AND s.ledger_id = :ledger AND s."
                                + column + " = ANY (:values::text[]) ORDER BY s.sale_id")
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("values", String.class, List.copyOf(values))
                .map((row, context) -> new Found(row.getLong("sale_id"), sale(row, ledger)))
                .list();
        Map<Long, List<SaleLine>> lines = lines(client, found);
        return found.stream()
                .map(one -> one.sale().withLines(lines.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private record Found(long id, Sale sale) {}

    private Map<Long, List<SaleLine>> lines(ClientAccountId client, List<Found> sales) {
        Map<Long, List<SaleLine>> bySale = new HashMap<>();
        handle.createQuery("""
                        SELECT *
                          FROM sale_line
                         WHERE client_account_id = :client AND sale_id = ANY (:sales::bigint[])
                         ORDER BY sale_id, line_no
                        """)
                .bind("client", client.value())
                .bindArray("sales", Long.class, sales.stream().map(Found::id).toList())
                .map((row, context) -> Map.entry(row.getLong("sale_id"), line(row)))
                .forEach(entry -> bySale.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue()));
        return bySale;
    }

    /** Without its lines, which are read by themselves. */
    private static Sale sale(ResultSet row, LedgerId ledger) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Sale(
                ledger,
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
