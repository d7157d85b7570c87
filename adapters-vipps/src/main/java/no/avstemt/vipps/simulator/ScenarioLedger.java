package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A ledger of a scenario: its place in the list, and its rows in the order of the file. */
final class ScenarioLedger {
    private final String ledgerId;
    private final JsonNode listed;
    private final Map<Topic, List<JsonNode>> rows;
    private volatile boolean granted = true;

    ScenarioLedger(String ledgerId, JsonNode listed, Map<Topic, List<JsonNode>> rows) {
        this.ledgerId = ledgerId;
        this.listed = listed;
        this.rows = Map.copyOf(rows);
    }

    String ledgerId() {
        return ledgerId;
    }

    JsonNode listed() {
        return listed;
    }

    boolean isGranted() {
        return granted;
    }

    void grant(boolean now) {
        granted = now;
    }

    boolean settlesFor(String handle) {
        for (JsonNode own : listed.path("settlesForRecipientHandles")) {
            if (own.asString("").equals(handle)) {
                return true;
            }
        }
        return false;
    }

    private List<JsonNode> rows(Topic topic) {
        return Objects.requireNonNull(rows.get(topic));
    }

    /** What is told when this is the last date that has gone by: a row of a later date comes as days go by. */
    List<JsonNode> told(Topic topic, LocalDate until) {
        return rows(topic).stream()
                .filter(row -> !date(topic, row).isAfter(until))
                .toList();
    }

    List<JsonNode> of(Topic topic, LocalDate date) {
        return rows(topic).stream().filter(row -> date(topic, row).equals(date)).toList();
    }

    /** As of the simulator's own ledgers. */
    void writeBalances(LocalDate until, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("ledgerId", ledgerId);
        json.writeStringProperty(
                "organisationNumber", listed.path("owner").path("id").asString(""));
        json.writeStringProperty(
                "name", listed.path("salesUnits").path(0).path("name").asString(""));
        json.writeNumberProperty("funds", balance(Topic.FUNDS, until));
        json.writeNumberProperty("fees", balance(Topic.FEES, until));
        json.writeObjectPropertyStart("entries");
        json.writeNumberProperty("funds", told(Topic.FUNDS, until).size());
        json.writeNumberProperty("fees", told(Topic.FEES, until).size());
        json.writeEndObject();
        json.writeNumberProperty("sales", told(Topic.SALES, until).size());
        json.writeEndObject();
    }

    private long balance(Topic topic, LocalDate until) {
        List<JsonNode> told = told(topic, until);
        return told.isEmpty()
                ? 0
                : told.get(told.size() - 1).path("balanceAfter").asLong();
    }

    /** A sale has the ledger date of its money, or else the day of its time in Oslo. */
    private LocalDate date(Topic topic, JsonNode row) {
        if (topic != Topic.SALES) {
            return LocalDate.parse(row.get("ledgerDate").asString());
        }
        String psp = row.path("pspReference").asString("");
        return rows(Topic.FUNDS).stream()
                .filter(entry -> !psp.isEmpty()
                        && entry.path("pspReference").asString("").equals(psp))
                .findFirst()
                .map(entry -> date(Topic.FUNDS, entry))
                .orElseGet(() -> Oslo.date(
                        ScenarioItem.moment(row.get("time").asString()).toInstant()));
    }
}
