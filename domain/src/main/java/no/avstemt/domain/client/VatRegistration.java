package no.avstemt.domain.client;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.time.VatTerm;

/** When a client account is in the VAT register, both days included, each may be open; and how often it reports. */
public record VatRegistration(boolean registered, Optional<LocalDate> from, Optional<LocalDate> to, VatTerm term) {

    public static final VatRegistration NONE = new VatRegistration(false, Optional.empty(), Optional.empty());
    public static final VatRegistration ALWAYS = new VatRegistration(true, Optional.empty(), Optional.empty());

    public VatRegistration(boolean registered, Optional<LocalDate> from, Optional<LocalDate> to) {
        this(registered, from, to, VatTerm.TWO_MONTHS);
    }

    public boolean holdsOn(LocalDate day) {
        return registered
                && from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
