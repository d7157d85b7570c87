package no.avstemt.domain.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.avstemt.domain.Given;
import org.junit.jupiter.api.Test;

class EntryKeyTest {

    @Test
    void old_and_new_generations_of_a_payout_are_the_same_row() {
        SettlementEntry old = Given.entry(
                Topic.FUNDS, "scheduled-for-payout", -28800, "2000023", "Vipps utbet. 2000023 Vippsnr 57860", 28800);
        SettlementEntry young = Given.entry(Topic.FUNDS, "payout-scheduled", -28800, "12345-2000023", "", 28800);

        assertEquals(old.key(), young.key());
    }

    @Test
    void old_and_new_generations_of_retained_fees_are_the_same_row() {
        SettlementEntry old = Given.entry(
                Topic.FEES, "fees-retained", 1200, "01H7W7Q6Y5R-3G58CTAZX0MHKV2", "01H7W7Q6Y5R3G58CTAZX0MHKV2", -1200);
        SettlementEntry young = Given.entry(Topic.FEES, "fees-retained", 1200, "01H7W7Q6Y5R3G58CTAZX0MHKV2", "", -1200);

        assertEquals(old.key(), young.key());
    }

    @Test
    void two_equal_fees_on_one_capture_differ_in_their_balances() {
        SettlementEntry first = Given.entry(Topic.FEES, "capture-fee", -400, "3343121302", "purchase-12", 0);
        SettlementEntry second = Given.entry(Topic.FEES, "capture-fee", -400, "3343121302", "purchase-12", -400);

        assertNotEquals(first.key(), second.key());
        assertEquals(
                first.key(),
                Given.entry(Topic.FEES, "capture-fee", -400, "3343121302", "purchase-12", 0)
                        .key());
    }

    @Test
    void a_type_that_nobody_knows_keeps_its_own_name_in_the_key() {
        assertNotEquals(
                Given.entry(Topic.FUNDS, "loyalty-adjustment", 42, "1", "", 0).key(),
                Given.entry(Topic.FUNDS, "loyalty-correction", 42, "1", "", 0).key());
    }

    @Test
    void the_time_in_a_key_reads_as_an_instant_in_microseconds_does() {
        for (String text : List.of(
                "2026-05-08T00:00:00Z",
                "2026-05-08T15:47:00Z",
                "2026-05-08T15:47:27Z",
                "2026-05-08T15:47:00.100Z",
                "2026-05-08T15:47:27.462681Z",
                "2026-05-08T15:47:27.462681999Z",
                "2026-05-08T15:47:00.000000999Z",
                "1969-12-31T23:59:59.999999Z")) {
            Instant time = Instant.parse(text);

            assertEquals(time.truncatedTo(ChronoUnit.MICROS).toString(), EntryKey.canonicalTime(time));
        }
    }
}
