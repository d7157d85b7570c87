package no.avstemt.vipps.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales in the shape that the knobs ask for. */
final class SaleShapes {
    private static final List<String> SIGNED_AMOUNTS = List.of("gross", "net", "vat");
    private static final List<String> SIGNED_OF_LINE =
            List.of("quantity", "discountTotal", "lineTotalGross", "lineTotalNet", "vatAmount");

    private final Knobs knobs;

    SaleShapes(Knobs knobs) {
        this.knobs = knobs;
    }

    Answer shaped(Request request, Answer right, ObjectNode page) {
        JsonNode items = page.path("items");
        items.forEach(item -> shape((ObjectNode) item));
        boolean lookup =
                request.segments().contains("references") || request.segments().contains("psp-references");
        if (lookup && knobs.is(Knob.SALE_LOOKUP, "array")) {
            return right.withBody(items);
        }
        if (lookup && knobs.is(Knob.SALE_LOOKUP, "object")) {
            return right.withBody(items.get(0));
        }
        boolean atEnd = !page.path("hasMore").asBoolean(false);
        if (!lookup && atEnd && knobs.is(Knob.SALES_FEED_END, "null")) {
            page.putNull("cursor");
        }
        return right.withBody(page);
    }

    private void shape(ObjectNode sale) {
        if (sale.path("entryType").asString("").equals("refund")) {
            shapeRefund(sale);
        }
        if (knobs.is(Knob.ORDER_DATE, "absent")) {
            sale.remove("orderDate");
        }
        if (knobs.is(Knob.DISCOUNT_TOTAL, "absent")) {
            sale.path("lines").forEach(line -> ((ObjectNode) line).remove("discountTotal"));
        }
    }

    private void shapeRefund(ObjectNode refund) {
        if (knobs.is(Knob.SALE_REFUND, "positive")) {
            negate((ObjectNode) refund.get("amounts"), SIGNED_AMOUNTS);
            refund.path("lines").forEach(line -> negate((ObjectNode) line, SIGNED_OF_LINE));
        }
        if (knobs.is(Knob.SALE_REFUND_TYPE, "return")) {
            refund.put("entryType", "return");
        }
    }

    private static void negate(ObjectNode object, List<String> names) {
        for (String name : names) {
            if (object.path(name).isIntegralNumber()) {
                object.put(name, -object.get(name).asLong());
            }
        }
    }
}
