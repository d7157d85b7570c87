package no.avstemt.vipps.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ledger list: two a page, so that a few merchants already need paging; the last page's cursor is empty. */
final class LedgerPages {
    private static final int PAGE = 2;
    private static final String AFTER = "afterLedgerId";
    private static final String HANDLE = "settlesForRecipientHandles";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Ledgers ledgers;
    private final Scenario scenario;

    LedgerPages(Ledgers ledgers, Scenario scenario) {
        this.ledgers = ledgers;
        this.scenario = scenario;
    }

    /** A cursor carries the filter, so with one the filter of the request is not looked at. */
    Answer list(Request request, KeySet keys) {
        Optional<JsonNode> cursor = request.parameter("cursor").map(LedgerPages::parse);
        Optional<String> handle = cursor.isPresent()
                ? cursor.map(node -> node.path(HANDLE).asString("")).filter(text -> !text.isEmpty())
                : request.parameter(HANDLE);
        String after = cursor.map(node -> node.path(AFTER).asString("")).orElse("");
        List<Listed> rest = Stream.concat(
                        ledgers.seenWith(keys).stream().map(Listed::of),
                        scenario.seenWith(keys).stream().map(Listed::of))
                .filter(ledger -> handle.isEmpty() || ledger.settlesFor().test(handle.get()))
                .sorted(Comparator.comparing(Listed::ledgerId))
                .filter(ledger -> ledger.ledgerId().compareTo(after) > 0)
                .toList();
        return page(rest, handle);
    }

    /** A line of the list, whoever wrote it. */
    private record Listed(String ledgerId, Predicate<String> settlesFor, Consumer<JsonGenerator> writing) {

        static Listed of(Ledgers.Standing one) {
            List<SalesUnit> units = one.openUnits();
            return new Listed(
                    one.identity().ledgerId(),
                    handle -> units.stream().anyMatch(unit -> unit.handle().equals(handle)),
                    json -> write(one, units, json));
        }

        static Listed of(ScenarioLedger one) {
            return new Listed(
                    one.ledgerId(),
                    one::settlesFor,
                    json -> json.writeRawValue(one.listed().toString()));
        }
    }

    /** How every ledger stands after its last date, for tests that compare books with it. Vipps has no such path. */
    Answer balances() {
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            ledgers.all().forEach(ledger -> writeBalances(ledger, json));
            scenario.writeBalances(ledgers.until(), json);
            json.writeEndArray();
        });
    }

    /** Everything that an accountant should see as of {@code today}, by date; for tests, and Vipps has no such path. */
    Answer planted(LocalDate today) {
        return Answer.array(json -> ledgers.all().stream()
                .flatMap(ledger -> ledger.planted().stream())
                .filter(planted -> planted.isSeenOn(today))
                .sorted(Planted.BY_DATE)
                .forEach(planted -> write(planted, json)));
    }

    private static Answer page(List<Listed> rest, Optional<String> handle) {
        List<Listed> items = rest.subList(0, Math.min(PAGE, rest.size()));
        String cursor = rest.size() > PAGE ? format(items.get(PAGE - 1).ledgerId(), handle) : "";
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            items.forEach(ledger -> ledger.writing().accept(json));
            json.writeEndArray();
            json.writeStringProperty("cursor", cursor);
        });
    }

    private static void write(Ledgers.Standing one, List<SalesUnit> units, JsonGenerator json) {
        LedgerIdentity ledger = one.identity();
        String account = one.circumstances().payoutAccount().orElse(ledger.bankAccount());
        json.writeStartObject();
        json.writeStringProperty("ledgerId", ledger.ledgerId());
        json.writeStringProperty("currency", ledger.market().currency());
        writeScheme("payoutBankAccount", ledger.market().bankScheme(), account, json);
        writeOrganisation("owner", ledger, json);
        json.writeArrayPropertyStart("settlesForRecipientHandles");
        units.forEach(unit -> json.writeString(unit.handle()));
        json.writeEndArray();
        json.writeArrayPropertyStart("salesUnits");
        units.forEach(unit -> write(unit, ledger, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(SalesUnit unit, LedgerIdentity ledger, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", unit.name());
        json.writeStringProperty("recipientHandle", unit.handle());
        writeOrganisation("businessIdentifier", ledger, json);
        json.writeEndObject();
    }

    private static void writeOrganisation(String name, LedgerIdentity ledger, JsonGenerator json) {
        writeScheme(name, ledger.market().organisationScheme(), ledger.organisationNumber(), json);
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

    private static void write(Planted planted, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", planted.kind().word());
        json.writeStringProperty("ledger_id", planted.ledgerId());
        json.writeStringProperty("topic", planted.topic().pathName());
        json.writeStringProperty("ledger_date", planted.date().toString());
        json.writeNumberProperty("amount", planted.amount());
        json.writeStringProperty("psp_reference", planted.pspReference());
        json.writeEndObject();
    }

    private static String format(String last, Optional<String> handle) {
        ObjectNode node = MAPPER.createObjectNode().put(AFTER, last);
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
