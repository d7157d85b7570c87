package no.avstemt.persistence.sale;

import static no.avstemt.persistence.database.Rows.micros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.avstemt.application.sale.SalePage.Fetched;
import no.avstemt.application.sale.SaleStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.CardSale;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Bulk;
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
        keepCustomers(client, byKey, added);
        return added.size();
    }

    private record Customer(long saleId, String told) {}

    /** Only where personal data is chosen now, whatever was chosen when it was asked for. */
    private void keepCustomers(ClientAccountId client, Map<UUID, Fetched> told, Map<UUID, Long> added) {
        List<Customer> customers = new ArrayList<>();
        told.forEach((key, item) -> item.personal()
                .ifPresent(person ->
                        Optional.ofNullable(added.get(key)).ifPresent(id -> customers.add(new Customer(id, person)))));
        if (!customers.isEmpty()) {
            Update insert = handle.createUpdate("""
                            INSERT INTO sale_person (client_account_id, sale_id, data)
                            SELECT c.client_account_id, p.sale, p.data
                              FROM unnest(:sale::bigint[], :data::text[]) AS p (sale, data)
                              JOIN personal_data_choice c ON c.client_account_id = :client
                               FOR SHARE OF c
                            """).bind("client", client.value());
            Bulk.of(insert, customers).longs("sale", Customer::saleId).texts("data", Customer::told);
            insert.execute();
        }
    }

    private record NewLine(long saleId, int lineNo, SaleLine line) {}

    private Map<UUID, Long> insert(ClientAccountId client, List<Map.Entry<UUID, Fetched>> rows) {
        Query insert = handle.createQuery("""
                        INSERT INTO sale (client_account_id, ledger_id, kind, time, psp_reference, reference, currency,
                               gross, net, vat, payment_type, solution, sales_category, has_line_items,
                               has_vat_breakdown, natural_key, raw)
                        SELECT :client, r.ledger, r.kind, 'epoch'::timestamptz + r.time * '1 microsecond'::interval,
                               r.psp, r.reference, r.currency, r.gross,
                               r.net, r.vat, r.payment, r.solution, r.category, r.lines, r.breakdown, r.key, r.raw
                          FROM (SELECT unnest(:ledger::text[]) AS ledger, unnest(:kind::text[]) AS kind,
                                       unnest(:time::bigint[]) AS time, unnest(:psp::text[]) AS psp,
                                       unnest(:reference::text[]) AS reference, unnest(:currency::text[]) AS currency,
                                       unnest(:gross::bigint[]) AS gross, unnest(:net::bigint[]) AS net,
                                       unnest(:vat::bigint[]) AS vat, unnest(:payment::text[]) AS payment,
                                       unnest(:solution::text[]) AS solution, unnest(:category::text[]) AS category,
                                       unnest(:lines::boolean[]) AS lines, unnest(:breakdown::boolean[]) AS breakdown,
                                       unnest(:key::uuid[]) AS key, unnest(:raw::text[]) AS raw) r
                            ON CONFLICT (client_account_id, natural_key) DO NOTHING
                        RETURNING natural_key, sale_id
                        """).bind("client", client.value());
        Bulk.of(insert, rows)
                .texts("ledger", row -> row.getValue().sale().ledger().value())
                .texts("kind", row -> row.getValue().sale().kind().name())
                .longs("time", row -> micros(row.getValue().sale().time()))
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
    public boolean hasAny(ClientAccountId client, LedgerId ledger) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM sale WHERE client_account_id = :client AND ledger_id = :ledger)
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .mapTo(Boolean.class)
                .one();
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
        Query query = handle.createQuery(
                        "SELECT s.* FROM sale s WHERE s.client_account_id = :client AND s.ledger_id = :ledger AND s."
                                + column + " = ANY (:values::text[]) ORDER BY s.sale_id")
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("values", String.class, List.copyOf(values));
        return new SaleRows(handle, client)
                .of(query).stream().map(StoredSale::sale).toList();
    }

    @Override
    public List<StoredSale> withoutPsp(ClientAccountId client, LedgerId ledger, Period dates) {
        return new SalesOutsideLedger(handle, client, ledger).of(dates);
    }

    @Override
    public Set<String> ordersOfCards(ClientAccountId client, LedgerId ledger, Collection<String> references) {
        return new SalesOutsideLedger(handle, client, ledger).ordersOfCards(references);
    }

    @Override
    public List<CardSale> ofCards(ClientAccountId client, LedgerId ledger, Collection<String> references) {
        return new SalesOutsideLedger(handle, client, ledger).ofCards(references);
    }

    @Override
    public List<StoredSale> withoutMoney(ClientAccountId client, LedgerId ledger, Period dates) {
        return new SalesOutsideLedger(handle, client, ledger).withoutMoney(dates);
    }

    @Override
    public Map<LocalDate, Long> countWithoutPsp(ClientAccountId client, LedgerId ledger, Period dates) {
        return new SalesOutsideLedger(handle, client, ledger).countWithoutPsp(dates);
    }

    @Override
    public void queueLate(ClientAccountId client, LedgerId ledger, Period booked) {
        new SalesOutsideLedger(handle, client, ledger).queueLate(booked);
    }

    @Override
    public List<StoredSale> takeLate(ClientAccountId client, LedgerId ledger) {
        return new SalesOutsideLedger(handle, client, ledger).takeLate();
    }

    @Override
    public void putBackLate(ClientAccountId client, LedgerId ledger, Collection<Long> sales) {
        new SalesOutsideLedger(handle, client, ledger).putBackLate(sales);
    }
}
