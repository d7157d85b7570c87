package no.avstemt.vipps.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives an answer the shape that the knobs ask for. As long as none is turned, nothing is looked at. */
final class Shapes {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> SYSTEM_HEADERS = List.of(
            "Vipps-System-Name", "Vipps-System-Version", "Vipps-System-Plugin-Name", "Vipps-System-Plugin-Version");

    private final Knobs knobs;
    private final EntryShapes entries;
    private final SaleShapes sales;

    Shapes(Knobs knobs) {
        this.knobs = knobs;
        entries = new EntryShapes(knobs);
        sales = new SaleShapes(knobs);
    }

    Answer answer(Request request, Supplier<Answer> right) {
        if (!knobs.isTurned()) {
            return right.get();
        }
        checkHeaders(request);
        checkCursor(request);
        try {
            return shaped(request, right.get());
        } catch (Refused e) {
            return instead(request, e).orElseThrow(() -> e);
        }
    }

    private void checkHeaders(Request request) {
        if (knobs.is(Knob.SYSTEM_HEADERS, "refused")) {
            for (String name : SYSTEM_HEADERS) {
                if (request.header(name).filter(text -> text.matches(".{1,30}")).isEmpty()) {
                    throw Refused.badInput(name + " must have 1 to 30 characters");
                }
            }
        }
    }

    private void checkCursor(Request request) {
        boolean feed = request.topic().isPresent() && !request.segments().contains("dates");
        if (feed
                && knobs.is(Knob.FEED_CURSORS, "expired")
                && request.parameter("cursor").isPresent()) {
            throw Refused.badInput("The cursor has expired");
        }
    }

    private Answer shaped(Request request, Answer right) {
        JsonNode root = MAPPER.readTree(right.body().toByteArray());
        if (!(root instanceof ObjectNode node)) {
            return right;
        }
        if (Keys.isStandardPath(request)) {
            return token(right, node);
        }
        if (request.isAt("settlement")) {
            return list(request, right, node);
        }
        if (request.isAt("sales")) {
            return sales.shaped(request, right, node);
        }
        return request.isAt("report") ? entries.shaped(request, right, node) : right;
    }

    private Answer token(Answer right, ObjectNode token) {
        if (knobs.is(Knob.TOKEN, "minimal")) {
            token.retain("token_type", "expires_in", "access_token");
        }
        return right.withBody(token);
    }

    private Answer list(Request request, Answer right, ObjectNode list) {
        boolean last = list.path("cursor").asString("").isEmpty();
        if (last && knobs.is(Knob.LEDGER_LIST_END, "absent")) {
            list.remove("cursor");
        }
        if (last && knobs.is(Knob.LEDGER_LIST_END, "repeated")) {
            request.parameter("cursor").ifPresent(cursor -> list.put("cursor", cursor));
        }
        if (knobs.is(Knob.SALES_UNITS, "absent")) {
            list.path("items").forEach(ledger -> ((ObjectNode) ledger).remove("salesUnits"));
        }
        return right.withBody(list);
    }

    /** What comes where the right answer is a refusal; none when that stays. */
    private Optional<Answer> instead(Request request, Refused refused) {
        if (refused.isNoLedger() && knobs.is(Knob.FOREIGN_LEDGER, "empty")) {
            return Optional.of(nothing(request));
        }
        if (refused.isNoSale() && knobs.is(Knob.SALE_NOT_FOUND, "empty")) {
            return Optional.of(nothing(request));
        }
        return Optional.empty();
    }

    private static Answer nothing(Request request) {
        boolean feed = request.segments().contains("feed");
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            json.writeEndArray();
            if (feed) {
                json.writeStringProperty("cursor", request.parameter("cursor").orElse("AAAA000012"));
            } else {
                json.writeBooleanProperty("hasMore", false);
            }
            json.writeBooleanProperty("tryLater", feed);
        });
    }
}
