package no.avstemt.domain.journal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;

/**
 * Where a client account books tax.
 *
 * @param all on which lines with tax codes are met by lines of tax
 * @param ofRegistered of these, for output tax and deduction alone; tax on services and goods from abroad is owed by others
 *     too
 */
public record TaxAccounts(Map<AccountRole, AccountCode> roles, Set<AccountCode> all, Set<AccountCode> ofRegistered) {

    public TaxAccounts {
        roles = Map.copyOf(roles);
        all = Set.copyOf(all);
        ofRegistered = Set.copyOf(ofRegistered);
    }

    /** @param roles may name accounts of other things too */
    public static TaxAccounts of(Map<AccountRole, AccountCode> roles) {
        Set<AccountCode> ofAnybody = booked(roles, code -> !code.isOfRegistered());
        Set<AccountCode> ofRegistered = booked(roles, TaxCode::isOfRegistered).stream()
                .filter(account -> !ofAnybody.contains(account))
                .collect(Collectors.toSet());
        return new TaxAccounts(roles, booked(roles, code -> true), ofRegistered);
    }

    private static Set<AccountCode> booked(Map<AccountRole, AccountCode> roles, Predicate<TaxCode> which) {
        return TaxCodes.all().stream()
                .filter(which)
                .flatMap(code -> Stream.concat(code.outputTax().stream(), code.inputTax().stream()))
                .flatMap(role -> Optional.ofNullable(roles.get(role)).stream())
                .collect(Collectors.toSet());
    }

    public Optional<AccountCode> of(AccountRole role) {
        return Optional.ofNullable(roles.get(role));
    }
}
