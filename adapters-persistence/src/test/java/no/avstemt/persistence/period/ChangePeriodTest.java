package no.avstemt.persistence.period;

import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.Checklist;
import no.avstemt.application.period.PeriodOutcome;
import no.avstemt.application.period.PeriodOutcome.Done;
import no.avstemt.application.period.PeriodOutcome.Refused;
import no.avstemt.application.period.PeriodOutcome.Unmet;
import no.avstemt.application.period.PeriodOutcome.Why;
import no.avstemt.application.period.PeriodStore.Moved;
import no.avstemt.application.period.ShowPeriods;
import no.avstemt.application.period.ShowPeriods.Picture;
import no.avstemt.application.period.ShowPeriods.TermState;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** On the first of March 2026, of a client account whose books begin in January. */
final class ChangePeriodTest {

    private static final AtomicInteger LEDGERS = new AtomicInteger(402_321);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final Actor KARI = Actor.system("Kari");
    private static final Caller ANNA = caller(Role.ADMINISTRATOR, Right.WRITE);
    private static final Optional<String> NO_REASON = Optional.empty();
    private static final Optional<String> REASON = Optional.of("Levert til revisor");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final LedgerId ledger = new LedgerId(Integer.toString(LEDGERS.incrementAndGet()));
    private final ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", ledger);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ChangePeriod change = new ChangePeriod(BOOKS.unit(), clock);
    private final ShowPeriods show = new ShowPeriods(BOOKS.unit(), clock);

    @Test
    void a_month_is_closed_when_it_is_over_and_all_before_it_are() {
        bookedTo(LocalDate.of(2026, 2, 28));

        assertEquals(new Refused(Why.NOT_ENDED, YearMonth.of(2026, 3)), close(YearMonth.of(2026, 3), NO_REASON, false));
        assertEquals(new Refused(Why.EARLIER_OPEN, JANUARY), close(FEBRUARY, NO_REASON, false));
        assertEquals(new Done(List.of(JANUARY)), close(JANUARY, NO_REASON, false));
        assertEquals(new Refused(Why.ALREADY_CLOSED, JANUARY), close(JANUARY, NO_REASON, false));
        assertEquals(new Done(List.of(FEBRUARY)), close(FEBRUARY, NO_REASON, false));
        assertEquals(2, audited("PERIOD_CLOSED"));
    }

    @Test
    void earlier_months_are_closed_with_it_when_that_is_asked_for() {
        bookedTo(LocalDate.of(2026, 2, 28));

        assertEquals(new Done(List.of(JANUARY, FEBRUARY)), close(FEBRUARY, NO_REASON, true));
    }

    @Test
    void what_is_not_in_order_needs_a_reason() {
        bookedTo(LocalDate.of(2026, 1, 30));
        BOOKS.post(client, List.of(GivenBooks.entry(JANUARY.atDay(3), ledger, "1577", "2995", 100)));

        Unmet unmet = assertInstanceOf(Unmet.class, close(JANUARY, Optional.of("  "), false));

        assertEquals(
                List.of(Checklist.Kind.LEDGERS_COMPLETE, Checklist.Kind.SUSPENSE_CLEARED),
                unmet.checklists().get(0).unmet().stream()
                        .map(Checklist.Point::kind)
                        .toList());
        assertEquals(PeriodState.OPEN, show.month(client, JANUARY).month().state());
        assertEquals(new Done(List.of(JANUARY)), close(JANUARY, REASON, false));
        assertEquals(
                REASON, show.month(client, JANUARY).month().told().orElseThrow().reason());
    }

    @Test
    void a_closed_month_is_opened_with_a_reason_and_shows_what_moved_since() {
        bookedTo(LocalDate.of(2026, 2, 28));
        post(JANUARY.atDay(3), 100);
        close(JANUARY, NO_REASON, false);

        assertEquals(new Refused(Why.REASON_MISSING, JANUARY), change.reopen(client, JANUARY, ANNA, NO_REASON));
        assertEquals(new Done(List.of(JANUARY)), change.reopen(client, JANUARY, ANNA, REASON));
        post(JANUARY.atDay(9), 250);
        post(FEBRUARY.atDay(9), 990);

        Picture picture = show.month(client, JANUARY);
        assertEquals(PeriodState.OPEN, picture.month().state());
        assertEquals(
                List.of("1577 250 0", "3000 0 250"),
                picture.moved().stream().map(ChangePeriodTest::told).toList());
        assertEquals(1, picture.entries().size());
        assertEquals(1, audited("PERIOD_REOPENED"));
        close(JANUARY, NO_REASON, false);
        assertEquals(List.of(), show.month(client, JANUARY).moved());
    }

    @Test
    void a_closed_month_is_opened_by_administrators_alone() {
        bookedTo(LocalDate.of(2026, 2, 28));
        close(FEBRUARY, NO_REASON, true);
        YearMonth implied = YearMonth.of(2025, 11);

        for (Caller caller : List.of(caller(Role.ACCOUNTANT, Right.WRITE), caller(Role.ADMINISTRATOR, Right.READ))) {
            for (YearMonth month : List.of(implied, JANUARY, FEBRUARY)) {
                assertEquals(new Refused(Why.NOT_ADMINISTRATOR, month), change.reopen(client, month, caller, REASON));
            }
        }

        assertEquals(PeriodState.CLOSED, show.month(client, JANUARY).month().state());
        assertEquals(0, audited("PERIOD_REOPENED"));
        assertEquals(new Done(List.of(JANUARY)), change.reopen(client, JANUARY, ANNA, REASON));
        assertEquals(
                "Anna",
                show.month(client, JANUARY).month().told().orElseThrow().by().name());
    }

    @Test
    void a_month_before_the_first_closed_one_can_be_opened_by_itself() {
        bookedTo(LocalDate.of(2026, 2, 28));
        close(JANUARY, NO_REASON, false);
        YearMonth november = YearMonth.of(2025, 11);
        assertEquals(PeriodState.CLOSED, show.month(client, november).month().state());

        change.reopen(client, november, ANNA, REASON);
        post(november.atDay(9), 250);

        assertEquals(2, show.month(client, november).moved().size());
        assertEquals(
                PeriodState.CLOSED,
                show.month(client, november.plusMonths(1)).month().state());
    }

    @Test
    void a_month_is_held_and_let_go_without_a_reason() {
        assertEquals(new Done(List.of(JANUARY)), change.hold(client, JANUARY, KARI, NO_REASON));
        assertEquals(new Refused(Why.ALREADY_HELD, JANUARY), change.hold(client, JANUARY, KARI, NO_REASON));
        Caller accountant = caller(Role.ACCOUNTANT, Right.WRITE);
        assertEquals(new Done(List.of(JANUARY)), change.reopen(client, JANUARY, accountant, NO_REASON));
        assertEquals(new Refused(Why.ALREADY_OPEN, JANUARY), change.reopen(client, JANUARY, accountant, NO_REASON));
        close(JANUARY, REASON, false);
        assertEquals(new Refused(Why.IS_CLOSED, JANUARY), change.hold(client, JANUARY, KARI, NO_REASON));
    }

    @Test
    void only_months_of_the_books_wait_to_be_closed() {
        assertEquals(List.of(JANUARY, FEBRUARY), waiting(2026));
        assertEquals(List.of(), waiting(2025));

        post(LocalDate.of(2025, 12, 31), 100);
        assertEquals(List.of(YearMonth.of(2025, 12)), waiting(2025));
        close(FEBRUARY, REASON, true);

        assertEquals(List.of(), waiting(2026));
    }

    @Test
    void vat_terms_are_closed_with_their_months() {
        bookedTo(LocalDate.of(2026, 2, 28));
        assertEquals(TermState.DUE, show.terms(client, 2026).get(0).state());
        assertEquals(TermState.RUNNING, show.terms(client, 2026).get(1).state());

        close(FEBRUARY, NO_REASON, true);

        assertEquals(TermState.CLOSED, show.terms(client, 2026).get(0).state());
        assertEquals(12, show.year(client, 2026).months().size());
        assertTrue(show.terms(client, 2025).isEmpty());
    }

    private static Caller caller(Role role, Right right) {
        return new Caller(Caller.Means.API_KEY, new UserId(1), "Anna", role, ClientScope.all(), right);
    }

    private List<YearMonth> waiting(int year) {
        return show.year(client, year).months().stream()
                .filter(ShowPeriods.Month::waits)
                .map(ShowPeriods.Month::month)
                .toList();
    }

    private PeriodOutcome close(YearMonth month, Optional<String> reason, boolean withEarlier) {
        return change.close(client, month, KARI, reason, withEarlier);
    }

    private void bookedTo(LocalDate day) {
        BOOKS.change(
                client,
                stores -> stores.ledgers()
                        .save(
                                client,
                                ledger,
                                stores.ledgers().lockState(client, ledger).bookedTo(day)));
    }

    private void post(LocalDate day, long amount) {
        JournalEntry entry = GivenBooks.entry(day, ledger, "1577", "3000", amount);
        BOOKS.post(client, List.of(entry));
    }

    private long audited(String action) {
        return BOOKS.count(
                "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND action = ?", client.value(), action);
    }

    private static String told(Moved moved) {
        return moved.account() + " " + moved.debit() + " " + moved.credit();
    }
}
