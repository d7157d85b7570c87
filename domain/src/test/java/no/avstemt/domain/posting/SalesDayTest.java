package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.domain.Given;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SaleLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.sale.StoredSale;
import org.junit.jupiter.api.Test;

/** Sales that no money row will tell of: cash, and cards outside the ledger. */
class SalesDayTest {

    /** An accountant's table: payment, kind, lines as gross at rate; then what is booked, debit positive. */
    private static final String TABLE = """
            CASH    sold     12500 at 2500              | 1900 12500, 3000 -10000, 2700 -2500
            CARD    sold     12500 at 2500              | 1578 12500, 3000 -10000, 2700 -2500
            VOUCHER sold     12500 at 2500              | 1578 12500, 3000 -10000, 2700 -2500
            CASH    sold     11500 at 1500              | 1900 11500, 3030 -10000, 2701 -1500
            CASH    sold     11200 at 1200              | 1900 11200, 3050 -10000, 2703 -1200
            CASH    sold     5000 at 0                  | 1900 5000, 3100 -5000
            CASH    sold     12500 at 2500, 11500 at 1500 | 1900 24000, 3000 -10000, 2700 -2500, 3030 -10000, 2701 -1500
            CASH    sold     12500 without rate         | 1900 12500, 3000 -10000, 2700 -2500
            CASH    refunded 12500 at 2500              | 1900 -12500, 3000 10000, 2700 2500
            CARD    refunded 11500 at 1500              | 1578 -11500, 3030 10000, 2701 1500
            """;

    @Test
    void every_payment_is_booked_as_the_table_says() {
        for (String row : TABLE.lines().toList()) {
            String[] cell = row.split("\\|");
            assertEquals(cell[1].trim(), lines(book(List.of(stored(1, sale(cell[0]))))), row);
        }
    }

    @Test
    void without_vat_registration_all_is_income_without_treatment() {
        BookedDay day =
                book(Given.books(VatRegistration.NONE), sale("CASH", Sale.Kind.CAPTURE, Given.line(5000, -1, -1)));

        assertEquals("1900 5000, 3200 -5000", lines(day));
        assertEquals(Optional.of("7"), day.entry().lines().get(1).taxCode());
        assertEquals(List.of(), day.findings());
    }

    @Test
    void vat_on_a_cash_sale_without_registration_is_a_finding() {
        BookedDay day =
                book(Given.books(VatRegistration.NONE), sale("CASH", Sale.Kind.CAPTURE, Given.line(5000, 2500, 1000)));

        assertEquals("V-09", day.findings().get(0).code().number());
        assertEquals(1000, day.findings().get(0).amount().minor());
    }

    @Test
    void each_payment_and_direction_stands_by_itself_with_the_ledger_where_money_is_owed() {
        BookedDay day = book(List.of(
                stored(1, sale("CASH", Sale.Kind.CAPTURE, Given.line(10000, 2500, -1))),
                stored(2, sale("CARD", Sale.Kind.CAPTURE, Given.line(20000, 2500, -1))),
                stored(3, sale("CASH", Sale.Kind.REFUND, Given.line(5000, 2500, -1))),
                stored(4, sale("CASH", Sale.Kind.CAPTURE, Given.line(2500, 2500, -1)))));

        assertEquals(
                "1900 12500, 3000 -10000, 2700 -2500, 1578 20000, 3000 -16000, 2700 -4000, 1900 -5000, 3000 4000, 2700 1000",
                lines(day));
        assertEquals(
                DimensionSet.related(new DimensionRef(DimensionType.BANKACC, "12345")),
                day.entry().lines().get(3).dimensions());
        assertEquals(DimensionSet.NONE, day.entry().lines().get(0).dimensions());
        assertEquals(
                new Voucher(Voucher.Kind.VIPPS_SALES, "12345/sales/2022-10-01"),
                day.entry().voucher());
    }

    @Test
    void every_ore_of_every_sale_is_linked_to_the_line_that_carries_it() {
        BookedDay day = book(List.of(
                stored(7, sale("CASH", Sale.Kind.CAPTURE, Given.line(3333, 2500, -1), Given.line(1111, 1500, -1))),
                stored(8, sale("CASH", Sale.Kind.CAPTURE, Given.line(999, 2500, -1)))));

        Map<Integer, Long> byLine = new HashMap<>();
        Map<Long, Long> bySale = new HashMap<>();
        for (SaleLink link : day.entry().saleLinks()) {
            byLine.merge(link.lineNo(), link.amount(), Long::sum);
            bySale.merge(link.saleId(), link.linkNo() == 0 ? link.amount() : 0, Long::sum);
        }
        assertEquals(
                day.entry().lines().stream().collect(Collectors.toMap(JournalLine::lineNo, JournalLine::amount)),
                byLine);
        assertEquals(Map.of(7L, 4444L, 8L, 999L), bySale);
        assertEquals(List.of(), day.entry().links());
    }

    @Test
    void a_refund_without_lines_reverses_in_the_proportions_of_its_order() {
        Sale sold = sale("CASH", Sale.Kind.CAPTURE, Given.line(12500, 2500, -1), Given.line(11500, 1500, -1));
        Sale back = openAmount(Sale.Kind.REFUND, 12000);

        BookedDay day = SalesDay.book(
                Given.books(),
                Given.UNIT,
                Given.DAY,
                List.of(stored(2, back)),
                new SalesOfEntries(List.of(sold, back), List.of(new OrderCapture("order", Given.DAY, 24000))),
                0);

        assertEquals("1900 -12000, 3000 5000, 2700 1250, 3030 5000, 2701 750", lines(day));
    }

    @Test
    void an_open_amount_takes_the_default_code_and_is_counted() {
        BookedDay day = book(List.of(stored(1, openAmount(Sale.Kind.CAPTURE, 12500))));

        assertEquals("1900 12500, 3000 -10000, 2700 -2500", lines(day));
        assertEquals(1, day.defaultVatEntries());
        assertEquals(12500, day.defaultVatAmount());
    }

    @Test
    void the_unit_is_the_first_that_is_booked_from_vipps() {
        SalesUnit webShop = new SalesUnit(
                "NO:1", "Nettbutikk", SalesUnit.BookedFrom.ELSEWHERE, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);

        assertEquals(Optional.of(Given.UNIT), Given.books(webShop, Given.UNIT).unitOfSales());
        assertEquals(Optional.empty(), Given.books(webShop).unitOfSales());
    }

    private static Sale sale(String cell) {
        String[] words = cell.trim().split("\\s+", 3);
        List<SaleLine> lines = new ArrayList<>();
        for (String line : words[2].split(", ")) {
            String[] told = line.trim().split(" ");
            lines.add(Given.line(Long.parseLong(told[0]), told[1].equals("at") ? Integer.parseInt(told[2]) : -1, -1));
        }
        Sale.Kind kind = words[1].equals("sold") ? Sale.Kind.CAPTURE : Sale.Kind.REFUND;
        return sale(words[0], kind, lines.toArray(SaleLine[]::new));
    }

    private static Sale sale(String payment, Sale.Kind kind, SaleLine... lines) {
        Sale sale = Given.sale(kind, "", "order", false, lines);
        return new Sale(
                sale.ledger(),
                sale.kind(),
                sale.time(),
                Optional.empty(),
                sale.reference(),
                sale.gross(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(payment),
                Optional.of("MPOS"),
                Optional.empty(),
                sale.hasLineItems(),
                false,
                sale.lines());
    }

    private static Sale openAmount(Sale.Kind kind, long gross) {
        Sale told = sale("CASH", kind, Given.line(gross, -1, -1));
        assertEquals(Optional.of(Money.ofOre(gross)), told.gross());
        return told.withLines(List.of());
    }

    private static StoredSale stored(long id, Sale sale) {
        return new StoredSale(id, sale);
    }

    private static BookedDay book(LedgerBooks books, Sale sale) {
        return SalesDay.book(books, Given.UNIT, Given.DAY, List.of(stored(1, sale)), new SalesOfEntries(List.of()), 0);
    }

    private static BookedDay book(List<StoredSale> sales) {
        return SalesDay.book(Given.books(), Given.UNIT, Given.DAY, sales, new SalesOfEntries(List.of()), 0);
    }

    private static String lines(BookedDay day) {
        return day.entry().lines().stream()
                .map(line -> line.account() + " " + line.amount())
                .collect(Collectors.joining(", "));
    }
}
