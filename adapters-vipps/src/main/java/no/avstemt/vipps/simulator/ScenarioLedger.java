package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    List<JsonNode> rows(Topic topic) {
        return Objects.requireNonNull(rows.get(topic));
    }

    List<JsonNode> rows(Topic topic, LocalDate date) {
        return rows(topic).stream().filter(row -> date(topic, row).equals(date)).toList();
    }

    /** The last date of funds or fees. */
    Optional<LocalDate> lastDate() {
        return List.of(Topic.FUNDS, Topic.FEES).stream()
                .flatMap(topic -> rows(topic).stream().map(row -> date(topic, row)))
                .max(LocalDate::compareTo);
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
