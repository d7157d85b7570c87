package no.avstemt.application.period;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Moved;
import no.avstemt.application.period.PeriodStore.MovedEntry;
import no.avstemt.application.period.PeriodStore.OpenItems;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;
import no.avstemt.domain.time.VatPeriod;

/** The months of a client account, what is missing in one of them, and when VAT is due. */
public final class ShowPeriods {

    private static final int MOST_ENTRIES = 200;

    private final UnitOfWork unit;
    private final Clock clock;

    public ShowPeriods(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * @param told what was said of it last; none when nothing was, or it is closed by a later month
     * @param isKept whether the books have begun in it
     */
    public record Month(YearMonth month, PeriodState state, Optional<Told> told, boolean hasEnded, boolean isKept) {

        /** It is over, and nobody has closed it yet. */
        public boolean waits() {
            return isKept && hasEnded && state != PeriodState.CLOSED;
        }
    }

    /** @param number of the fiscal year, which is the calendar year that it begins in */
    public record Year(int number, List<Month> months, List<Term> terms) {

        public Year {
            months = List.copyOf(months);
            terms = List.copyOf(terms);
        }
    }

    public record Term(VatPeriod period, TermState state) {}

    public enum TermState {
        /** It has not ended. */
        RUNNING,
        /** It has ended, and not all of its months are closed. */
        DUE,
        /** The same, and the due date is past. */
        OVERDUE,
        /** All of its months are closed. */
        CLOSED;

        /** As the API and the texts call it. */
        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param movedOut late entries of the month's ledger dates that were posted after it
     * @param moved,entries what was posted in it since it was closed; empty where it is closed or never was
     */
    public record Picture(
            Month month, Checklist checklist, OpenItems movedOut, List<Moved> moved, List<MovedEntry> entries) {

        public Picture {
            moved = List.copyOf(moved);
            entries = List.copyOf(entries);
        }
    }

    public LocalDate today() {
        return Oslo.today(clock);
    }

    /** The fiscal year that today is in. */
    public int currentYear(ClientAccountId client) {
        return unit.read(
                Set.of(client), stores -> account(stores, client).fiscalYear().of(Oslo.today(clock)));
    }

    /** The fiscal year that a month is in. */
    public int yearOf(ClientAccountId client, YearMonth month) {
        return unit.read(
                Set.of(client), stores -> account(stores, client).fiscalYear().of(month.atDay(1)));
    }

    /** The fiscal year with this number; its terms are those that end in it. */
    public Year year(ClientAccountId client, int number) {
        return unit.read(Set.of(client), stores -> {
            ClientAccount account = account(stores, client);
            Period days = account.fiscalYear().period(number);
            YearMonth first = YearMonth.from(days.first());
            Periods periods = stores.periods().of(client);
            Map<YearMonth, Told> told = stores.periods().told(client, first, YearMonth.from(days.last())).stream()
                    .collect(Collectors.toMap(Told::month, Function.identity()));
            YearMonth begin = begin(stores, account);
            List<Month> months = new ArrayList<>();
            for (int index = 0; index < 12; index++) {
                YearMonth month = first.plusMonths(index);
                months.add(month(month, begin, periods, Optional.ofNullable(told.get(month))));
            }
            return new Year(number, months, terms(account, periods, days));
        });
    }

    /** The VAT terms that end in this calendar year. */
    public List<Term> terms(ClientAccountId client, int year) {
        return unit.read(
                Set.of(client),
                stores -> terms(
                        account(stores, client),
                        stores.periods().of(client),
                        new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))));
    }

    public Picture month(ClientAccountId client, YearMonth month) {
        return unit.read(Set.of(client), stores -> {
            Optional<Told> told =
                    stores.periods().told(client, month, month).stream().findFirst();
            YearMonth begin = begin(stores, account(stores, client));
            Month shown = month(month, begin, stores.periods().of(client), told);
            Period days = Checklists.days(month);
            Optional<Closed> since = told.flatMap(Told::closed).filter(closed -> shown.state() != PeriodState.CLOSED);
            return new Picture(
                    shown,
                    new Checklists(stores, client).of(month),
                    stores.periods().movedOut(client, days),
                    since.map(closed -> stores.periods().movedSince(client, days, closed.position()))
                            .orElse(List.of()),
                    since.map(closed -> stores.periods().entriesSince(client, days, closed.position(), MOST_ENTRIES))
                            .orElse(List.of()));
        });
    }

    /** The first month of the books: of the start date, or an earlier one that has been posted in. */
    static YearMonth begin(Stores stores, ClientAccount account) {
        YearMonth started = YearMonth.from(account.startDate());
        return stores.periods()
                .firstPosted(account.id())
                .filter(posted -> posted.isBefore(started))
                .orElse(started);
    }

    private Month month(YearMonth month, YearMonth begin, Periods periods, Optional<Told> told) {
        boolean hasEnded = month.isBefore(YearMonth.from(Oslo.today(clock)));
        return new Month(month, periods.state(month), told, hasEnded, !month.isBefore(begin));
    }

    private List<Term> terms(ClientAccount account, Periods periods, Period days) {
        List<Term> terms = new ArrayList<>();
        for (int year = days.first().getYear(); year <= days.last().getYear(); year++) {
            account.vat().term().periods(year).stream()
                    .filter(term -> days.contains(term.days().last()) && isReported(account, term))
                    .map(term -> new Term(term, state(term, periods)))
                    .forEach(terms::add);
        }
        return terms;
    }

    /** From when the books begin. */
    private static boolean isReported(ClientAccount account, VatPeriod term) {
        return account.vat().isReported(term) && !term.days().last().isBefore(account.startDate());
    }

    private TermState state(VatPeriod term, Periods periods) {
        LocalDate today = Oslo.today(clock);
        YearMonth last = YearMonth.from(term.days().last());
        boolean closed = true;
        for (YearMonth one = YearMonth.from(term.days().first()); !one.isAfter(last); one = one.plusMonths(1)) {
            closed &= periods.state(one) == PeriodState.CLOSED;
        }
        if (closed) {
            return TermState.CLOSED;
        }
        if (!today.isAfter(term.days().last())) {
            return TermState.RUNNING;
        }
        return today.isAfter(term.due()) ? TermState.OVERDUE : TermState.DUE;
    }

    private static ClientAccount account(Stores stores, ClientAccountId client) {
        return stores.clients().find(client).orElseThrow();
    }
}
