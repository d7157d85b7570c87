package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.domain.Given;
import no.avstemt.domain.sale.CardSale;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

/** Money of an order whose sale was booked by itself, since no money was known. */
class SaleBookedBeforeTest {

    private static final Sale SOLD = card(12500);

    @Test
    void the_money_of_a_booked_sale_settles_the_card_acquirer() {
        assertEquals("1577 12500, 1578 -12500", booked(12500, Set.of(SOLD), Set.of(SOLD)));
    }

    @Test
    void the_money_of_a_sale_that_was_not_booked_is_its_sale() {
        assertEquals("1577 12500, 3000 -10000, 2700 -2500", booked(12500, Set.of(SOLD), Set.of()));
    }

    @Test
    void a_transaction_with_a_sale_of_its_own_is_that_sale_and_told_of_when_the_booked_one_is_alike() {
        Sale own = Given.sale(Sale.Kind.CAPTURE, "1001", "purchase-1", false, Given.line(12500, 2500, -1));

        assertEquals("1577 12500, 3000 -10000, 2700 -2500, V-15 12500", booked(12500, Set.of(SOLD, own), Set.of(SOLD)));
    }

    @Test
    void money_of_another_amount_is_booked_as_a_sale_and_told_of() {
        assertEquals("1577 10000, 3000 -8000, 2700 -2000, V-15 10000", booked(10000, Set.of(SOLD), Set.of(SOLD)));
    }

    @Test
    void money_of_another_order_has_nothing_to_do_with_it() {
        Sale other = Given.sale(Sale.Kind.CAPTURE, "", "purchase-2", false, Given.line(12500, 2500, -1));

        assertEquals("1577 12500, 3000 -10000, 2700 -2500", booked(12500, Set.of(other), Set.of(other)));
    }

    private static Sale card(long gross) {
        return Given.sale(Sale.Kind.CAPTURE, "", "purchase-1", false, Given.line(gross, 2500, -1));
    }

    private static MoneyOfCardSales money(long amount, Set<Sale> sales, Set<Sale> booked) {
        boolean hasOwn = sales.stream().anyMatch(sale -> sale.pspReference().isPresent());
        OrderMoney row =
                new OrderMoney(1, "purchase-1", Sale.Kind.CAPTURE, amount, hasOwn, OrderMoney.State.NOT_BOOKED);
        List<CardSale> cards = sales.stream()
                .filter(sale -> sale.pspReference().isEmpty())
                .map(sale -> new CardSale(new StoredSale(7, sale), booked.contains(sale)))
                .toList();
        return new MoneyOfCardSales(cards, List.of(row), Set.of(1L));
    }

    private static String booked(long amount, Set<Sale> sales, Set<Sale> booked) {
        BookedDay day = TopicDay.book(
                Given.books(),
                Topic.FUNDS,
                Given.DAY,
                List.of(new StoredEntry(1, Given.capture(amount))),
                new SalesOfEntries(sales, List.of(), money(amount, sales, booked)),
                0);
        List<String> told = day.entry().lines().stream()
                .map(line -> line.account() + " " + line.amount())
                .collect(Collectors.toList());
        day.findings()
                .forEach(finding -> told.add(
                        finding.code().number() + " " + finding.amount().minor()));
        return String.join(", ", told);
    }
}
