package no.avstemt.persistence.posting;

import static no.avstemt.domain.Given.line;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.avstemt.application.journal.EntryView;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** In the end it is the same whether a sale came before its money was booked, or after. */
final class LateSalesTest {

    private static final List<Integer> RATES = List.of(2500, 1500, 1200, 0);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant cafe = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    private static void sell(BookedMerchant merchant, Sale.Kind kind, String psp, String order, SaleLine... lines) {
        long gross = List.of(lines).stream().mapToLong(SaleLine::gross).sum();
        merchant.vipps.sold("WALLET", kind, DAY, gross, order, Optional.of(psp), lines);
    }

    private static void money(BookedMerchant merchant, String type, long amount, String psp, String order) {
        merchant.vipps.row(Topic.FUNDS, type, DAY, amount, psp, UNIT.handle(), order);
    }

    @Test
    void a_sale_that_comes_late_is_booked_as_what_was_sold_and_the_money_stays() {
        money(cafe, "capture", 11500, "1", "order-1");
        cafe.roundOn(DAY.plusDays(2));
        assertEquals(List.of("1577 11500", "2700 -2300", "3000 -9200"), cafe.balances());

        sell(cafe, Sale.Kind.CAPTURE, "1", "order-1", line(11500, 1500));
        cafe.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 11500", "2701 -1500", "3030 -10000"), cafe.balances());
        assertEquals(List.of(DAY + " funds", DAY + " late sales"), cafe.entries());
        assertEquals(List.of("31 -10000 -1500"), cafe.taxLines());
        assertEquals(0, cafe.onDefaultVat());
        assertEquals(List.of(), cafe.findings());
        assertEquals(List.of(), cafe.faults());
        EntryView first = entry(1);
        EntryView correction = entry(2);
        assertEquals(List.of(correction.ref()), first.correctedBy());
        assertEquals(List.of(first.ref()), correction.corrects());
        assertEquals(List.of(), first.corrects());
    }

    private EntryView entry(long position) {
        long id = BOOKS.count(
                "SELECT entry_id FROM journal_entry WHERE client_account_id = ? AND chain_position = ?",
                cafe.client().value(),
                position);
        return BOOKS.read(cafe.client(), stores -> stores.journalReads().entry(cafe.client(), id))
                .orElseThrow();
    }

    @Test
    void nothing_is_booked_twice_for_a_sale_that_says_what_is_booked_already() {
        money(cafe, "capture", 12500, "1", "order-1");
        cafe.roundOn(DAY.plusDays(2));
        sell(cafe, Sale.Kind.CAPTURE, "1", "order-1", line(12500, 2500));
        cafe.roundOn(DAY.plusDays(4));
        cafe.roundOn(DAY.plusDays(6));

        assertEquals(List.of(DAY + " funds"), cafe.entries());
    }

    @Test
    void refunds_booked_before_and_after_go_where_the_sale_went() {
        money(cafe, "capture", 23000, "1", "order-1");
        money(cafe, "refund", -11500, "2", "order-1");
        cafe.roundOn(DAY.plusDays(2));
        sell(cafe, Sale.Kind.CAPTURE, "1", "order-1", line(23000, 1500));
        cafe.roundOn(DAY.plusDays(4));
        assertEquals(List.of("1577 11500", "2701 -1500", "3030 -10000"), cafe.balances());

        cafe.vipps.row(Topic.FUNDS, "refund", DAY.plusDays(3), -11500, "3", UNIT.handle(), "order-1");
        cafe.roundOn(DAY.plusDays(6));
        assertEquals(List.of(), cafe.balances());
    }

    @Test
    void vat_per_code_is_the_same_whenever_the_sales_come() {
        long seed = Long.getLong("avstemt.seed", System.nanoTime());
        System.out.println("Seed " + seed);
        Random random = new Random(seed);
        BookedMerchant inTime = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        BookedMerchant late = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        List<Runnable> afterwards = new ArrayList<>();
        for (int order = 0; order < 40; order++) {
            String name = "order-" + order;
            SaleLine[] lines = random.ints(1 + random.nextInt(3), 100, 50_000)
                    .mapToObj(gross -> line(gross, RATES.get(random.nextInt(RATES.size()))))
                    .toArray(SaleLine[]::new);
            long gross = List.of(lines).stream().mapToLong(SaleLine::gross).sum();
            long refund = random.nextBoolean() ? 0 : 1 + random.nextInt((int) gross);
            for (BookedMerchant merchant : List.of(inTime, late)) {
                money(merchant, "capture", gross, name + "c", name);
                if (refund != 0) {
                    money(merchant, "refund", -refund, name + "r", name);
                }
            }
            sell(inTime, Sale.Kind.CAPTURE, name + "c", name, lines);
            Runnable told = () -> sell(late, Sale.Kind.CAPTURE, name + "c", name, lines);
            afterwards.add(random.nextInt(afterwards.size() + 1), told);
        }
        inTime.roundOn(DAY.plusDays(2));
        late.roundOn(DAY.plusDays(2));
        LocalDate day = DAY.plusDays(4);
        for (Runnable told : afterwards) {
            told.run();
            if (random.nextInt(8) == 0) {
                late.roundOn(day);
                day = day.plusDays(1);
            }
        }
        late.roundOn(day);

        assertEquals(inTime.balances(), late.balances(), "Seed " + seed);
        assertEquals(inTime.taxLines(), late.taxLines(), "Seed " + seed);
    }
}
