package no.avstemt.domain.client;

import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;

/**
 * One sales unit of a ledger and what onboarding asked about it.
 *
 * @param handle Vipps's recipient handle, for example {@code NO:54321} or {@code api:912345}
 * @param defaultTaxCode for sales whose VAT Vipps does not tell
 * @param zeroRateCode what a line at rate zero means here: zero-rated (5) or outside the VAT act (6)
 * @param about the department and project that its sales and fees are booked on; of other types there is nothing
 */
public record SalesUnit(
        String handle,
        String name,
        BookedFrom salesBookedFrom,
        TaxCode defaultTaxCode,
        TaxCode zeroRateCode,
        DimensionSet about) {

    /** What a unit can be mapped to. */
    public static final Set<DimensionType> MAPPED_TO = Set.of(DimensionType.DEPARTMENT, DimensionType.PROJECT);

    public SalesUnit {
        boolean fits = about.relation().isEmpty()
                && about.others().stream().map(DimensionRef::type).allMatch(MAPPED_TO::contains);
        if (!fits) {
            throw new IllegalArgumentException("A sales unit is mapped to a department or project, not " + about);
        }
    }

    /** One that is not mapped to anything. */
    public SalesUnit(
            String handle, String name, BookedFrom salesBookedFrom, TaxCode defaultTaxCode, TaxCode zeroRateCode) {
        this(handle, name, salesBookedFrom, defaultTaxCode, zeroRateCode, DimensionSet.NONE);
    }

    /** Whether Vipps is where the sales are booked from, or only where the money of sales booked elsewhere is. */
    public enum BookedFrom {
        VIPPS,
        ELSEWHERE
    }

    public SalesUnit mappedTo(Stream<DimensionRef> values) {
        return new SalesUnit(
                handle, name, salesBookedFrom, defaultTaxCode, zeroRateCode, DimensionSet.of(values.toList()));
    }

    /** The handle without its prefix: generations of the API write the prefix differently. */
    public String number() {
        return numberOf(handle);
    }

    public static String numberOf(String handle) {
        return handle.substring(Math.max(handle.lastIndexOf(':'), handle.lastIndexOf('/')) + 1);
    }
}
