package no.avstemt.persistence.sale;

import static no.avstemt.persistence.database.Rows.utc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.sale.SaleQuery;
import no.avstemt.application.sale.SaleReads;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Works inside the transaction of its handle. */
public final class JdbiSaleReads implements SaleReads {

    private static final String NAMED = """
            (SELECT * FROM sale
              WHERE client_account_id = :client AND ledger_id = ANY (:ledgers) AND psp_reference = :text
             UNION
             SELECT * FROM sale
              WHERE client_account_id = :client AND ledger_id = ANY (:ledgers) AND reference = :text)""";

    private static final String BEHIND_LINE = """
            (SELECT * FROM sale
              WHERE client_account_id = :client
                AND sale_id IN (SELECT sale_id
                                  FROM sale_link
                                 WHERE client_account_id = :client AND entry_id = :entry AND line_no = :line))""";

    private final Handle handle;

    public JdbiSaleReads(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Slice<SaleQuery.Row> page(SaleQuery query) {
        List<String> conditions = new ArrayList<>(List.of("s.client_account_id = :client"));
        Map<String, Object> values =
                new HashMap<>(Map.of("client", query.client().value()));
        query.ledger().ifPresent(ledger -> {
            conditions.add("s.ledger_id = :ledger");
            values.put("ledger", ledger.value());
        });
        query.kind().ifPresent(kind -> {
            conditions.add("s.kind = :kind");
            values.put("kind", kind.name());
        });
        query.paymentType().ifPresent(type -> {
            conditions.add("s.payment_type = :type");
            values.put("type", type);
        });
        query.first().ifPresent(first -> {
            conditions.add("s.time >= :first");
            values.put("first", utc(first));
        });
        query.end().ifPresent(end -> {
            conditions.add("s.time < :end");
            values.put("end", utc(end));
        });
        query.search().ifPresent(text -> values.put("text", text));
        query.line().ifPresent(line -> {
            query.search().ifPresent(text -> conditions.add("(s.reference = :text OR s.psp_reference = :text)"));
            values.put("entry", line.entryId());
            values.put("line", line.lineNo());
        });
        query.from().place().ifPresent(place -> {
            conditions.add(
                    "(s.time, s.sale_id) " + (query.from().isBackwards() ? ">" : "<") + " (:placeTime, :placeId)");
            values.put("placeTime", utc(place.time()));
            values.put("placeId", place.id());
        });
        return Slice.of(query.from(), read(query, conditions, values));
    }

    private List<SaleQuery.Row> read(SaleQuery query, List<String> conditions, Map<String, Object> values) {
        String direction = query.from().isBackwards() ? "ASC" : "DESC";
        Query statement = handle.createQuery("WITH page AS (SELECT s.* FROM " + source(query) + " s WHERE "
                + String.join(" AND ", conditions) + " ORDER BY s.time " + direction + ", s.sale_id " + direction
                + """
                         LIMIT :limit)
                        SELECT s.*, (SELECT e.settlement_entry_id
                                       FROM settlement_entry e
                                      WHERE e.client_account_id = :client AND e.ledger_id = s.ledger_id
                                        AND e.psp_reference = s.psp_reference AND e.topic = 'funds'
                                        AND e.vipps_type = CASE s.kind WHEN 'CAPTURE' THEN 'capture' ELSE 'refund' END
                                      ORDER BY e.settlement_entry_id
                                      LIMIT 1) AS money
                          FROM page s
                        """ + " ORDER BY s.time " + direction + ", s.sale_id " + direction);
        statement.bind("limit", query.from().toRead());
        values.forEach(statement::bind);
        if (source(query).equals(NAMED)) {
            statement.bindArray("ledgers", String.class, ledgers(query.client()));
        }
        return statement
                .map((row, context) -> new SaleQuery.Row(
                        new StoredSale(row.getLong("sale_id"), SaleRows.sale(row)), Rows.optionalLong(row, "money")))
                .list();
    }

    private static String source(SaleQuery query) {
        if (query.line().isPresent()) {
            return BEHIND_LINE;
        }
        return query.search().isPresent() ? NAMED : "sale";
    }

    private List<String> ledgers(ClientAccountId client) {
        return handle.createQuery("SELECT ledger_id FROM vipps_ledger WHERE client_account_id = :client")
                .bind("client", client.value())
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<StoredSale> withLines(ClientAccountId client, List<StoredSale> sales) {
        return new SaleRows(handle, client).withLines(sales);
    }

    @Override
    public Optional<RawSale> sale(ClientAccountId client, long saleId) {
        Query query = handle.createQuery("SELECT * FROM sale WHERE client_account_id = :client AND sale_id = :id")
                .bind("client", client.value())
                .bind("id", saleId);
        return new SaleRows(handle, client)
                .of(query).stream()
                        .map(stored -> new RawSale(stored, raw(client, saleId)))
                        .findFirst();
    }

    private String raw(ClientAccountId client, long saleId) {
        return handle.createQuery("SELECT raw FROM sale WHERE client_account_id = :client AND sale_id = :id")
                .bind("client", client.value())
                .bind("id", saleId)
                .mapTo(String.class)
                .one();
    }

    @Override
    public List<StoredSale> ofPayment(
            ClientAccountId client,
            LedgerId ledger,
            Optional<String> pspReference,
            Optional<String> reference,
            int limit) {
        Query query = handle.createQuery("""
                        SELECT *
                          FROM (SELECT * FROM sale
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND psp_reference = :psp
                                UNION
                                SELECT * FROM sale
                                 WHERE client_account_id = :client AND ledger_id = :ledger AND reference = :reference) s
                         ORDER BY sale_id
                         LIMIT :limit
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("psp", pspReference.orElse(null))
                .bind("reference", reference.orElse(null))
                .bind("limit", limit);
        return new SaleRows(handle, client).of(query);
    }
}
