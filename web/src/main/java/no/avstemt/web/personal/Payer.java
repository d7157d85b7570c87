package no.avstemt.web.personal;

import java.util.List;
import java.util.stream.Stream;
import no.avstemt.web.page.Fact;
import no.avstemt.web.text.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Vipps told of the person who paid, as facts. */
public final class Payer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Payer() {}

    /** @param stored Vipps's JSON */
    public static List<Fact> facts(String stored, Texts texts) {
        JsonNode payer = JSON.readTree(stored);
        return Stream.of("name", "maskedPhoneNo", "phone", "email", "message")
                .filter(field -> payer.path(field).isString())
                .map(field ->
                        Fact.of(texts.get("payer." + field), payer.get(field).asString()))
                .toList();
    }
}
