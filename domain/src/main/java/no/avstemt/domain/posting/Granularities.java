package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.time.Period;

/**
 * What a client account has chosen, each choice from a ledger date on. Before the first it is per date. Dates that are
 * booked keep the choice that they were booked by.
 */
public record Granularities(List<Choice> choices) {

    public static final Granularities STANDARD = new Granularities(List.of());

    public Granularities {
        choices = choices.stream().sorted(Comparator.comparing(Choice::from)).toList();
    }

    /** @param from first ledger date that it holds for */
    public record Choice(LocalDate from, Granularity granularity) {}

    public Granularity on(LocalDate date) {
        Granularity chosen = Granularity.PER_DATE;
        for (Choice choice : choices) {
            if (!choice.from().isAfter(date)) {
                chosen = choice.granularity();
            }
        }
        return chosen;
    }

    /** The one that was chosen last. */
    public Granularity latest() {
        return choices.isEmpty()
                ? Granularity.PER_DATE
                : choices.get(choices.size() - 1).granularity();
    }

    public boolean has(Granularity granularity) {
        return choices.stream().anyMatch(choice -> choice.granularity() == granularity);
    }

    /**
     * The spans per payout that close within these dates: at a payout, at the end of a month, and before another choice.
     *
     * @param complete first not booked, last complete
     * @param payouts ledger dates with a payout
     */
    public Spans closed(Period complete, Set<LocalDate> payouts) {
        List<Period> spans = new ArrayList<>();
        LocalDate first = complete.first();
        for (LocalDate date = first; !date.isAfter(complete.last()); date = date.plusDays(1)) {
            LocalDate next = date.plusDays(1);
            if (on(date) != Granularity.PER_PAYOUT) {
                first = next;
            } else if (payouts.contains(date) || next.getDayOfMonth() == 1 || on(next) != Granularity.PER_PAYOUT) {
                spans.add(new Period(first, date));
                first = next;
            }
        }
        return new Spans(spans);
    }

    /** What of these dates can be booked; the rest waits for its span to close. */
    public Optional<Period> bookable(Period complete, Spans closed) {
        LocalDate last = complete.last();
        while (!last.isBefore(complete.first()) && on(last) == Granularity.PER_PAYOUT && !closed.have(last)) {
            last = last.minusDays(1);
        }
        return last.isBefore(complete.first()) ? Optional.empty() : Optional.of(new Period(complete.first(), last));
    }
}
