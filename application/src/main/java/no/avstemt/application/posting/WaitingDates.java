package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import no.avstemt.domain.currency.ExchangeRates;

/** The dates of a ledger in another currency that cannot be booked yet, since there is no rate for them. */
final class WaitingDates {

    private final ExchangeRates rates;
    private final SortedSet<LocalDate> waiting = new TreeSet<>();

    WaitingDates(ExchangeRates rates) {
        this.rates = rates;
    }

    /** Puts what can be booked where it is booked from, and gives what must wait. */
    <T> List<T> sort(List<T> rows, Function<T, LocalDate> date, Collection<T> bookable) {
        List<T> kept = new ArrayList<>();
        rows.forEach(row -> (has(date.apply(row)) ? kept : bookable).add(row));
        return kept;
    }

    private boolean has(LocalDate date) {
        boolean lacks = rates.perUnit(date).isEmpty();
        if (lacks) {
            waiting.add(date);
        }
        return lacks;
    }

    /** The first of these dates, which are in order, that has to wait; those after it wait for it too. */
    Optional<LocalDate> firstOf(Collection<LocalDate> dates) {
        return dates.stream().filter(this::has).findFirst();
    }

    /** Of all that was asked. */
    Optional<LocalDate> first() {
        return waiting.stream().findFirst();
    }
}
