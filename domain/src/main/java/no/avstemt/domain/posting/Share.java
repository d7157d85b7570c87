package no.avstemt.domain.posting;

import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;

/**
 * One share of what an entry is booked against.
 *
 * @param role of the base line
 * @param chosen account of the base line, where the client account has chosen another than the role's
 * @param base,tax same sign as the entry's amount; the shares of an entry add up to it
 */
public record Share(AccountRole role, Optional<AccountCode> chosen, Optional<TaxCode> taxCode, long base, long tax) {

    static Share of(TaxCode code, long gross, long tax) {
        return new Share(code.base(), Optional.empty(), Optional.of(code), Math.subtractExact(gross, tax), tax);
    }

    static Share of(AccountRole role, long amount) {
        return of(role, Optional.empty(), amount);
    }

    static Share of(AccountRole role, Optional<TaxCode> code, long amount) {
        return new Share(role, Optional.empty(), code, amount, 0);
    }

    Share on(AccountCode account) {
        return new Share(role, Optional.of(account), taxCode, base, tax);
    }

    long gross() {
        return Math.addExact(base, tax);
    }

    Share times(int sign) {
        return new Share(role, chosen, taxCode, base * sign, tax * sign);
    }

    /** What stands on an account already, whatever role it had. */
    public static Share standing(AccountCode account, Optional<TaxCode> code, long base, long tax) {
        return new Share(AccountRole.SUSPENSE, Optional.of(account), code, base, tax);
    }

    Share split(long otherBase, long otherTax) {
        return new Share(role, chosen, taxCode, otherBase, otherTax);
    }

    /** Shares that stand on the same line are one. */
    Object line() {
        return new Line(role, chosen, taxCode);
    }

    private record Line(AccountRole role, Optional<AccountCode> chosen, Optional<TaxCode> taxCode) {}
}
