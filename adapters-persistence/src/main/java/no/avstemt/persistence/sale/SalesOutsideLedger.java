package no.avstemt.persistence.sale;

import static no.avstemt.persistence.database.Rows.utc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.CardSale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.SqlStatement;

/** Sales that no settlement entry may ever tell of, and the queue of those that came late. */
final class SalesOutsideLedger {

    private static final String UNPAID_BY_ORDER = """
             NOT EXISTS (
               SELECT 1
                 FROM settlement_entry e
                WHERE e.client_account_id = s.client_account_id AND e.ledger_id = s.ledger_id
                  AND e.reference = s.reference AND e.vipps_type = lower(s.kind)
                  AND NOT EXISTS (
                        SELECT 1
                          FROM sale o
                         WHERE o.client_account_id = e.client_account_id AND o.ledger_id = e.ledger_id
                           AND o.psp_reference = e.psp_reference AND o.kind = s.kind)
                  AND abs(e.amount) = coalesce(s.gross, (
                        SELECT abs(sum(x.gross))
                          FROM sale_line x
                         WHERE x.client_account_id = s.client_account_id AND x.sale_id = s.sale_id)))
            """;

    private static final String WITHOUT_PSP = " s.psp_reference IS NULL AND s.currency"
            + " = (SELECT l.currency FROM vipps_ledger l WHERE l.ledger_id = s.ledger_id) ";

    private static final String OF_CARDS = " WHERE s.client_account_id = :client AND s.ledger_id = :ledger"
            + " AND s.reference = ANY (:references::text[]) AND upper(s.payment_type) IS DISTINCT FROM 'CASH' AND"
            + WITHOUT_PSP;

    private static final int AT_ONCE = 1_000;

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
                           AND s.time >= :from AND s.time < :to AND """ + WITHOUT_PSP + """
                         ORDER BY s.time, s.natural_key
                        """)));
    }

    Set<String> ordersOfCards(Collection<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery("SELECT DISTINCT s.reference FROM sale s" + OF_CARDS)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("references", String.class, List.copyOf(references))
                .mapTo(String.class)
                .collectIntoSet();
    }

    List<CardSale> ofCards(Collection<String> references) {
        List<CardSale> bare = handle.createQuery("""
                        SELECT s.*, EXISTS (SELECT 1 FROM sale_link k
                                             WHERE k.client_account_id = s.client_account_id
                                               AND k.sale_id = s.sale_id) AS is_booked
                          FROM sale s
                        """ + OF_CARDS + " ORDER BY s.sale_id")
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray("references", String.class, List.copyOf(references))
                .map((row, context) -> new CardSale(SaleRows.stored(row), row.getBoolean("is_booked")))
                .list();
        Set<Long> booked = bare.stream()
                .filter(CardSale::isBooked)
                .map(sale -> sale.stored().id())
                .collect(Collectors.toSet());
        return new SaleRows(handle, client)
                .withLines(bare.stream().map(CardSale::stored).toList()).stream()
                        .map(stored -> new CardSale(stored, booked.contains(stored.id())))
                        .toList();
    }

    /**
     * Transactions are looked up by name, some thousand at once. Asked for in one statement, a first round could take
     * minutes: of a ledger that has just come the planner knows nothing, and may then read all of its entries for each sale.
     */
    List<StoredSale> withoutMoney(Period dates) {
        List<Long> unpaid = new ArrayList<>();
        try (ResultIterator<Transaction> all = transactions(dates)) {
            List<Transaction> some = new ArrayList<>();
            while (all.hasNext()) {
                some.add(all.next());
                if (some.size() == AT_ONCE || !all.hasNext()) {
                    unpaid.addAll(unpaid(some));
                    some.clear();
                }
            }
        }
        return unpaid.isEmpty() ? List.of() : unpaidByOrder(unpaid);
    }

    /** @param type as Vipps's ledgers name what the sale's kind is */
    private record Transaction(long sale, String psp, String type) {}

    private record Paid(String psp, String type) {}

    private ResultIterator<Transaction> transactions(Period dates) {
        return within(dates, handle.createQuery("""
                        SELECT sale_id, psp_reference, lower(kind) AS type
                          FROM sale
                         WHERE client_account_id = :client AND ledger_id = :ledger
                           AND time >= :from AND time < :to AND psp_reference IS NOT NULL
                        """))
                .setFetchSize(AT_ONCE)
                .map((row, context) ->
                        new Transaction(row.getLong("sale_id"), row.getString("psp_reference"), row.getString("type")))
                .iterator();
    }

    private List<Long> unpaid(List<Transaction> some) {
        Set<Paid> paid = handle.createQuery("""
                        SELECT psp_reference, vipps_type
                          FROM settlement_entry
                         WHERE client_account_id = :client AND ledger_id = :ledger
                           AND psp_reference = ANY (:references::text[])
                        """)
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bindArray(
                        "references",
                        String.class,
                        some.stream().map(Transaction::psp).toList())
                .map((row, context) -> new Paid(row.getString("psp_reference"), row.getString("vipps_type")))
                .collectIntoSet();
        return some.stream()
                .filter(one -> !paid.contains(new Paid(one.psp(), one.type())))
                .map(Transaction::sale)
                .toList();
    }

    private List<StoredSale> unpaidByOrder(List<Long> sales) {
        return new SaleRows(handle, client)
                .of(handle.createQuery("""
                        SELECT s.*
                          FROM sale s
                         WHERE s.client_account_id = :client AND s.sale_id = ANY (:sales::bigint[])
                           AND """ + UNPAID_BY_ORDER + """
                         ORDER BY s.time, s.natural_key
                        """)
                        .bind("client", client.value())
                        .bindArray("sales", Long.class, sales));
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
                         WHERE """ + WITHOUT_PSP + """
                         ORDER BY s.time, s.natural_key
                        """)
                        .bind("client", client.value())
                        .bind("ledger", ledger.value()));
    }

    void putBackLate(Collection<Long> sales) {
        handle.createUpdate("""
                        INSERT INTO late_sale (client_account_id, sale_id, ledger_id)
                        SELECT :client, unnest(:sales::bigint[]), :ledger
                        """)
                .bind("client", client.value())
                .bindArray("sales", Long.class, List.copyOf(sales))
                .bind("ledger", ledger.value())
                .execute();
    }

    private <S extends SqlStatement<S>> S within(Period dates, S statement) {
        return statement
                .bind("client", client.value())
                .bind("ledger", ledger.value())
                .bind("from", utc(dates.first().atStartOfDay(Oslo.ZONE).toInstant()))
                .bind("to", utc(dates.last().plusDays(1).atStartOfDay(Oslo.ZONE).toInstant()));
    }
}
