package no.avstemt.domain.client;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import no.avstemt.domain.time.VatPeriod;
import no.avstemt.domain.time.VatTerm;

/** When a client account is in the VAT register, both days included, each may be open; and how often it reports. */
public record VatRegistration(boolean registered, Optional<LocalDate> from, Optional<LocalDate> to, VatTerm term) {

    public static final VatRegistration NONE = new VatRegistration(false, Optional.empty(), Optional.empty());
    public static final VatRegistration ALWAYS = new VatRegistration(true, Optional.empty(), Optional.empty());

    public VatRegistration(boolean registered, Optional<LocalDate> from, Optional<LocalDate> to) {
        this(registered, from, to, VatTerm.TWO_MONTHS);
    }

    /** Whether a return is sent for this term: the registration holds on a day of it. */
    public boolean isReported(VatPeriod period) {
        return registered
                && from.map(first -> !first.isAfter(period.days().last())).orElse(true)
                && to.map(last -> !last.isBefore(period.days().first())).orElse(true);
    }

    /** The term whose return is due next, on this day at the earliest. */
    public Optional<VatPeriod> nextDue(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear())
                .boxed()
                .flatMap(year -> term.periods(year).stream())
                .filter(period -> isReported(period) && !period.due().isBefore(day))
                .findFirst();
    }

    public boolean holdsOn(LocalDate day) {
        return registered
                && from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether it holds or has held; who left the register settles what was owed in it. */
    public boolean hasBegunOn(LocalDate day) {
        return registered && from.map(first -> !day.isBefore(first)).orElse(true);
    }
}
