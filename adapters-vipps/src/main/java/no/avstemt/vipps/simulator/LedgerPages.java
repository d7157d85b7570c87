package no.avstemt.vipps.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ledger list: two a page, so that three merchants already need paging; the last page's cursor is empty. */
final class LedgerPages {
    private static final int PAGE = 2;
    private static final String AFTER = "afterLedgerId";
    private static final String HANDLE = "settlesForRecipientHandles";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Ledger> ledgers;

    LedgerPages(List<Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    /** A cursor carries the filter, so with one the filter of the request is not looked at. */
    Answer list(Request request) {
        Optional<JsonNode> cursor = request.parameter("cursor").map(LedgerPages::parse);
        Optional<String> handle = cursor.isPresent()
                ? cursor.map(node -> node.path(HANDLE).asString("")).filter(text -> !text.isEmpty())
                : request.parameter(HANDLE);
        String after = cursor.map(node -> node.path(AFTER).asString("")).orElse("");
        List<LedgerIdentity> rest = ledgers.stream()
                .map(Ledger::identity)
                .filter(ledger -> handle.isEmpty() || ledger.handle().equals(handle.get()))
                .sorted((a, b) -> a.ledgerId().compareTo(b.ledgerId()))
                .filter(ledger -> ledger.ledgerId().compareTo(after) > 0)
                .toList();
        return page(rest, handle);
    }

    /** How every ledger stands after its last date, for tests that compare books with it. Vipps has no such path. */
    Answer balances() {
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            ledgers.forEach(ledger -> writeBalances(ledger, json));
            json.writeEndArray();
        });
    }

    private static Answer page(List<LedgerIdentity> rest, Optional<String> handle) {
        List<LedgerIdentity> items = rest.subList(0, Math.min(PAGE, rest.size()));
        String cursor = rest.size() > PAGE ? format(items.get(PAGE - 1), handle) : "";
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            items.forEach(ledger -> write(ledger, json));
            json.writeEndArray();
            json.writeStringProperty("cursor", cursor);
        });
    }

    private static void write(LedgerIdentity ledger, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("ledgerId", ledger.ledgerId());
        json.writeStringProperty("currency", "NOK");
        writeScheme("payoutBankAccount", "BBAN:NO", ledger.bankAccount(), json);
        writeScheme("owner", "business:NO:ORG", ledger.organisationNumber(), json);
        json.writeArrayPropertyStart("settlesForRecipientHandles");
        json.writeString(ledger.handle());
        json.writeEndArray();
        json.writeArrayPropertyStart("salesUnits");
        json.writeStartObject();
        json.writeStringProperty("name", ledger.name());
        json.writeStringProperty("recipientHandle", ledger.handle());
        writeScheme("businessIdentifier", "business:NO:ORG", ledger.organisationNumber(), json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeScheme(String name, String scheme, String id, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("scheme", scheme);
        json.writeStringProperty("id", id);
        json.writeEndObject();
    }

    private static void writeBalances(Ledger ledger, JsonGenerator json) {
        LedgerIdentity identity = ledger.identity();
        json.writeStartObject();
        json.writeStringProperty("ledgerId", identity.ledgerId());
        json.writeStringProperty("organisationNumber", identity.organisationNumber());
        json.writeStringProperty("name", identity.name());
        json.writeNumberProperty("funds", ledger.closing().funds());
        json.writeNumberProperty("fees", ledger.closing().fees());
        json.writeObjectPropertyStart("entries");
        json.writeNumberProperty("funds", ledger.count(Topic.FUNDS));
        json.writeNumberProperty("fees", ledger.count(Topic.FEES));
        json.writeEndObject();
        json.writeNumberProperty("sales", ledger.count(Topic.SALES));
        json.writeStringProperty("firstDate", ledger.first().toString());
        json.writeStringProperty("lastDate", ledger.last().toString());
        json.writeEndObject();
    }

    private static String format(LedgerIdentity last, Optional<String> handle) {
        ObjectNode node = MAPPER.createObjectNode().put(AFTER, last.ledgerId());
        handle.ifPresent(text -> node.put(HANDLE, text));
        return Base64.getEncoder().encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parse(String cursor) {
        try {
            JsonNode node = MAPPER.readTree(Base64.getDecoder().decode(cursor));
            if (node.path(AFTER).isString()) {
                return node;
            }
            throw Refused.badInput("The cursor is not of the ledger list");
        } catch (IllegalArgumentException | JacksonException e) {
            throw Refused.badInput("The cursor is not of the ledger list");
        }
    }
}
