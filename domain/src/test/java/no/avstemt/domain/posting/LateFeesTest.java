package no.avstemt.domain.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import no.avstemt.domain.Given;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

class LateFeesTest {

    private static final SettlementEntry FEE = Given.entry(Topic.FEES, "capture-fee", -219, "1001", "order", 0);

    @Test
    void a_fee_two_dates_after_its_capture_is_late_with_its_own_amount() {
        Finding late = LateFees.in(List.of(FEE), Map.of("1001", Given.DAY.minusDays(2)))
                .get(0);

        assertEquals("V-14", late.code().number());
        assertEquals(-219, late.amount().minor());
        assertEquals(Given.DAY, late.ledgerDate());
        assertEquals("1001", late.facts().get("psp"));
    }

    @Test
    void a_day_after_is_ordinary() {
        assertEquals(List.of(), LateFees.in(List.of(FEE), Map.of("1001", Given.DAY.minusDays(1))));
        assertEquals(List.of(), LateFees.in(List.of(FEE), Map.of("1001", Given.DAY)));
    }

    @Test
    void a_fee_whose_capture_is_not_found_is_left_alone() {
        assertEquals(List.of(), LateFees.in(List.of(FEE), Map.of("1002", Given.DAY.minusDays(9))));
    }

    @Test
    void only_fees_can_be_late() {
        SettlementEntry correction = Given.entry(Topic.FEES, "correction", -219, "1001", "order", 0);

        assertEquals(List.of(), LateFees.in(List.of(correction), Map.of("1001", Given.DAY.minusDays(9))));
    }
}
