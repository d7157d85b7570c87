package no.avstemt.domain.client;

import no.avstemt.domain.chart.TaxCode;

/**
 * One sales unit of a ledger and what onboarding asked about it.
 *
 * @param handle Vipps's recipient handle, for example {@code NO:54321} or {@code api:912345}
 * @param defaultTaxCode for sales whose VAT Vipps does not tell
 * @param zeroRateCode what a line at rate zero means here: zero-rated (5) or outside the VAT act (6)
 */
public record SalesUnit(
        String handle, String name, BookedFrom salesBookedFrom, TaxCode defaultTaxCode, TaxCode zeroRateCode) {

    /** Whether Vipps is where the sales are booked from, or only where the money of sales booked elsewhere is. */
    public enum BookedFrom {
        VIPPS,
        ELSEWHERE
    }

    /** The handle without its prefix: generations of the API write the prefix differently. */
    public String number() {
        return numberOf(handle);
    }

    public static String numberOf(String handle) {
        return handle.substring(Math.max(handle.lastIndexOf(':'), handle.lastIndexOf('/')) + 1);
    }
}
