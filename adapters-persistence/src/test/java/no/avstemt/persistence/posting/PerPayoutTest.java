package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.ClientStore.Freshness;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One entry for all that a payout pays: what waits, and that nothing is wrong while it does. */
final class PerPayoutTest {

    private static final LocalDate FIRST = day(1, 26);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    @Test
    void days_wait_for_their_payout_and_the_client_is_reconciled_all_the_while() {
        shop.choose(Granularity.PER_PAYOUT);
        shop.vipps
                .funds("capture", FIRST, 10_000, "1")
                .funds("capture", FIRST.plusDays(1), 20_000, "2")
                .funds("payout-scheduled", FIRST.plusDays(1), -30_000, "2000001")
                .funds("capture", FIRST.plusDays(2), 5_000, "3");
        shop.roundOn(FIRST.plusDays(3));

        assertEquals(List.of("2026-01-27 funds 2026-01-01 to 2026-01-27"), shop.entries());
        assertEquals(List.of(), shop.findings());
        assertEquals(Optional.of(FIRST.plusDays(1)), shop.state().bookedTo());
        Freshness freshness =
                BOOKS.read(shop.client(), stores -> stores.clients().freshness(shop.client()));
        assertEquals(Optional.of(FIRST.plusDays(2)), freshness.completeTo());
        ClientOverview overview = BOOKS.read(
                        shop.client(), stores -> stores.clients().overviews())
                .get(0);
        assertTrue(overview.isReconciledTo(FIRST.plusDays(2)));
    }

    @Test
    void a_month_never_waits_for_the_payout_of_the_next() {
        shop.choose(Granularity.PER_PAYOUT);
        shop.vipps
                .funds("capture", FIRST, 10_000, "1")
                .fees("capture-fee", FIRST, -200, "1")
                .funds("capture", day(2, 2), 5_000, "2")
                .funds("payout-scheduled", day(2, 3), -15_000, "2000001");
        shop.roundOn(day(2, 4));

        assertEquals(
                List.of(
                        "2026-01-31 funds 2026-01-01 to 2026-01-31",
                        "2026-01-31 fees 2026-01-01 to 2026-01-31",
                        "2026-02-03 funds 2026-02-01 to 2026-02-03"),
                shop.entries());
        assertEquals(List.of("1591 15000", "2700 -3000", "2992 -200", "3000 -12000", "7771 200"), shop.balances());
        assertEquals(List.of(), shop.findings());
    }

    @Test
    void what_comes_late_joins_the_span_of_its_date() {
        shop.choose(Granularity.PER_PAYOUT);
        shop.vipps
                .funds("capture", FIRST, 10_000, "1")
                .funds("payout-scheduled", FIRST.plusDays(2), -10_000, "2000001");
        shop.roundOn(FIRST.plusDays(3));
        shop.vipps.fees("capture-fee", FIRST.plusDays(1), -200, "1");
        shop.roundOn(FIRST.plusDays(4));

        assertEquals(
                List.of("2026-01-28 funds 2026-01-01 to 2026-01-28", "2026-01-28 fees 2026-01-01 to 2026-01-28"),
                shop.entries());
        assertEquals(List.of(), shop.findings());
        assertEquals(0, shop.state().difference());
    }

    @Test
    void another_choice_closes_what_waits_and_holds_from_there() {
        shop.choose(Granularity.PER_PAYOUT);
        shop.vipps
                .funds("capture", FIRST, 10_000, "1")
                .funds("payout-scheduled", FIRST, -10_000, "2000001")
                .funds("capture", FIRST.plusDays(1), 5_000, "2")
                .funds("capture", FIRST.plusDays(2), 2_500, "3");
        shop.roundOn(FIRST.plusDays(3));
        shop.choose(Granularity.PER_TRANSACTION);
        shop.vipps.funds("refund", FIRST.plusDays(2), -500, "3");
        shop.roundOn(FIRST.plusDays(4));

        assertEquals(
                List.of("2026-01-26 funds 2026-01-01 to 2026-01-26", "2026-01-27 funds 2", "2026-01-28 funds 3"),
                shop.entries());
        assertEquals(List.of(), shop.findings());
        assertEquals(0, shop.badSettlementLinks());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
