package no.avstemt.vipps.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Ledgers that somebody wrote down in Vipps's own JSON: in one folder {@code ledgers.json} as the ledger list answers it,
 * and for each ledger, as far as it has them, {@code <ledgerId>-funds.json}, {@code <ledgerId>-fees.json} and {@code
 * <ledgerId>-sales.json} as the feeds answer them. Rows are told as they stand in the file, unknown members too.
 */
public final class Scenario {
    private static final String LEDGERS = "ledgers.json";

    private final Map<String, ScenarioLedger> ledgers;

    private Scenario(Map<String, ScenarioLedger> ledgers) {
        this.ledgers = ledgers;
    }

    public static Scenario none() {
        return new Scenario(Map.of());
    }

    /** Throws {@link IllegalArgumentException} naming file and line, or file and field, of what cannot be. */
    public static Scenario read(Path folder) {
        try {
            Set<String> files = jsonFiles(folder);
            if (!files.remove(LEDGERS)) {
                throw new IllegalArgumentException("The scenario " + folder + " has no " + LEDGERS);
            }
            Map<String, ScenarioLedger> ledgers = new LinkedHashMap<>();
            for (ScenarioItem item : ScenarioItem.allIn(folder.resolve(LEDGERS))) {
                ScenarioLedger ledger = ledger(item, folder, files);
                if (ledgers.put(ledger.ledgerId(), ledger) != null) {
                    throw item.wrong("ledgerId", "is there twice");
                }
            }
            for (String file : files) {
                throw new IllegalArgumentException("The scenario has a file " + file + " that belongs to no ledger of "
                        + LEDGERS + "; its name must be <ledgerId>-funds.json, -fees.json or -sales.json");
            }
            return new Scenario(ledgers);
        } catch (IOException e) {
            throw new IllegalArgumentException("The scenario " + folder + " cannot be read: " + e, e);
        }
    }

    private static Set<String> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            Set<String> names = new HashSet<>();
            paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .forEach(names::add);
            return names;
        }
    }

    private static ScenarioLedger ledger(ScenarioItem item, Path folder, Set<String> files) throws IOException {
        String id = item.text("ledgerId");
        if (!id.matches("\\d{1,10}")) {
            throw item.wrong("ledgerId", "must be digits");
        }
        item.checkListed();
        Map<Topic, List<JsonNode>> rows = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            String name = id + "-" + topic.pathName() + ".json";
            List<JsonNode> of = new ArrayList<>();
            if (files.remove(name)) {
                for (ScenarioItem row : ScenarioItem.allIn(folder.resolve(name))) {
                    row.checkRow(topic, item.node().path("currency").asString(""));
                    of.add(row.node());
                }
            }
            rows.put(topic, List.copyOf(of));
        }
        return new ScenarioLedger(id, item.node(), rows);
    }

    /** An invented merchant's ledger cannot be told twice. */
    void checkApartFrom(Collection<String> ledgerIds) {
        for (String id : ledgerIds) {
            if (ledgers.containsKey(id)) {
                throw new IllegalArgumentException(
                        LEDGERS + ": ledgerId " + id + " is that of a merchant of the simulator; choose another");
            }
        }
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("scenario_ledgers");
        for (ScenarioLedger ledger : ledgers.values()) {
            json.writeStartObject();
            json.writeStringProperty("ledger_id", ledger.ledgerId());
            json.writeBooleanProperty("granted", ledger.isGranted());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void writeBalances(LocalDate until, JsonGenerator json) {
        ledgers.values().forEach(ledger -> ledger.writeBalances(until, json));
    }

    /** Only an accounting partner sees them, as they have no keys of their own. */
    List<ScenarioLedger> seenWith(KeySet keys) {
        return keys.kind() == KeySet.Kind.ACCOUNTING
                ? ledgers.values().stream().filter(ScenarioLedger::isGranted).toList()
                : List.of();
    }

    Optional<ScenarioLedger> seenWith(KeySet keys, String ledgerId) {
        return seenWith(keys).stream()
                .filter(ledger -> ledger.ledgerId().equals(ledgerId))
                .findFirst();
    }

    /** Whether it is one of these. */
    boolean changes(String ledgerId, Fields fields) {
        ScenarioLedger ledger = ledgers.get(ledgerId);
        if (ledger == null) {
            return false;
        }
        fields.only(List.of("granted")).flag("granted").ifPresent(ledger::grant);
        return true;
    }
}
