package no.avstemt.vipps.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.sale.SalePage;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.LedgerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireSalePageTest {

    private static final LedgerId LEDGER = new LedgerId("418207");
    private static final String BASKET = """
            {"entryType": "capture", "time": "2026-05-04T09:10:11Z", "orderDate": "2026-05-04T09:09:58Z",
             "pspReference": "41200888002", "reference": "13900000042", "currency": "NOK", "paymentType": "WALLET",
             "classification": {"solution": "SHOPPING_BASKET", "salesCategory": null},
             "amounts": {"gross": 23000, "net": 19165, "vat": 3835},
             "lines": [
               {"lineId": "7001", "name": "Bolle", "quantity": 4, "unitPriceGross": 3000, "unitPriceNet": 2609,
                "discountTotal": 1000, "lineTotalGross": 11000, "lineTotalNet": 9565, "vatRate": 1500,
                "vatAmount": 1435, "category": "FOOD"},
               {"lineId": "7002", "name": "Krus", "quantity": 1.5, "unitPriceGross": 12000, "lineTotalGross": 12000,
                "lineTotalNet": null, "vatRate": null, "category": null}],
             "customer": {"email": "kari@example.org", "phone": "+4799999999", "name": "Kari Normann"},
             "completeness": {"hasLineItems": true, "hasVatBreakdown": true, "hasCustomerIdentity": true}}""";

    @Test
    void a_basket_is_read_whole_and_its_customer_kept_apart() {
        SalePage.Fetched fetched = one(BASKET);

        Sale expected = new Sale(
                LEDGER,
                Sale.Kind.CAPTURE,
                Instant.parse("2026-05-04T09:10:11Z"),
                Optional.of("41200888002"),
                "13900000042",
                Optional.of(Money.ofOre(23000)),
                Optional.of(19165L),
                Optional.of(3835L),
                Optional.of("WALLET"),
                Optional.of("SHOPPING_BASKET"),
                Optional.empty(),
                true,
                true,
                List.of(
                        new SaleLine(
                                "7001",
                                "Bolle",
                                new BigDecimal("4"),
                                11000,
                                Optional.of(9565L),
                                Optional.of(1500),
                                Optional.of(1435L),
                                Optional.of("FOOD")),
                        new SaleLine(
                                "7002",
                                "Krus",
                                new BigDecimal("1.5"),
                                12000,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        assertEquals(expected, fetched.sale());
        assertTrue(fetched.raw().contains("\"name\":\"Bolle\""), fetched.raw());
        assertTrue(fetched.raw().contains("\"orderDate\":\"2026-05-04T09:09:58Z\""), fetched.raw());
        assertFalse(fetched.raw().contains("Kari"), fetched.raw());
        assertFalse(fetched.raw().contains("9999"), fetched.raw());
        assertEquals(
                Optional.of("{\"email\":\"kari@example.org\",\"name\":\"Kari Normann\",\"phone\":\"+4799999999\"}"),
                fetched.personal());
    }

    @Test
    void a_cash_sale_of_an_open_amount_has_neither_psp_reference_nor_lines() {
        Sale sale = one("""
                        {"entryType": "capture", "time": "2026-05-04T09:10:11Z", "pspReference": null,
                         "reference": "K-1", "currency": "NOK", "paymentType": "CASH",
                         "amounts": {"gross": 5000, "net": null, "vat": null},
                         "completeness": {"hasLineItems": false, "hasVatBreakdown": false}}""").sale();

        assertEquals(Optional.empty(), sale.pspReference());
        assertEquals(Optional.of("CASH"), sale.paymentType());
        assertEquals(Optional.of(Money.ofOre(5000)), sale.gross());
        assertEquals(Optional.empty(), sale.vat());
        assertEquals(Optional.empty(), sale.solution());
        assertEquals(List.of(), sale.lines());
        assertFalse(sale.hasLineItems());
    }

    @ParameterizedTest
    @CsvSource({"refund", "return", "REFUND"})
    void a_refund_comes_out_the_same_whichever_sign_its_amounts_had(String word) {
        String positive = BASKET.replace("\"capture\"", "\"" + word + "\"");
        String negative = positive.replace("23000", "-23000")
                .replace("19165", "-19165")
                .replace("3835", "-3835")
                .replace("\"lineTotalGross\": ", "\"lineTotalGross\": -")
                .replace("\"lineTotalNet\": 9", "\"lineTotalNet\": -9")
                .replace("\"vatAmount\": ", "\"vatAmount\": -")
                .replace("\"quantity\": ", "\"quantity\": -");

        assertEquals(one(positive).sale(), one(negative).sale());
        assertEquals(Sale.Kind.REFUND, one(negative).sale().kind());
        assertEquals(Optional.of(3835L), one(negative).sale().vat());
    }

    @Test
    void a_negative_line_stays_negative_within_its_sale() {
        Sale sale = one(BASKET.replace("\"lineTotalGross\": 11000", "\"lineTotalGross\": -11000"))
                .sale();

        assertEquals(-11000, sale.lines().get(0).gross());
        assertEquals(Optional.of(Money.ofOre(23000)), sale.gross());
    }

    @Test
    void without_a_total_the_lines_tell_the_sign() {
        Sale sale = one("""
                {"entryType": "refund", "time": "2026-05-04T09:10:11Z",
                 "lines": [{"lineTotalNet": -8000, "vatAmount": -2000}, {"name": "?"}]}""").sale();

        assertEquals(Optional.empty(), sale.gross());
        assertEquals("", sale.reference());
        assertEquals(10000, sale.lines().get(0).gross());
        assertEquals(Optional.of(2000L), sale.lines().get(0).vat());
        assertEquals(BigDecimal.ONE, sale.lines().get(0).quantity());
        assertEquals("2", sale.lines().get(1).lineId());
        assertEquals(0, sale.lines().get(1).gross());
        assertTrue(sale.hasLineItems());
        assertFalse(sale.hasVatBreakdown());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"capture\" | \"exchange\" | items[0].entryType is neither capture nor refund",
                "\"2026-05-04T09:10:11Z\" | null | items[0].time is missing",
                "\"NOK\" | \"\" | items[0].currency is missing",
                "\"gross\": 23000 | \"gross\": \"mye\" | items[0].amounts.gross is not a number",
                "\"vatRate\": 1500 | \"vatRate\": 150000 | items[0].lines[0].vatRate is not between",
            })
    void a_sale_that_cannot_be_read_names_its_field(String good, String bad, String message) {
        UnreadableAnswer told = assertThrows(UnreadableAnswer.class, () -> one(BASKET.replace(good, bad)));

        assertTrue(told.toString().contains(message), told::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // answer                                                     | more  | cursor
                "{\"items\": [%s], \"cursor\": \"B=\", \"hasMore\": true}     | true  | B=",
                "{\"items\": [%s], \"cursor\": \"B=\", \"hasMore\": false}    | false | B=",
                "{\"items\": [%s], \"cursor\": \"B=\"}                        | true  | B=",
                "{\"items\": [%s], \"cursor\": \"A=\", \"hasMore\": true}     | false | A=",
                "{\"items\": [%s], \"cursor\": \"A=\", \"hasMore\": false}    | false | A=",
                "{\"items\": [%s], \"cursor\": null, \"hasMore\": false}      | false | A=",
                "{\"items\": [%s], \"cursor\": \"\"}                          | false | A=",
                "{\"items\": [], \"cursor\": \"B=\", \"hasMore\": true}       | false | B=",
                "{\"items\": [], \"cursor\": \"B=\"}                          | false | B=",
            })
    void sales_end_on_an_empty_page_or_a_cursor_that_stands_still(String body, boolean more, String cursor) {
        SalePage page = page(body.formatted(BASKET));

        assertEquals(more, page.more());
        assertEquals(Optional.of(cursor), page.cursor());
    }

    @Test
    void sales_that_have_more_must_say_where() {
        assertThrows(UnreadableAnswer.class, () -> page("{\"items\": [" + BASKET + "], \"hasMore\": true}"));
    }

    private static SalePage.Fetched one(String sale) {
        return page("{\"items\": [" + sale + "], \"hasMore\": false}").items().get(0);
    }

    private static SalePage page(String body) {
        return WireSalePage.of(body.getBytes(UTF_8)).toDomain(LEDGER, Optional.of("A="));
    }
}
