package no.avstemt.persistence.sale;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Sales that no settlement entry will tell of, and the queue of those that came late. */
final class SalesOutsideLedger {

    private static final String UNPAID_BY_ORDER = """
             NOT EXISTS (
               SELECT 1
                 FROM settlement_entry e
                WHERE e.client_account_id = s.client_account_id AND e.ledger_id = s.ledger_id
                  AND e.reference = s.reference AND e.vipps_type = lower(s.kind)
                  AND abs(e.amount) = coalesce(s.gross, (
                        SELECT abs(sum(x.gross))
                          FROM sale_line x
                         WHERE x.client_account_id = s.client_account_id AND x.sale_id = s.sale_id)))
            """;

    /** A card's sale may lack its transaction and still be paid through the ledger: then an entry of its order has its amount. */
    private static final String OUTSIDE =
            " s.psp_reference IS NULL AND s.currency = 'NOK' AND (upper(s.payment_type) = 'CASH' OR " + UNPAID_BY_ORDER
                    + ") ";

    private final Handle handle;
    private final ClientAccountId client;
    private final LedgerId ledger;

    SalesOutsideLedger(Handle handle, ClientAccountId client, LedgerId ledger) {
        this.handle = handle;
        this.client = client;
        this.ledger = ledger;
    }

    List<StoredSale> of(Period dates) {
        return new SaleRows(handle, client).of(within(dates, handle.createQuery("""
                        SELECT s.*
                          FROM sale s
                         WHERE s.client_account_id = :client AND s.ledger_id = :ledger
                           AND s.time >= :from AND s.time < :to AND """ + OUTSIDE + """
                         ORDER BY s.time, s.natural_key
                        """)));
    }

    List<Sale> bookedOnCard(Collection<String> references) {
        Query query = handle.createQuery("""
                        SELECT s.*
                          FROM sale s
                         WHERE s.client_account_id = :client AND s.ledger_id = :ledger
                           AND s.reference = ANY (:references::text[]) AND s.psp_reference IS NULL
                           AND upper(s.payment_type) IS DISTINCT FROM 'CASH'
                           AND EXISTS (SELECT 1 FROM sale_link k
                                        WHERE k.client_account_id = s.client_account_id AND k.sale_id = s.sale_id)
                         ORDER BY s.sale_id
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("references", String.class, List.copyOf(references));
        return new SaleRows(handle, client)
                .of(query).stream().map(StoredSale::sale).toList();
    }

    List<StoredSale> withoutMoney(Period dates) {
        return new SaleRows(handle, client).of(within(dates, handle.createQuery("""
                        SELECT s.*
                          FROM sale s
                         WHERE s.client_account_id = :client AND s.ledger_id = :ledger
                           AND s.time >= :from AND s.time < :to AND s.psp_reference IS NOT NULL
                           AND NOT EXISTS (
                                 SELECT 1
                                   FROM settlement_entry t
                                  WHERE t.client_account_id = s.client_account_id AND t.ledger_id = s.ledger_id
                                    AND t.psp_reference = s.psp_reference AND t.vipps_type = lower(s.kind))
                           AND """ + UNPAID_BY_ORDER + """
                         ORDER BY s.time, s.natural_key
                        """)));
    }

    Map<LocalDate, Long> countWithoutPsp(Period dates) {
        Map<LocalDate, Long> counts = new HashMap<>();
        within(dates, handle.createQuery("""
                        SELECT (time AT TIME ZONE 'Europe/Oslo')::date AS day, count(*) AS sales
                          FROM sale
                         WHERE client_account_id = :client AND ledger_id = :ledger AND psp_reference IS NULL
                           AND time >= :from AND time < :to
                         GROUP BY day
                        """))
                .map((row, context) -> Map.entry(Rows.date(row, "day"), row.getLong("sales")))
                .forEach(day -> counts.put(day.getKey(), day.getValue()));
        return counts;
    }

    void queueLate(Period booked) {
        within(booked, handle.createUpdate("""
                        INSERT INTO late_sale (client_account_id, sale_id, ledger_id)
                        SELECT s.client_account_id, s.sale_id, s.ledger_id
                          FROM sale s
                         WHERE s.client_account_id = :client AND s.ledger_id = :ledger AND s.psp_reference IS NULL
                           AND s.time >= :from AND s.time < :to
                           AND NOT EXISTS (SELECT 1 FROM sale_link k
                                            WHERE k.client_account_id = s.client_account_id AND k.sale_id = s.sale_id)
                            ON CONFLICT (client_account_id, sale_id) DO NOTHING
                        """)).execute();
    }

    List<StoredSale> takeLate() {
        return new SaleRows(handle, client)
                .of(handle.createQuery("""
                        WITH taken AS (
                          DELETE FROM late_sale
                           WHERE client_account_id = :client AND ledger_id = :ledger
                          RETURNING client_account_id, sale_id)
                        SELECT s.*
                          FROM taken
                          JOIN sale s USING (client_account_id, sale_id)
                         WHERE """ + OUTSIDE + """
                         ORDER BY s.time, s.natural_key
                        """)
                        .bind("client", client.value())
                        .bind("ledger", ledger.value()));
    }

    private <S extends SqlStatement<S>> S within(Period dates, S statement) {
        return statement
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("from", utc(dates.first().atStartOfDay(Oslo.ZONE).toInstant()))
                .bind("to", utc(dates.last().plusDays(1).atStartOfDay(Oslo.ZONE).toInstant()));
    }
}
