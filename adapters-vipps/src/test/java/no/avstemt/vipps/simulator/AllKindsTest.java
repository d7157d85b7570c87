package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The merchants who trade only in a world of all kinds. */
class AllKindsTest {
    private static final LocalDate UNTIL = SimulatedYear.UNTIL;
    private static final SimulatorSettings ORDINARY = new SimulatorSettings(0, 1, 100, UNTIL);
    private static final VippsSimulator SIMULATOR = VippsSimulator.start(ORDINARY.withAllKinds(), Clock.systemUTC());
    private static final Caller CALLER = new Caller(SIMULATOR).signedIn();
    private static final String NIGHT_CLUB = "652740";
    private static final String DANISH = "660318";
    private static final String FINNISH = "671905";

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void a_night_is_one_ledger_date_that_ends_at_four() {
        boolean afterMidnight = false;
        for (JsonNode row : CALLER.feed(SimulatedYear.feed(NIGHT_CLUB, "funds"))) {
            if (row.get("entryType").asString().equals("capture")) {
                LocalTime time = Instant.parse(row.get("time").asString())
                        .atZone(ZoneId.of("Europe/Oslo"))
                        .toLocalTime();
                assertEquals(businessDate(row, "Europe/Oslo", 4), date(row), row::toString);
                afterMidnight = afterMidnight || time.isBefore(LocalTime.of(4, 0));
            }
        }
        assertTrue(afterMidnight);
    }

    @Test
    void its_money_and_fees_go_once_a_month_after_the_last_night() {
        List<JsonNode> payouts = CALLER.feed(SimulatedYear.feed(NIGHT_CLUB, "funds")).stream()
                .filter(row -> row.get("entryType").asString().equals("payout-scheduled"))
                .toList();

        assertEquals(
                List.of("2026-08-31", "2026-09-30", "2026-10-31"),
                payouts.stream().map(row -> row.get("ledgerDate").asString()).toList());
        payouts.forEach(row -> {
            assertEquals(0, row.get("balanceAfter").asLong());
            LocalTime time = Instant.parse(row.get("time").asString())
                    .atZone(ZoneId.of("Europe/Oslo"))
                    .toLocalTime();
            assertEquals(4, time.getHour());
        });
    }

    @Test
    void a_neighbour_has_its_own_money_clock_numbers_and_payout_text() {
        assertNeighbour(DANISH, "DKK", "DK", "Europe/Copenhagen");
        assertNeighbour(FINNISH, "EUR", "FI", "Europe/Helsinki");
    }

    private static void assertNeighbour(String id, String currency, String country, String zone) {
        JsonNode ledger = CALLER.ledgers().stream()
                .filter(one -> one.get("ledgerId").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(currency, ledger.get("currency").asString());
        assertEquals(
                "BBAN:" + country, ledger.get("payoutBankAccount").get("scheme").asString());
        String handle = ledger.get("settlesForRecipientHandles").get(0).asString();
        assertTrue(handle.startsWith(country + ":"));
        String number = handle.substring(3);
        for (JsonNode row : CALLER.feed(SimulatedYear.feed(id, "funds"))) {
            assertEquals(currency, row.get("currency").asString());
            if (row.get("entryType").asString().equals("capture")) {
                assertEquals(businessDate(row, zone, 0), date(row), row::toString);
            }
            if (row.get("entryType").asString().equals("payout-scheduled")) {
                assertTrue(row.get("reference").asString().matches("02000" + number + "001\\d{7}"), row::toString);
            }
        }
        CALLER.pages(SimulatedYear.sales(id))
                .forEach(sale -> assertEquals(currency, sale.get("currency").asString()));
    }

    @Test
    void psp_references_are_unlike_across_all_ledgers_and_find_their_sale() {
        Set<String> seen = new HashSet<>();
        for (String ledger : CALLER.ledgerIds()) {
            CALLER.feed(SimulatedYear.feed(ledger, "funds")).stream()
                    .filter(row -> row.get("entryType").asString().equals("capture"))
                    .forEach(row -> assertTrue(seen.add(row.get("pspReference").asString()), row::toString));
        }
        JsonNode sale = CALLER.ok(SimulatedYear.sales(NIGHT_CLUB)).get("items").get(0);
        String psp = sale.get("pspReference").asString();
        assertEquals(
                sale,
                CALLER.ok(SimulatedYear.sales(NIGHT_CLUB) + "/psp-references/" + psp)
                        .get("items")
                        .get(0));
    }

    @Test
    void the_others_are_as_in_any_world() {
        try (VippsSimulator ordinary = VippsSimulator.start(ORDINARY, Clock.systemUTC())) {
            Caller other = new Caller(ordinary).signedIn();
            List<String> ids = other.ledgerIds();
            assertEquals(ids.size() + 3, CALLER.ledgerIds().size());
            for (String ledger : ids) {
                String feed = SimulatedYear.feed(ledger, "funds");
                assertEquals(other.feed(feed), CALLER.feed(feed));
            }
        }
    }

    private static LocalDate businessDate(JsonNode row, String zone, int cutoffHours) {
        return Instant.parse(row.get("time").asString())
                .atZone(ZoneId.of(zone))
                .toLocalDateTime()
                .minusHours(cutoffHours)
                .toLocalDate();
    }

    private static LocalDate date(JsonNode row) {
        return LocalDate.parse(row.get("ledgerDate").asString());
    }
}
