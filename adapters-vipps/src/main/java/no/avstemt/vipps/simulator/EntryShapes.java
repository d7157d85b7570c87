package no.avstemt.vipps.simulator;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Funds and fees in the shape that the knobs ask for. */
final class EntryShapes {
    private static final int ULID_LENGTH = 26;

    private final Knobs knobs;

    EntryShapes(Knobs knobs) {
        this.knobs = knobs;
    }

    Answer shaped(Request request, Answer right, ObjectNode page) {
        boolean byDate = request.segments().contains("dates");
        boolean open = page.path("tryLater").asBoolean(false);
        if (byDate && open && knobs.is(Knob.OPEN_DATE, "not-found")) {
            return Answer.problem(404, "Not Found", "The report of this date is not available yet", request.path());
        }
        if (byDate && !open && knobs.is(Knob.DATE_END, "cursor")) {
            page.remove("hasMore");
            page.put("cursor", page.path("cursor").asString(""));
        }
        for (JsonNode item : page.path("items")) {
            shape((ObjectNode) item);
        }
        return right.withBody(page);
    }

    private void shape(ObjectNode entry) {
        String type = entry.path("entryType").asString("");
        String psp = entry.path("pspReference").asString("");
        if (type.equals("payout-scheduled") && knobs.is(Knob.PAYOUT_REFERENCE, "number")) {
            entry.put("pspReference", psp.substring(psp.lastIndexOf('-') + 1));
        }
        if (type.equals("payout-scheduled") && knobs.is(Knob.PAYOUT_TYPE, "scheduled-for-payout")) {
            entry.put("entryType", "scheduled-for-payout");
        }
        if (type.equals("fees-retained")
                && entry.path("amount").asLong() > 0
                && knobs.is(Knob.FEES_REFERENCE, "ulid")) {
            entry.put("reference", ulid(psp));
        }
        if (knobs.is(Knob.TIME, "offset")) {
            entry.put("time", Oslo.withOffset(entry.path("time").asString("")));
        }
    }

    /** Always the same for the same row. */
    private static String ulid(String psp) {
        String digits =
                Long.toUnsignedString(Dice.mix(psp.hashCode(), 0x01D), 32).toUpperCase(Locale.ROOT);
        return "01" + "0".repeat(ULID_LENGTH - 2 - digits.length()) + digits;
    }
}
