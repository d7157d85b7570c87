package no.avstemt.domain.posting;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;

/**
 * What lines booked from Vipps are about. Where money stands between Vipps and the client, the ledger; what was sold and
 * what it cost, with its VAT, what the sales unit is mapped to.
 */
public final class CarriedDimensions {

    private static final Set<AccountRole> OUTPUT_VAT = Set.of(
            AccountRole.OUTPUT_VAT_HIGH,
            AccountRole.OUTPUT_VAT_MIDDLE,
            AccountRole.OUTPUT_VAT_RAW_FISH,
            AccountRole.OUTPUT_VAT_LOW);

    private static final Set<AccountRole> NEVER_FROM_VIPPS = Set.of(
            AccountRole.OUTPUT_VAT_ABROAD,
            AccountRole.OUTPUT_VAT_IMPORT_HIGH,
            AccountRole.OUTPUT_VAT_IMPORT_MIDDLE,
            AccountRole.INPUT_VAT_HIGH,
            AccountRole.INPUT_VAT_MIDDLE,
            AccountRole.INPUT_VAT_RAW_FISH,
            AccountRole.INPUT_VAT_LOW,
            AccountRole.INPUT_VAT_ABROAD,
            AccountRole.INPUT_VAT_IMPORT_HIGH,
            AccountRole.INPUT_VAT_IMPORT_MIDDLE,
            AccountRole.VAT_SETTLEMENT,
            AccountRole.BANK,
            AccountRole.RECEIVABLES,
            AccountRole.PAYABLES,
            AccountRole.ROUNDING);

    private CarriedDimensions() {}

    /** Of the result, by the role's account in the default chart, or VAT of it. */
    static DimensionSet ofUnit(AccountRole role, DimensionSet unit) {
        return isPerUnit(role) ? unit : DimensionSet.NONE;
    }

    private static boolean isPerUnit(AccountRole role) {
        boolean isSoldOrSpent = role.defaultAccount().isResult() && role.kind() != AccountRole.Kind.FINANCE;
        return isSoldOrSpent || OUTPUT_VAT.contains(role);
    }

    /**
     * The types that every line from Vipps on this role's account carries, whichever unit sold; all of them where no such line
     * ever comes.
     *
     * @param units all of the client account's
     */
    public static Set<DimensionType> always(AccountRole role, Collection<SalesUnit> units) {
        if (NEVER_FROM_VIPPS.contains(role)) {
            return EnumSet.allOf(DimensionType.class);
        }
        Set<DimensionType> types = EnumSet.noneOf(DimensionType.class);
        if (role.isPerLedger()) {
            types.add(DimensionType.BANKACC);
        }
        if (isPerUnit(role) && !units.isEmpty()) {
            SalesUnit.MAPPED_TO.stream()
                    .filter(type -> units.stream()
                            .allMatch(unit -> unit.about().of(type).isPresent()))
                    .forEach(types::add);
        }
        return types;
    }
}
