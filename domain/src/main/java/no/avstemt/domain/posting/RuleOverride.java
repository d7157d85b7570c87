package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.settlement.EntryType;

/**
 * Another counterpart than the standard rule's, for one client account.
 *
 * @param role what it is booked against; where an account is chosen, that account instead of the role's
 * @param from,to first and last ledger date
 */
public record RuleOverride(
        EntryType type,
        AccountRole role,
        Optional<AccountCode> account,
        Optional<TaxCode> taxCode,
        LocalDate from,
        Optional<LocalDate> to) {

    /** Sales go by what was sold, and fees retained must meet on one account. */
    private static final Set<EntryType> FIXED =
            EnumSet.of(EntryType.CAPTURE, EntryType.REFUND, EntryType.FUNDS_FEES_RETAINED, EntryType.FEES_RETAINED);

    public RuleOverride {
        if (!mayBe(type)) {
            throw new IllegalArgumentException("The rule of " + type + " stands");
        }
        if (to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("A rule ends on " + to.orElseThrow() + ", before " + from);
        }
    }

    public static boolean mayBe(EntryType type) {
        return !FIXED.contains(type);
    }

    boolean isFor(EntryType other, LocalDate day) {
        return type == other && !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
