package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleLookupTest {
    private VippsSimulator simulator;
    private Caller caller;

    @BeforeAll
    void start() {
        SimulatorSettings weeks = new SimulatorSettings(0, 1, 40, SimulatedYear.UNTIL);
        simulator = VippsSimulator.start(weeks, Clock.systemUTC());
        caller = new Caller(simulator).signedIn();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void a_reference_gives_every_capture_and_refund_of_the_order() {
        Map<String, List<JsonNode>> orders = sales().stream()
                .collect(Collectors.groupingBy(sale -> sale.get("reference").asString()));
        List<JsonNode> refunded = orders.values().stream()
                .filter(rows -> rows.size() == 2)
                .findFirst()
                .orElseThrow();

        JsonNode answer =
                caller.ok(path("references", refunded.get(0).get("reference").asString()));
        assertEquals(refunded, items(answer));
        assertFalse(answer.get("hasMore").asBoolean());
    }

    @Test
    void a_psp_reference_gives_its_one_sale() {
        List<JsonNode> sales = sales();
        JsonNode one = sales.get(sales.size() / 2);

        assertEquals(
                List.of(one),
                items(caller.ok(path("psp-references", one.get("pspReference").asString()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "references/none",
                "references/",
                "references/13%2F4",
                "psp-references/418207-2000001",
                "psp-references/12345678901",
                "psp-references/99999999999",
                "other/1"
            })
    void what_is_not_there_is_a_problem_document_with_404(String asked) {
        HttpResponse<String> response = caller.get(SimulatedYear.sales(SimulatedYear.CAFE) + "/" + asked);

        assertEquals(404, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void a_sale_of_another_ledger_is_not_there() {
        String psp = sales().get(0).get("pspReference").asString();

        assertEquals(
                404,
                caller.get(SimulatedYear.sales(SimulatedYear.CONCERTS) + "/psp-references/" + psp)
                        .statusCode());
    }

    private List<JsonNode> sales() {
        return caller.pages(SimulatedYear.sales(SimulatedYear.CAFE) + "?pageSize=1000");
    }

    private static String path(String by, String value) {
        return SimulatedYear.sales(SimulatedYear.CAFE) + "/" + by + "/" + value;
    }

    private static List<JsonNode> items(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.get("items").forEach(items::add);
        return items;
    }
}
