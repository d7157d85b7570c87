package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ScenarioTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/scenario");
    private static final String LEDGER = "700001";
    private static final LocalDate SOLD = LocalDate.parse("2026-11-16");
    private static final LocalDate UNTIL = SimulatedYear.UNTIL;

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheExample() throws IOException {
        for (String name : List.of("ledgers.json", "700001-funds.json", "700001-fees.json", "700001-sales.json")) {
            Files.copy(EXAMPLE.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void a_ledger_of_a_scenario_stands_among_the_others_with_its_rows_by_feed_and_by_date() {
        try (VippsSimulator simulator = start(Scenario.read(folder))) {
            Caller caller = new Caller(simulator).signedIn();

            assertTrue(caller.ledgerIds().containsAll(List.of(LEDGER, SimulatedYear.CAFE)));
            JsonNode byHandle = caller.ok("/settlement/v1/ledgers?settlesForRecipientHandles=NO:97001");
            assertEquals(1, byHandle.get("items").size());
            List<JsonNode> rows = caller.feed(SimulatedYear.feed(LEDGER, "funds"));
            assertEquals(
                    List.of("capture", "fees-retained", "payout-scheduled"),
                    rows.stream().map(row -> row.get("entryType").asString()).toList());
            assertEquals(rows, caller.pages(SimulatedYear.date(LEDGER, "funds", SOLD)));
            assertEquals(
                    2, caller.pages(SimulatedYear.date(LEDGER, "fees", SOLD)).size());
            assertEquals(List.of(), caller.pages(SimulatedYear.date(LEDGER, "funds", UNTIL)));
            assertTrue(caller.ok(SimulatedYear.date(LEDGER, "funds", UNTIL.plusDays(1)))
                    .get("tryLater")
                    .asBoolean());
            String sales = SimulatedYear.sales(LEDGER);
            List<JsonNode> sold = caller.pages(sales);
            assertEquals(1, sold.size());
            assertEquals(sold, caller.pages(sales + "/dates/" + SOLD));
            assertEquals(sold, caller.pages(sales + "/references/bakken-1"));
            assertEquals(sold, caller.pages(sales + "/psp-references/91000000001"));
            assertEquals(404, caller.get(sales + "/references/none").statusCode());
        }
    }

    @Test
    void its_rows_come_as_days_go_by_and_its_balances_stand_among_the_others() {
        SimulatorSettings before = SimulatorSettings.between(0, 1, SOLD.minusDays(10), SOLD.minusDays(1));
        try (VippsSimulator simulator = VippsSimulator.start(before, Scenario.read(folder), Clock.systemUTC())) {
            Caller caller = new Caller(simulator).signedIn();
            assertEquals(List.of(), caller.feed(SimulatedYear.feed(LEDGER, "funds")));
            assertTrue(caller.ok(SimulatedYear.date(LEDGER, "funds", SOLD))
                    .get("tryLater")
                    .asBoolean());
            assertEquals(0, balances(caller).get("entries").get("funds").asLong());

            caller.control("POST", "/days", "{\"days\": 1}");

            List<JsonNode> rows = caller.feed(SimulatedYear.feed(LEDGER, "funds"));
            assertEquals(3, rows.size());
            assertFalse(caller.ok(SimulatedYear.date(LEDGER, "funds", SOLD))
                    .get("tryLater")
                    .asBoolean());
            assertEquals(rows.get(2).get("balanceAfter"), balances(caller).get("funds"));
            assertEquals(1, balances(caller).get("sales").asLong());
        }
    }

    private static JsonNode balances(Caller caller) {
        for (JsonNode item : Caller.json(caller.getWithout("/_balances")).get("items")) {
            if (item.get("ledgerId").asString().equals(LEDGER)) {
                return item;
            }
        }
        throw new AssertionError("The scenario's ledger has no balances");
    }

    @Test
    void personal_data_is_told_only_when_it_is_asked_for() {
        try (VippsSimulator simulator = start(Scenario.read(folder))) {
            Caller caller = new Caller(simulator).signedIn();
            String feed = SimulatedYear.feed(LEDGER, "funds");

            assertFalse(caller.ok(feed).get("items").get(0).has("name"));
            assertEquals(
                    "Kari Fjellvik",
                    caller.ok(feed + "?includeGDPRSensitiveData=true")
                            .get("items")
                            .get(0)
                            .get("name")
                            .asString());
        }
    }

    @Test
    void faults_and_a_withdrawn_grant_meet_it_too() {
        try (VippsSimulator simulator = start(Scenario.read(folder))) {
            Caller caller = new Caller(simulator).signedIn();
            String feed = SimulatedYear.feed(LEDGER, "fees");

            caller.control("POST", "/faults", "{\"kind\": \"server-error\", \"ledger_id\": \"700001\", \"times\": 1}");
            assertEquals(500, caller.get(feed).statusCode());
            caller.control("PATCH", "/ledgers/700001", "{\"granted\": false}");
            assertEquals(404, caller.get(feed).statusCode());
            assertFalse(caller.ledgerIds().contains(LEDGER));
            caller.control("PATCH", "/ledgers/700001", "{\"granted\": true}");
            assertEquals(200, caller.get(feed).statusCode());
        }
    }

    @Test
    void many_rows_come_a_thousand_a_page() throws IOException {
        write(
                "700001-fees.json",
                "{\"items\": ["
                        + IntStream.range(0, 2500)
                                .mapToObj(i -> entry(-1, -i, -i - 1))
                                .collect(Collectors.joining(",")) + "]}");
        try (VippsSimulator simulator = start(Scenario.read(folder))) {
            Caller caller = new Caller(simulator).signedIn();

            List<JsonNode> feed = caller.feed(SimulatedYear.feed(LEDGER, "fees"));

            assertEquals(2500, feed.size());
            assertEquals(feed, caller.pages(SimulatedYear.date(LEDGER, "fees", SOLD)));
            assertEquals(
                    1000,
                    caller.ok(SimulatedYear.feed(LEDGER, "fees")).get("items").size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledgers.json | {\"items\": [ | ledgers.json line 1, column 12: this is not JSON",
                "ledgers.json | [] | ledgers.json: there is no list items",
                "ledgers.json | {\"items\": [7]} | ledgers.json: items[0] is not an object",
                "ledgers.json | {\"items\": [{}]} | ledgers.json: items[0].ledgerId is missing",
                "ledgers.json | {\"items\": [{\"ledgerId\": \"x\"}]} | ledgers.json: items[0].ledgerId must be digits,"
                        + " but is \"x\"",
                "ledgers.json | {\"items\": []} | The scenario has a file 700001-",
                "700001-funds.json | {\"items\": [{}]} | 700001-funds.json: items[0].entryType is missing",
                "700001-payouts.json | {} | The scenario has a file 700001-payouts.json that belongs to no ledger"
            })
    void what_cannot_be_is_refused_with_its_file_and_place(String file, String text, String why) throws IOException {
        write(file, text);

        assertRefused(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":-1 | \"amount\":\"1\" | items[1].amount must be a whole number of øre or cents, but is"
                        + " \"1\"",
                "\"amount\":-1 | \"amount\":1.5 | items[1].amount must be a whole number of øre or cents, but is 1.5",
                "\"amount\":-1, | '' | items[1].amount is missing",
                "\"amount\":-1 | \"amount\":-2 | items[1].balanceAfter must be balanceBefore and amount together",
                "NOK | SEK | items[1].currency must be the ledger's NOK, but is \"SEK\"",
                "2026-11-16T09 | 16.11.2026 09 | items[1].time must be a moment as 2026-05-17T10:15:30.123456Z",
                "\"2026-11-16\" | \"16.11.2026\" | items[1].ledgerDate must be a date as 2026-05-17"
            })
    void a_wrong_row_is_refused_with_its_number_and_field(String right, String wrong, String why) throws IOException {
        write(
                "700001-fees.json",
                "{\"items\": [" + entry(-1, 0, -1) + "," + entry(-1, -1, -2).replace(right, wrong) + "]}");

        assertRefused("700001-fees.json: " + why);
    }

    @Test
    void a_line_that_is_no_json_is_told_by_its_number() throws IOException {
        write("700001-sales.json", "{\"items\": [\n  {\"entryType\": \"capture\",\n   oops\n");

        assertRefused("700001-sales.json line 3, column 4: this is not JSON");
    }

    @Test
    void a_folder_that_is_not_there_or_empty_and_a_ledger_of_a_merchant_are_refused() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> Scenario.read(folder.resolve("none")));
        Files.createDirectory(folder.resolve("empty"));
        assertThrows(IllegalArgumentException.class, () -> Scenario.read(folder.resolve("empty")));
        write("ledgers.json", Files.readString(folder.resolve("ledgers.json")).replace("\"700001\"", "\"418207\""));
        for (String topic : List.of("funds", "fees", "sales")) {
            Files.delete(folder.resolve("700001-" + topic + ".json"));
        }
        Scenario taken = Scenario.read(folder);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> start(taken));

        assertTrue(String.valueOf(refused.getMessage()).contains("ledgerId 418207 is that of a merchant"));
    }

    private void assertRefused(String why) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Scenario.read(folder));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(why), refused::toString);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String entry(long amount, long before, long after) {
        return "{\"pspReference\":\"1\",\"time\":\"2026-11-16T09:10:11Z\",\"ledgerDate\":\"2026-11-16\",\"entryType\":"
                + "\"capture-fee\",\"reference\":\"r\",\"currency\":\"NOK\",\"amount\":" + amount
                + ",\"balanceBefore\":" + before + ",\"balanceAfter\":" + after + "}";
    }

    private static VippsSimulator start(Scenario scenario) {
        return VippsSimulator.start(new SimulatorSettings(0, 1, 6, UNTIL), scenario, Clock.systemUTC());
    }
}
