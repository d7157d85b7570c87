package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlantedTest {
    private static final LocalDate FIRST = SimulatedYear.FIRST;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Set<String> ORDINARY = Set.of(
            "capture",
            "refund",
            "capture-fee",
            "fees-retained",
            "fees-invoiced",
            "payout-scheduled",
            "top-up",
            "retained-disputed-capture",
            "returned-disputed-capture");
    private static final Map<String, String> KINDS =
            Map.of("correction", "correction", "credit-note", "credit-note", "payout-aborted", "payout-aborted");

    @Test
    void the_list_is_what_a_reader_of_every_row_would_stop_at() {
        for (int days : List.of(1, 30, 90, 300, 365)) {
            LocalDate until = FIRST.plusDays(days - 1);
            try (VippsSimulator simulator = start(until, until.plusDays(1))) {
                Caller caller = new Caller(simulator).signedIn();
                Set<String> found = new TreeSet<>();
                for (String ledger : caller.ledgerIds()) {
                    scan(caller, ledger, until.plusDays(1), found);
                }

                List<String> listed = planted(simulator).stream()
                        .map(JsonNode::toString)
                        .sorted()
                        .toList();
                assertEquals(new ArrayList<>(found), listed, days + " days");
            }
        }
    }

    @Test
    void in_a_year_every_kind_occurs_and_the_list_is_in_date_order() {
        try (VippsSimulator simulator = start(SimulatedYear.UNTIL, SimulatedYear.UNTIL.plusDays(1))) {
            List<JsonNode> planted = planted(simulator);

            Set<String> kinds =
                    planted.stream().map(item -> item.get("kind").asString()).collect(Collectors.toSet());
            List<String> dates = planted.stream()
                    .map(item -> item.get("ledger_date").asString())
                    .toList();
            assertEquals(
                    Set.of(
                            "unknown-entry-type",
                            "correction",
                            "credit-note",
                            "payout-aborted",
                            "dispute-standing",
                            "late-fee",
                            "sale-told-twice",
                            "sale-without-money"),
                    kinds);
            assertEquals(1, ofKind(planted, "sale-told-twice"));
            assertEquals(1, ofKind(planted, "sale-without-money"));
            assertEquals(dates.stream().sorted().toList(), dates);
        }
    }

    @Test
    void a_sale_without_money_is_listed_when_it_has_waited_30_days_by_the_clock() {
        LocalDate until = SimulatedYear.UNTIL;
        LocalDate sold = SimulatedYear.FIRST.plusDays(310);

        assertEquals(0, planted("sale-without-money", until, sold.plusDays(29)));
        assertEquals(1, planted("sale-without-money", until, sold.plusDays(30)));
    }

    @Test
    void a_dispute_is_listed_when_it_has_stood_for_more_than_120_days_by_the_clock() {
        LocalDate until = FIRST.plusDays(130);
        LocalDate retained = FIRST.plusDays(119);

        assertEquals(0, planted("dispute-standing", until, retained.plusDays(120)));
        assertEquals(1, planted("dispute-standing", until, retained.plusDays(121)));
    }

    @Test
    void an_aborted_payout_brings_its_money_back_and_the_next_one_carries_it() {
        try (VippsSimulator simulator = start(FIRST.plusDays(30), FIRST.plusDays(31))) {
            Caller caller = new Caller(simulator).signedIn();
            List<JsonNode> rows = caller.feed(SimulatedYear.feed(SimulatedYear.FLORIST, "funds"));
            JsonNode aborted = rows.stream()
                    .filter(row -> type(row).equals("payout-aborted"))
                    .findFirst()
                    .orElseThrow();
            List<JsonNode> payouts = rows.stream()
                    .filter(row -> type(row).equals("payout-scheduled"))
                    .toList();
            JsonNode original = payouts.stream()
                    .filter(row -> row.get("pspReference").equals(aborted.get("pspReference")))
                    .findFirst()
                    .orElseThrow();
            JsonNode next = payouts.stream()
                    .filter(row -> date(row).isAfter(date(aborted)))
                    .findFirst()
                    .orElseThrow();

            assertEquals(-original.get("amount").asLong(), aborted.get("amount").asLong());
            assertEquals(date(aborted).plusDays(1), date(next));
            assertTrue(-next.get("amount").asLong() > aborted.get("amount").asLong());
        }
    }

    private static void scan(Caller caller, String ledger, LocalDate today, Set<String> found) {
        Map<String, LocalDate> captured = new HashMap<>();
        Map<String, JsonNode> disputed = new HashMap<>();
        for (JsonNode row : caller.feed(SimulatedYear.feed(ledger, "funds"))) {
            switch (type(row)) {
                case "capture" -> captured.put(row.get("pspReference").asString(), date(row));
                case "retained-disputed-capture", "returned-disputed-capture" ->
                    disputed.put(row.get("pspReference").asString(), row);
                default -> stopAtUnordinary(ledger, "funds", row, found);
            }
        }
        disputed.values().stream()
                .filter(row -> type(row).startsWith("retained"))
                .filter(row -> date(row).plusDays(120).isBefore(today))
                .forEach(row -> found.add(item("dispute-standing", ledger, "funds", row)));
        for (JsonNode row : caller.feed(SimulatedYear.feed(ledger, "fees"))) {
            LocalDate sold = captured.getOrDefault(row.get("pspReference").asString(), date(row));
            if (type(row).equals("capture-fee") && sold.plusDays(1).isBefore(date(row))) {
                found.add(item("late-fee", ledger, "fees", row));
            }
            stopAtUnordinary(ledger, "fees", row, found);
        }
        scanSales(caller, ledger, captured, today, found);
    }

    private static void scanSales(
            Caller caller, String ledger, Map<String, LocalDate> captured, LocalDate today, Set<String> found) {
        Map<String, JsonNode> told = new HashMap<>();
        for (JsonNode sale : caller.pages(SimulatedYear.sales(ledger) + "?pageSize=1000")) {
            if (!type(sale).equals("capture")
                    || sale.get("paymentType").asString().equals("CASH")) {
                continue;
            }
            String order = sale.get("reference").asString();
            if (sale.get("pspReference").isNull()) {
                JsonNode before = Objects.requireNonNull(told.get(order), order);
                found.add(item("sale-told-twice", ledger, before));
            } else if (!captured.containsKey(sale.get("pspReference").asString())
                    && !sold(sale).plusDays(30).isAfter(today)) {
                found.add(item("sale-without-money", ledger, sale));
            }
            told.put(order, sale);
        }
    }

    private static LocalDate sold(JsonNode sale) {
        return Instant.parse(sale.get("time").asString()).atZone(OSLO).toLocalDate();
    }

    private static void stopAtUnordinary(String ledger, String topic, JsonNode row, Set<String> found) {
        if (!ORDINARY.contains(type(row))) {
            found.add(item(KINDS.getOrDefault(type(row), "unknown-entry-type"), ledger, topic, row));
        }
    }

    private static String item(String kind, String ledger, String topic, JsonNode row) {
        return item(kind, ledger, topic, date(row), row.get("amount"), row);
    }

    private static String item(String kind, String ledger, JsonNode sale) {
        return item(kind, ledger, "sales", sold(sale), sale.get("amounts").get("gross"), sale);
    }

    private static String item(
            String kind, String ledger, String topic, LocalDate date, JsonNode amount, JsonNode referring) {
        return "{\"kind\":\"" + kind + "\",\"ledger_id\":\"" + ledger + "\",\"topic\":\"" + topic
                + "\",\"ledger_date\":\"" + date + "\",\"amount\":" + amount + ",\"psp_reference\":"
                + referring.get("pspReference") + "}";
    }

    private static long planted(String kind, LocalDate until, LocalDate today) {
        try (VippsSimulator simulator = start(until, today)) {
            return ofKind(planted(simulator), kind);
        }
    }

    private static long ofKind(List<JsonNode> planted, String kind) {
        return planted.stream()
                .filter(item -> item.get("kind").asString().equals(kind))
                .count();
    }

    private static List<JsonNode> planted(VippsSimulator simulator) {
        List<JsonNode> items = new ArrayList<>();
        Caller.json(new Caller(simulator).getWithout("/_planted")).forEach(items::add);
        return items;
    }

    private static VippsSimulator start(LocalDate until, LocalDate today) {
        Clock clock = Clock.fixed(today.atTime(8, 0).atZone(OSLO).toInstant(), ZoneId.of("UTC"));
        return VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, until), clock);
    }

    private static String type(JsonNode row) {
        return row.get("entryType").asString();
    }

    private static LocalDate date(JsonNode row) {
        return LocalDate.parse(row.get("ledgerDate").asString());
    }
}
