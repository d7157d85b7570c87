package no.avstemt.vipps.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** How each {@link Knob} stands. Safe for many threads. */
final class Knobs {
    private static final String GENERATION = "generation";
    private static final Map<Knob, String> OF_2023 = Map.of(
            Knob.PAYOUT_TYPE, "scheduled-for-payout",
            Knob.PAYOUT_REFERENCE, "number",
            Knob.FEES_REFERENCE, "ulid",
            Knob.TIME, "offset",
            Knob.DATE_END, "cursor",
            Knob.SALES_UNITS, "absent");

    private volatile Map<Knob, String> turned = Map.of();

    boolean isTurned() {
        return !turned.isEmpty();
    }

    boolean is(Knob knob, String word) {
        return word.equals(turned.getOrDefault(knob, knob.words().get(0)));
    }

    /** {@code generation} turns all of them; a knob that is named beside it counts. */
    synchronized void turn(Fields fields) {
        fields.only(Stream.concat(
                        Stream.of(GENERATION), Arrays.stream(Knob.values()).map(Knob::word))
                .toList());
        Map<Knob, String> now = new EnumMap<>(Knob.class);
        now.putAll(fields.choice(GENERATION, List.of("2023", "2026"))
                .map(year -> year.equals("2023") ? OF_2023 : Map.<Knob, String>of())
                .orElse(turned));
        for (Knob knob : Knob.values()) {
            fields.choice(knob.word(), knob.words()).ifPresent(word -> now.put(knob, word));
        }
        now.entrySet()
                .removeIf(one -> one.getValue().equals(one.getKey().words().get(0)));
        turned = Map.copyOf(now);
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("knobs");
        for (Knob knob : Knob.values()) {
            json.writeStartObject();
            json.writeStringProperty("knob", knob.word());
            json.writeStringProperty("means", knob.meaning());
            json.writeArrayPropertyStart("values");
            knob.words().forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty(
                    "now", turned.getOrDefault(knob, knob.words().get(0)));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
