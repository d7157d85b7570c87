package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.PeriodOutcome;
import no.avstemt.application.period.PeriodStore.OpenItems;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Vipps tells after a month was closed or held. */
final class LateForClosedMonthTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    @Test
    void a_late_capture_is_booked_in_the_next_open_month_and_books_still_equal_vipps_on_every_ledger_date() {
        shop.vipps.funds("capture", DAY, 12_500, "a");
        shop.roundOn(LocalDate.of(2026, 2, 10));
        done(periods(LocalDate.of(2026, 2, 11)).close(shop.client(), JANUARY, actor(), reason(), false));

        shop.vipps.funds("capture", DAY, 5_000, "b");
        shop.roundOn(LocalDate.of(2026, 2, 12));

        assertEquals(List.of("2026-01-20 funds", "2026-02-01 funds"), shop.entries());
        assertEquals(List.of("V-30 2026-01-20 5000"), shop.findings());
        assertEquals(0, shop.state().difference());
        assertEquals(List.of("1577 17500", "2700 -3500", "3000 -14000"), shop.balances());
        assertEquals(
                new OpenItems(1, 5_000),
                BOOKS.read(
                        shop.client(),
                        stores -> stores.periods()
                                .movedOut(shop.client(), new Period(JANUARY.atDay(1), JANUARY.atEndOfMonth()))));
    }

    @Test
    void the_finding_closes_when_the_month_that_got_it_is_closed() {
        shop.vipps.funds("capture", DAY, 12_500, "a");
        shop.roundOn(LocalDate.of(2026, 2, 10));
        done(periods(LocalDate.of(2026, 2, 11)).close(shop.client(), JANUARY, actor(), reason(), false));
        shop.vipps.funds("capture", DAY, 5_000, "b");
        shop.roundOn(LocalDate.of(2026, 2, 12));

        done(periods(LocalDate.of(2026, 3, 5)).close(shop.client(), YearMonth.of(2026, 2), actor(), reason(), false));

        assertEquals(List.of(), shop.findings());
    }

    @Test
    void a_held_month_gets_what_vipps_tells_on_its_own_date_with_a_reason() {
        shop.vipps.funds("capture", DAY, 12_500, "a");
        shop.roundOn(LocalDate.of(2026, 2, 10));
        done(periods(LocalDate.of(2026, 2, 11)).hold(shop.client(), JANUARY, actor(), Optional.empty()));

        shop.vipps.funds("capture", DAY, 5_000, "b");
        shop.roundOn(LocalDate.of(2026, 2, 12));

        assertEquals(List.of("2026-01-20 funds", "2026-01-20 funds"), shop.entries());
        assertEquals(List.of(), shop.findings());
        assertEquals(
                1,
                BOOKS.count(
                        "SELECT count(*) FROM journal_entry WHERE client_account_id = ? AND held_reason IS NOT NULL",
                        shop.client().value()));
    }

    private static void done(PeriodOutcome outcome) {
        assertInstanceOf(PeriodOutcome.Done.class, outcome);
    }

    private static ChangePeriod periods(LocalDate today) {
        return new ChangePeriod(
                BOOKS.unit(), Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private static Actor actor() {
        return Actor.system("Kari");
    }

    private static Optional<String> reason() {
        return Optional.of("Levert");
    }
}
