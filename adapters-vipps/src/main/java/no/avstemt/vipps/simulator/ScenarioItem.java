package no.avstemt.vipps.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One member of the {@code items} of a scenario file.
 *
 * @param place the file, and which of its items
 */
record ScenarioItem(String place, JsonNode node) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Every form of a moment that Vipps has used (vipps-apis.md 3.5). */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    static List<ScenarioItem> allIn(Path file) throws IOException {
        String name = file.getFileName().toString();
        JsonNode items = parsed(name, Files.readAllBytes(file)).path("items");
        if (!items.isArray()) {
            throw new IllegalArgumentException(name + ": there is no list items");
        }
        List<ScenarioItem> all = new ArrayList<>();
        for (JsonNode item : items) {
            String place = name + ": items[" + all.size() + "]";
            if (!item.isObject()) {
                throw new IllegalArgumentException(place + " is not an object");
            }
            all.add(new ScenarioItem(place, item));
        }
        return all;
    }

    private static JsonNode parsed(String name, byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = at == null ? "" : " line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new IllegalArgumentException(name + line + ": this is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    IllegalArgumentException wrong(String field, String why) {
        JsonNode value = node.path(field);
        return new IllegalArgumentException(
                place + "." + field + " " + why + (value.isMissingNode() ? "" : ", but is " + value));
    }

    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw wrong(field, value.isMissingNode() ? "is missing" : "must be a text");
        }
        return value.asString();
    }

    void checkListed() {
        checkCurrency(text("currency"));
        if (!node.path("settlesForRecipientHandles").isArray()) {
            throw wrong("settlesForRecipientHandles", "must be a list of handles");
        }
    }

    /** @param currency that of the ledger */
    void checkRow(Topic topic, String currency) {
        text("entryType");
        checkMoment();
        if (!text("currency").equals(currency)) {
            throw wrong("currency", "must be the ledger's " + currency);
        }
        if (topic == Topic.SALES) {
            checkSale();
        } else {
            checkEntry();
        }
    }

    private void checkEntry() {
        Stream.of("amount", "balanceBefore", "balanceAfter").forEach(this::checkWhole);
        if (node.get("balanceBefore").asLong() + node.get("amount").asLong()
                != node.get("balanceAfter").asLong()) {
            throw wrong("balanceAfter", "must be balanceBefore and amount together");
        }
        try {
            LocalDate.parse(text("ledgerDate"));
        } catch (DateTimeException e) {
            throw wrong("ledgerDate", "must be a date as 2026-05-17");
        }
    }

    private void checkSale() {
        if (!node.path("amounts").path("gross").isIntegralNumber()) {
            throw wrong("amounts", "must be an object with gross, a whole number of øre or cents");
        }
    }

    private void checkWhole(String field) {
        if (!node.path(field).isIntegralNumber() || !node.path(field).canConvertToLong()) {
            throw wrong(field, node.has(field) ? "must be a whole number of øre or cents" : "is missing");
        }
    }

    private void checkCurrency(String text) {
        if (!text.matches("[A-Z]{3}")) {
            throw wrong("currency", "must be three letters as NOK");
        }
    }

    private void checkMoment() {
        try {
            moment(text("time"));
        } catch (DateTimeException e) {
            throw wrong("time", "must be a moment as 2026-05-17T10:15:30.123456Z");
        }
    }

    static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(text, MOMENT);
    }
}
