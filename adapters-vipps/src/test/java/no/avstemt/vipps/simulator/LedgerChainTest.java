package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerChainTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private VippsSimulator simulator;
    private Caller caller;
    private List<String> ledgers;
    private final Map<String, List<JsonNode>> rows = new HashMap<>();

    @BeforeAll
    void start() {
        simulator = VippsSimulator.start(SimulatedYear.settings(), Clock.systemUTC());
        caller = new Caller(simulator).signedIn();
        ledgers = caller.ledgerIds();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"funds", "fees"})
    void every_row_starts_where_the_one_before_it_ended(String topic) {
        for (String ledger : ledgers) {
            long balance = 0;
            for (JsonNode row : feed(ledger, topic)) {
                assertEquals(balance, row.get("balanceBefore").asLong(), row::toString);
                balance += row.get("amount").asLong();
                assertEquals(balance, row.get("balanceAfter").asLong(), row::toString);
            }
            assertEquals(balance, ofLedger(ledger).get(topic).asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"funds", "fees"})
    void the_feed_has_the_rows_of_every_date(String topic) {
        for (String ledger : ledgers) {
            Map<String, List<JsonNode>> ofDates = feed(ledger, topic).stream()
                    .collect(Collectors.groupingBy(row -> row.get("ledgerDate").asString()));
            SimulatedYear.someDates()
                    .forEach(date -> assertEquals(
                            ofDates.getOrDefault(date.toString(), List.of()),
                            caller.pages(SimulatedYear.date(ledger, topic, date))));

            assertEquals(
                    feed(ledger, topic).size(),
                    ofLedger(ledger).get("entries").get(topic).asInt());
        }
    }

    @Test
    void each_ledger_has_a_year_that_imports_quickly() {
        int sum = 0;
        for (String ledger : ledgers) {
            JsonNode entries = ofLedger(ledger).get("entries");
            int count = entries.get("funds").asInt() + entries.get("fees").asInt();
            sum += count;

            assertTrue(count >= 3_000 && count <= 15_000, ledger + " has " + count);
        }

        assertTrue(sum >= 55_000 && sum <= 65_000, "in all " + sum);
        assertEquals(sum, simulator.settlementEntries());
    }

    @Test
    void a_payout_is_the_last_row_of_its_date_and_payouts_are_numbered_one_by_one() {
        for (String ledger : ledgers) {
            List<JsonNode> funds = feed(ledger, "funds");
            int number = 2_000_001;
            for (int i = 0; i < funds.size(); i++) {
                JsonNode row = funds.get(i);
                if (row.get("entryType").asString().equals("payout-scheduled")) {
                    assertEquals(ledger + "-" + number, row.get("pspReference").asString());
                    assertTrue(row.get("reference").asString().matches("Utb\\. " + number + " Vippsnr \\d+"));
                    assertTrue(row.get("amount").asLong() < 0);
                    assertTrue(isLastOfDate(funds, i));
                    number++;
                }
            }
            assertTrue(number > 2_000_050);
        }
    }

    @Test
    void a_daily_payout_takes_the_whole_balance() {
        List<String> daily = ledgers.stream()
                .filter(ledger ->
                        !Set.of(SimulatedYear.BOOKSHOP, SimulatedYear.KAYAKS).contains(ledger))
                .toList();
        for (String ledger : daily) {
            List<JsonNode> funds = feed(ledger, "funds");
            Set<String> aborted = datesOf(funds, "payout-aborted");
            for (int i = 0; i < funds.size(); i++) {
                JsonNode row = funds.get(i);
                if (row.get("entryType").asString().equals("payout-scheduled")) {
                    assertEquals(0, row.get("balanceAfter").asLong());
                } else if (isLastOfDate(funds, i)
                        && !aborted.contains(row.get("ledgerDate").asString())) {
                    assertTrue(row.get("balanceAfter").asLong() <= 0, () -> "not paid out: " + row);
                }
            }
        }
    }

    @Test
    void retained_fees_stand_on_both_topics_with_opposite_signs() {
        for (String ledger : ledgers) {
            if (ledger.equals(SimulatedYear.BOOKSHOP)) {
                continue;
            }
            Map<String, JsonNode> funds = retained(ledger, "funds");
            Map<String, JsonNode> fees = retained(ledger, "fees");

            assertEquals(funds.keySet(), fees.keySet());
            assertTrue(funds.size() > 300);
            funds.forEach((psp, row) -> {
                JsonNode mirror = Objects.requireNonNull(fees.get(psp));
                assertEquals(-row.get("amount").asLong(), mirror.get("amount").asLong());
                assertEquals(row.get("time"), mirror.get("time"));
                assertEquals("", row.get("reference").asString());
                assertEquals(0, mirror.get("balanceAfter").asLong());
            });
        }
    }

    @Test
    void payments_are_stamped_on_their_date_in_oslo_and_settlement_just_after_its_midnight() {
        for (String ledger : ledgers) {
            for (JsonNode row : feed(ledger, "funds")) {
                String text = row.get("time").asString();
                LocalDate date = LocalDate.parse(row.get("ledgerDate").asString());
                Instant midnight = date.plusDays(1).atStartOfDay(OSLO).toInstant();

                assertTrue(text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"), text);
                if (row.get("recipientHandle").isNull()) {
                    Duration after = Duration.between(midnight, Instant.parse(text));
                    assertTrue(after.toMinutes() >= 10 && after.toMinutes() < 30, row::toString);
                } else {
                    assertEquals(date, Instant.parse(text).atZone(OSLO).toLocalDate());
                }
            }
        }
    }

    @Test
    void no_two_captures_or_refunds_of_any_ledger_share_a_psp_reference() {
        Set<String> seen = new HashSet<>();
        for (String ledger : ledgers) {
            for (JsonNode row : feed(ledger, "funds")) {
                boolean ofPayment = !row.get("recipientHandle").isNull();
                assertTrue(!ofPayment || seen.add(row.get("pspReference").asString()), row::toString);
            }
        }
    }

    @Test
    void every_capture_has_its_fee_the_same_date_or_the_next_unless_it_was_planted() {
        Set<String> planted = new HashSet<>();
        for (JsonNode item : Caller.json(caller.getWithout("/_planted"))) {
            planted.add(item.get("psp_reference").asString());
        }
        for (String ledger : ledgers) {
            Map<String, String> dates = new HashMap<>();
            int late = 0;
            for (JsonNode row : feed(ledger, "funds")) {
                if (row.get("entryType").asString().equals("capture")) {
                    dates.put(
                            row.get("pspReference").asString(),
                            row.get("ledgerDate").asString());
                }
            }
            Set<String> withFee = new HashSet<>();
            for (JsonNode fee : feed(ledger, "fees")) {
                if (fee.get("entryType").asString().equals("capture-fee")) {
                    String psp = fee.get("pspReference").asString();
                    LocalDate captured = LocalDate.parse(Objects.requireNonNull(dates.get(psp)));
                    LocalDate charged = LocalDate.parse(fee.get("ledgerDate").asString());
                    assertTrue(
                            charged.equals(captured) || charged.equals(captured.plusDays(1)) || planted.contains(psp));
                    late += charged.equals(captured) ? 0 : 1;
                    withFee.add(psp);
                }
            }
            long unpaid = dates.entrySet().stream()
                    .filter(capture -> !withFee.contains(capture.getKey()))
                    .filter(capture -> !capture.getValue().equals(SimulatedYear.UNTIL.toString()))
                    .count();

            assertEquals(0, unpaid);
            assertTrue(late > 10, ledger + " has late fees: " + late);
        }
    }

    private List<JsonNode> feed(String ledger, String topic) {
        return rows.computeIfAbsent(SimulatedYear.feed(ledger, topic), caller::feed);
    }

    private static Set<String> datesOf(List<JsonNode> rows, String type) {
        return rows.stream()
                .filter(row -> row.get("entryType").asString().equals(type))
                .map(row -> row.get("ledgerDate").asString())
                .collect(Collectors.toSet());
    }

    private Map<String, JsonNode> retained(String ledger, String topic) {
        return feed(ledger, topic).stream()
                .filter(row -> row.get("entryType").asString().equals("fees-retained"))
                .collect(Collectors.toMap(row -> row.get("pspReference").asString(), row -> row));
    }

    private JsonNode ofLedger(String ledgerId) {
        for (JsonNode item : Caller.json(caller.getWithout("/_balances")).get("items")) {
            if (item.get("ledgerId").asString().equals(ledgerId)) {
                return item;
            }
        }
        throw new AssertionError("no balances of " + ledgerId);
    }

    private static boolean isLastOfDate(List<JsonNode> rows, int i) {
        return i + 1 == rows.size()
                || !rows.get(i).get("ledgerDate").equals(rows.get(i + 1).get("ledgerDate"));
    }
}
