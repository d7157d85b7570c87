package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantsTest {
    private VippsSimulator simulator;
    private Caller caller;

    @BeforeAll
    void start() {
        simulator = VippsSimulator.start(SimulatedYear.settings(), Clock.systemUTC());
        caller = new Caller(simulator).signedIn();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void the_web_shop_captures_one_reference_in_parts_and_refunds_it_by_reference() {
        Map<String, List<JsonNode>> orders = funds(SimulatedYear.WEB_SHOP).stream()
                .filter(row -> !row.get("recipientHandle").isNull())
                .collect(Collectors.groupingBy(row -> row.get("reference").asString()));
        long inParts = orders.values().stream()
                .filter(rows -> count(rows, "capture") > 1)
                .count();
        long refunded = orders.values().stream()
                .filter(rows -> count(rows, "refund") > 0)
                .count();
        long inFull = orders.values().stream()
                .filter(rows -> count(rows, "refund") == 2 && sum(rows) == 0)
                .count();

        assertTrue(inParts > 300, "in parts: " + inParts);
        assertTrue(refunded > 100, "refunded: " + refunded);
        assertTrue(inFull > 20, "in full: " + inFull);
    }

    @Test
    void nobody_gets_back_more_than_was_captured_before() {
        for (String ledger : caller.ledgerIds()) {
            Map<String, Long> left = new HashMap<>();
            for (JsonNode row : funds(ledger)) {
                if (!row.get("recipientHandle").isNull()) {
                    long after = left.merge(
                            row.get("reference").asString(), row.get("amount").asLong(), Long::sum);
                    assertTrue(after >= 0, row::toString);
                }
            }
        }
    }

    @Test
    void some_captures_have_two_fees_and_some_of_these_are_equal_but_for_the_balances() {
        List<JsonNode> fees = caller.feed(SimulatedYear.feed(SimulatedYear.WEB_SHOP, "fees"));
        Map<String, List<JsonNode>> byCapture = fees.stream()
                .filter(row -> row.get("entryType").asString().equals("capture-fee"))
                .collect(Collectors.groupingBy(row -> row.get("pspReference").asString()));
        List<List<JsonNode>> twice =
                byCapture.values().stream().filter(rows -> rows.size() == 2).toList();
        List<List<JsonNode>> equal = twice.stream()
                .filter(rows -> rows.get(0).get("amount").equals(rows.get(1).get("amount")))
                .toList();

        assertTrue(twice.size() > 300, "twice: " + twice.size());
        assertTrue(equal.size() > 30, "equal: " + equal.size());
        equal.forEach(rows -> {
            assertEquals(rows.get(0).get("time"), rows.get(1).get("time"));
            assertNotEquals(rows.get(0).get("balanceBefore"), rows.get(1).get("balanceBefore"));
        });
    }

    @Test
    void the_cancelled_concert_leaves_the_ledger_negative_for_weeks_without_payout_until_a_top_up() {
        List<JsonNode> rows = funds(SimulatedYear.CONCERTS);
        int topUp = IntStream.range(0, rows.size())
                .filter(i -> type(rows.get(i)).equals("top-up"))
                .findFirst()
                .orElseThrow();
        LocalDate toppedUp = date(rows.get(topUp));
        Set<LocalDate> without = new HashSet<>();
        toppedUp.minusDays(42).datesUntil(toppedUp).forEach(without::add);

        rows.stream()
                .filter(row -> type(row).equals("payout-scheduled"))
                .forEach(row -> assertTrue(!without.contains(date(row)), row::toString));
        assertTrue(rows.get(topUp).get("balanceBefore").asLong() < -5_000_000, "deep in debt");
        assertEquals(0, rows.get(topUp).get("balanceAfter").asLong());
        assertTrue(rows.subList(topUp, rows.size()).stream()
                .anyMatch(row -> type(row).equals("payout-scheduled")));
    }

    @Test
    void the_refund_wave_is_of_captures_months_before() {
        List<JsonNode> rows = funds(SimulatedYear.CONCERTS);
        Map<String, LocalDate> captured = new HashMap<>();
        long old = 0;
        for (JsonNode row : rows) {
            if (type(row).equals("capture")) {
                captured.put(row.get("reference").asString(), date(row));
            } else if (type(row).equals("refund")) {
                LocalDate bought =
                        Objects.requireNonNull(captured.get(row.get("reference").asString()));
                old += bought.plusDays(30).isBefore(date(row)) ? 1 : 0;
            }
        }

        assertTrue(old > 200, "refunds of old captures: " + old);
    }

    @Test
    void organisation_numbers_and_bank_accounts_have_valid_check_digits() {
        for (JsonNode ledger : caller.ledgers()) {
            String organisation = ledger.get("owner").get("id").asString();
            String account = ledger.get("payoutBankAccount").get("id").asString();

            assertTrue(isModulo11(organisation, new int[] {3, 2, 7, 6, 5, 4, 3, 2}), organisation);
            assertTrue(isModulo11(account, new int[] {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}), account);
        }
    }

    private static boolean isModulo11(String digits, int[] weights) {
        int sum = digits.charAt(weights.length) - '0';
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits.length() == weights.length + 1 && sum % 11 == 0;
    }

    private List<JsonNode> funds(String ledger) {
        return caller.feed(SimulatedYear.feed(ledger, "funds"));
    }

    private static long count(List<JsonNode> rows, String type) {
        return rows.stream().filter(row -> type(row).equals(type)).count();
    }

    private static long sum(List<JsonNode> rows) {
        return rows.stream().mapToLong(row -> row.get("amount").asLong()).sum();
    }

    private static String type(JsonNode row) {
        return row.get("entryType").asString();
    }

    private static LocalDate date(JsonNode row) {
        return LocalDate.parse(row.get("ledgerDate").asString());
    }
}
