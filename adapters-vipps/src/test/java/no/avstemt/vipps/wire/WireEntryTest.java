package no.avstemt.vipps.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireEntryTest {

    private static final LedgerId LEDGER = new LedgerId("418207");
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String CAPTURE = """
            {"pspReference": "41200777001", "time": "2026-03-02T10:15:30.123456Z", "ledgerDate": "2026-03-02",
             "entryType": "capture", "reference": "kiosk-0001-a", "currency": "NOK", "amount": 12500,
             "recipientHandle": "NO:54321", "balanceBefore": 0, "balanceAfter": 12500}""";

    @Test
    void a_capture_is_read_whole() {
        EntryPage page = date("{\"hasMore\": false, \"tryLater\": false, \"items\": [" + CAPTURE + "]}");

        SettlementEntry expected = new SettlementEntry(
                LEDGER,
                Topic.FUNDS,
                "capture",
                DATE,
                Instant.parse("2026-03-02T10:15:30.123456Z"),
                Money.ofOre(12500),
                0,
                12500,
                Optional.of("41200777001"),
                Optional.of("kiosk-0001-a"),
                Optional.of("NO:54321"));
        assertEquals(List.of(expected), entries(page));
        assertEquals(new EntryPage(page.items(), Optional.empty(), false, false), page);
    }

    @Test
    void texts_for_numbers_and_null_or_empty_for_absent_are_read_alike() {
        String asTexts = CAPTURE.replace("12500", "\"12500\"")
                .replace("\"balanceBefore\": 0", "\"balanceBefore\": \"0\"")
                .replace("\"41200777001\"", "41200777001")
                .replace("\"kiosk-0001-a\"", "\"\"")
                .replace("\"NO:54321\"", "null");

        SettlementEntry entry = entries(date("{\"items\": [" + asTexts + "]}")).get(0);

        assertEquals(12500, entry.amount().minor());
        assertEquals(12500, entry.balanceAfter());
        assertEquals(Optional.of("41200777001"), entry.pspReference());
        assertEquals(Optional.empty(), entry.reference());
        assertEquals(Optional.empty(), entry.recipientHandle());
    }

    @Test
    void whole_numbers_may_be_written_with_decimals() {
        assertEquals(
                12500,
                entries(date(item(CAPTURE.replace("\"amount\": 12500", "\"amount\": 12500.00"))))
                        .get(0)
                        .amount()
                        .minor());
    }

    @Test
    void a_missing_ledger_date_is_taken_from_the_question_by_date_but_needed_in_the_feed() {
        String without = CAPTURE.replace("\"ledgerDate\": \"2026-03-02\",", "");

        assertEquals(DATE, entries(date(item(without))).get(0).ledgerDate());
        assertUnreadable("items[0].ledgerDate is missing", () -> feed(feedOf(without)));
    }

    @Test
    void both_generations_of_a_payout_give_the_same_key() {
        String old = """
                {"pspReference": "2000023", "time": "2026-03-03T00:10:00.000000+0100", "ledgerDate": "2026-03-02",
                 "entryType": "scheduled-for-payout", "reference": "Utb. 2000023 Vippsnr 54321", "currency": "NOK",
                 "amount": -12000, "balanceBefore": 12000, "balanceAfter": 0}""";
        String now = """
                {"pspReference": "418207-2000023", "time": "2026-03-02T23:10:00Z", "ledgerDate": "2026-03-02",
                 "entryType": "payout-scheduled", "reference": null, "currency": "NOK",
                 "amount": -12000, "balanceBefore": 12000, "balanceAfter": 0}""";

        List<SettlementEntry> entries = entries(date(item(old + "," + now)));

        assertEquals(EntryType.PAYOUT_SCHEDULED, entries.get(0).type());
        assertEquals(entries.get(0).key(), entries.get(1).key());
    }

    @Test
    void unknown_types_and_members_are_kept_as_they_came() {
        String odd = CAPTURE.replace("\"capture\"", "\"rolling-thing\"")
                .replace("{", "{\"later\": {\"rate\": 1.10, \"big\": 12345678901234567890, \"æ\": [1, \"ø\", null]}, ");

        EntryPage.Fetched fetched = date(item(odd)).items().get(0);

        assertEquals("rolling-thing", fetched.entry().vippsType());
        assertEquals(EntryType.UNRECOGNISED_FUNDS, fetched.entry().type());
        assertTrue(
                fetched.raw()
                        .startsWith("{\"later\":{\"rate\":1.10,\"big\":12345678901234567890,\"æ\":[1,\"ø\",null]},"),
                fetched.raw());
    }

    @Test
    void personal_data_is_never_in_raw() {
        String personal = CAPTURE.replace(
                "{",
                "{\"name\": \"Kari Normann\", \"maskedPhoneNo\": \"xxxx 1234\", \"message\": \"Takk!\\n🎈\","
                        + " \"payer\": {\"name\": \"Kari Normann\", \"kind\": \"x\"}, ");

        EntryPage.Fetched fetched = date(item(personal)).items().get(0);

        assertFalse(fetched.raw().contains("Kari"), fetched.raw());
        assertFalse(fetched.raw().contains("xxxx"), fetched.raw());
        assertFalse(fetched.raw().contains("Takk"), fetched.raw());
        assertTrue(fetched.raw().contains("\"payer\":{\"kind\":\"x\"}"), fetched.raw());
        assertEquals(
                Optional.of("{\"maskedPhoneNo\":\"xxxx 1234\",\"message\":\"Takk!\\n🎈\",\"name\":\"Kari Normann\"}"),
                fetched.personal());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:15:30Z, 2026-03-02T10:15:30Z",
        "2026-03-02T10:15:30.1Z, 2026-03-02T10:15:30.1Z",
        "2026-03-02T10:15:30.123456789Z, 2026-03-02T10:15:30.123456789Z",
        "2026-03-02T12:15:30.123456+0200, 2026-03-02T10:15:30.123456Z",
        "2026-03-02T12:15:30+02:00, 2026-03-02T10:15:30Z",
        "2026-03-02T12:15:30+02, 2026-03-02T10:15:30Z",
        "2026-03-02T06:15:30.000-0400, 2026-03-02T10:15:30Z",
    })
    void every_form_of_time_is_read(String text, String expected) {
        String entry = CAPTURE.replace("2026-03-02T10:15:30.123456Z", text);

        assertEquals(Instant.parse(expected), entries(date(item(entry))).get(0).time());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\": 12500 | \"amnt\": 12500 | items[1].amount is missing",
                "\"amount\": 12500 | \"amount\": 125.5 | items[1].amount is not a whole number in range",
                "\"amount\": 12500 | \"amount\": 92233720368547758070 | items[1].amount is not a whole number in range",
                "\"amount\": 12500 | \"amount\": 1e999999999 | items[1].amount is out of range",
                "\"amount\": 12500 | \"amount\": \"a\" | items[1].amount is not a number",
                "\"amount\": 12500 | \"amount\": [12500] | items[1].amount is not a plain value",
                "\"capture\" | null | items[1].entryType is missing",
                "\"2026-03-02T10:15:30.123456Z\" | \"\" | items[1].time is missing",
                "10:15:30.123456Z | 10:15:30 | items[1].time is not a time with its zone",
                "\"ledgerDate\": \"2026-03-02\" | \"ledgerDate\": \"2026-02-30\" | items[1].ledgerDate is not a date",
                "\"currency\": \"NOK\" | \"currency\": \"KRONER\" | items[1].currency is not a currency",
                "\"balanceAfter\": 12500 | \"x\": 1 | items[1].balanceAfter is missing",
            })
    void a_row_that_cannot_be_read_fails_the_page_and_names_its_field(String good, String bad, String message) {
        assertUnreadable(message, () -> feed(feedOf(CAPTURE + "," + CAPTURE.replace(good, bad))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"items\": [",
                "<html>",
                "{} {}",
                "{\"items\": {}}",
                "{\"items\": [7]}"
            })
    void an_answer_of_another_shape_is_unreadable(String body) {
        assertThrows(UnreadableAnswer.class, () -> date(body));
    }

    @Test
    void a_text_with_a_nul_is_read_with_a_replacement_character() {
        SettlementEntry entry =
                entries(date(item(CAPTURE.replace("kiosk", "ki\\u0000sk")))).get(0);

        assertEquals(Optional.of("ki\ufffdsk-0001-a"), entry.reference());
    }

    @Test
    void another_currency_is_read_as_it_is() {
        assertEquals(
                new Money(12500, Currency.getInstance("DKK")),
                entries(date(item(CAPTURE.replace("NOK", "DKK")))).get(0).amount());
    }

    private static String item(String entries) {
        return "{\"items\": [" + entries + "]}";
    }

    private static String feedOf(String entries) {
        return "{\"items\": [" + entries + "], \"cursor\": \"B=\", \"tryLater\": false}";
    }

    private static EntryPage feed(String body) {
        return WireEntryPage.ofFeed(body.getBytes(UTF_8)).toFeedPage(LEDGER, Topic.FUNDS, Optional.of("A="));
    }

    private static EntryPage date(String body) {
        return WireEntryPage.ofDate(body.getBytes(UTF_8), DATE).toDatePage(LEDGER, Topic.FUNDS, Optional.of("A="));
    }

    private static List<SettlementEntry> entries(EntryPage page) {
        return page.items().stream().map(EntryPage.Fetched::entry).toList();
    }

    private static void assertUnreadable(String expected, Executable reading) {
        String message =
                String.valueOf(assertThrows(UnreadableAnswer.class, reading).getMessage());
        assertTrue(message.contains(expected), message);
    }
}
