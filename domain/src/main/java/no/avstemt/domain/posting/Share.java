package no.avstemt.domain.posting;

import java.util.Optional;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;

/**
 * One share of what an entry is booked against.
 *
 * @param role of the base line
 * @param base,tax same sign as the entry's amount; the shares of an entry add up to it
 */
public record Share(AccountRole role, Optional<TaxCode> taxCode, long base, long tax) {

    static Share of(TaxCode code, long gross, long tax) {
        return new Share(code.base(), Optional.of(code), Math.subtractExact(gross, tax), tax);
    }

    static Share of(AccountRole role, long amount) {
        return new Share(role, Optional.empty(), amount, 0);
    }

    long gross() {
        return Math.addExact(base, tax);
    }

    Share times(int sign) {
        return new Share(role, taxCode, base * sign, tax * sign);
    }
}
