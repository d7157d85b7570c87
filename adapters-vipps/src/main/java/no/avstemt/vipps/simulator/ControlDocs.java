package no.avstemt.vipps.simulator;

import tools.jackson.core.JsonGenerator;

/** What {@code GET /_control} says of itself. */
final class ControlDocs {
    private ControlDocs() {}

    static void write(JsonGenerator json) {
        json.writeStringProperty(
                "about",
                "Makes the simulator do what Vipps seldom does. Bodies are JSON objects, sent with Content-Type:"
                        + " application/json; every answer is JSON.");
        json.writeArrayPropertyStart("calls");
        call("GET /_control", "this page: what can be asked for, what stands now, and every key set", json);
        call(
                "POST /_control/faults",
                "a fault: kind, and where it strikes: ledger_id, topic (funds, fees, sales) and path (* for any"
                        + " characters), each optional; after (so many good answers first, 0) and times (so many spoilt"
                        + " answers; without it until cleared). As {\"kind\": \"server-error\", \"ledger_id\":"
                        + " \"418207\", \"topic\": \"funds\", \"times\": 2}",
                json);
        call("DELETE /_control/faults", "clears all faults", json);
        call("DELETE /_control/faults/{id}", "clears one", json);
        call(
                "PATCH /_control/ledgers/{ledgerId}",
                "what is given changes, the rest stays: granted (false: gone from the list, and 404), held_back_from"
                        + " (a late report: nothing of this date or later is told, null ends it), quiet_dates (to come,"
                        + " without a customer), closed_units (handles, and the date to come from which nothing is sold"
                        + " there; the handle goes from the list), joined_units (handles and names that the list also shows:"
                        + " new ones, or, closed on another ledger, moved from there; nothing is sold there),"
                        + " cards_elsewhere_from (the date to come from which cards at a till leave no row on the"
                        + " ledger),"
                        + " payout_account (that the list tells; null ends"
                        + " it). As {\"granted\": false} or {\"closed_units\": {\"NO:54321\": \"2026-05-17\"}}",
                json);
        call("POST /_control/days", "the merchants trade on for so many days (1). As {\"days\": 7}", json);
        call(
                "PATCH /_control/knobs",
                "another shape where Vipps's documents differ: any knob of the list below, or generation (2023 or 2026)"
                        + " for all of them. As {\"generation\": \"2023\", \"open_date\": \"not-found\"}",
                json);
        json.writeEndArray();
        json.writeArrayPropertyStart("fault_kinds");
        for (FaultKind kind : FaultKind.values()) {
            write(kind, json);
        }
        json.writeEndArray();
    }

    private static void call(String call, String does, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("call", call);
        json.writeStringProperty("does", does);
        json.writeEndObject();
    }

    private static void write(FaultKind kind, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind.word());
        json.writeStringProperty("answers", kind.meaning());
        json.writeArrayPropertyStart("members");
        kind.members().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
