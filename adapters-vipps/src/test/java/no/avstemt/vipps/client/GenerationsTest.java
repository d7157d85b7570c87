package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.ControlledVipps.CAFE;
import static no.avstemt.vipps.client.ControlledVipps.UNTIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever way Vipps says it, the client reads the same. */
class GenerationsTest {

    private static final LedgerId TILL = new LedgerId("561907");
    private static final ControlledVipps VIPPS = new ControlledVipps(12);
    private static final List<Object> ALL = everything();

    @AfterAll
    static void stop() {
        VIPPS.close();
    }

    @BeforeEach
    void asToday() {
        turn("\"generation\": \"2026\"");
    }

    @ParameterizedTest
    @MethodSource
    void the_same_history_in_another_shape_gives_the_same_rows(String shape) {
        turn(shape);

        assertEquals(ALL, everything());
    }

    static Stream<String> the_same_history_in_another_shape_gives_the_same_rows() {
        List<String> shapes = new ArrayList<>(List.of("\"generation\": \"2023\""));
        for (JsonNode knob : VIPPS.control("GET", "", "").get("knobs")) {
            String name = knob.get("knob").asString();
            for (int i = 1; i < knob.get("values").size(); i++) {
                shapes.add("\"" + name + "\": " + knob.get("values").get(i));
            }
        }
        shapes.remove("\"feed_cursors\": \"expired\"");
        return shapes.stream();
    }

    @Test
    void a_date_that_is_not_found_is_not_closed() {
        turn("\"open_date\": \"not-found\"");

        EntryPage page = VIPPS.client().date(CAFE, Topic.FUNDS, UNTIL.plusDays(1), Optional.empty());

        assertEquals(new EntryPage(List.of(), Optional.empty(), false, true), page);
    }

    @Test
    void an_expired_cursor_is_told_and_a_new_start_works() {
        ReportApiClient client = VIPPS.client();
        EntryPage first = client.feed(CAFE, Topic.FUNDS, Optional.empty());
        turn("\"feed_cursors\": \"expired\"");

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> client.feed(CAFE, Topic.FUNDS, first.cursor()));

        assertEquals(Reason.BAD_REQUEST, failure.reason());
        assertEquals(
                first.items(), client.feed(CAFE, Topic.FUNDS, Optional.empty()).items());
    }

    @Test
    void a_foreign_ledger_may_also_be_empty() {
        turn("\"foreign_ledger\": \"empty\"");

        EntryPage page = VIPPS.client().feed(new LedgerId("1"), Topic.FUNDS, Optional.empty());

        assertEquals(List.of(), page.items());
        assertFalse(page.more());
    }

    private static List<Object> everything() {
        ReportApiClient client = VIPPS.client();
        List<Object> all = new ArrayList<>();
        client.ledgers().forEach(ledger -> all.add(ledger.id()));
        for (LedgerId ledger : List.of(CAFE, TILL)) {
            for (Topic topic : Topic.values()) {
                all.addAll(keys(ControlledVipps.feed(client, ledger, topic)));
                for (LocalDate date : UNTIL.minusDays(11).datesUntil(UNTIL).toList()) {
                    all.addAll(keys(ControlledVipps.date(client, ledger, topic, date)));
                }
            }
            ControlledVipps.sales(cursor -> client.sales(ledger, cursor)).stream()
                    .map(told -> told.sale())
                    .forEach(sale -> all.add(told(sale)));
        }
        all.add(lookedUp(client));
        return all;
    }

    /** One sale by its transaction and by its order, and none by what nobody has heard of. */
    private static List<Object> lookedUp(ReportApiClient client) {
        Sale sale = ControlledVipps.sales(cursor -> client.sales(CAFE, cursor)).stream()
                .map(told -> told.sale())
                .filter(told ->
                        told.kind() == Sale.Kind.CAPTURE && told.pspReference().isPresent())
                .findFirst()
                .orElseThrow();
        List<SalePage.Fetched> found = new ArrayList<>(
                client.salesOfTransaction(CAFE, sale.pspReference().orElseThrow()));
        found.add(client.salesOfOrder(CAFE, sale.reference()).get(0));
        assertEquals(2, found.size());
        assertEquals(List.of(), client.salesOfTransaction(CAFE, "12754400009"));
        assertEquals(List.of(), client.salesOfOrder(CAFE, "bord 4/ute æ"));
        return List.of(told(sale), told(found.get(0).sale()), told(found.get(1).sale()));
    }

    private static List<Object> told(Sale sale) {
        return List.of(sale.kind(), sale.time(), sale.pspReference(), sale.gross());
    }

    private static List<EntryKey> keys(List<EntryPage.Fetched> entries) {
        return entries.stream().map(item -> item.entry().key()).toList();
    }

    private static void turn(String knobs) {
        VIPPS.control("PATCH", "/knobs", "{" + knobs + "}");
    }
}
