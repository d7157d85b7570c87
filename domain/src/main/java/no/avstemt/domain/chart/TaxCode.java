package no.avstemt.domain.chart;

import java.util.Optional;

/**
 * The tax codes that Vipps postings use; the numbers are Skatteetaten's standard tax codes (list of 2021-04-14).
 *
 * <p>A rate is in basis points: 2500 is 25 %.
 */
public enum TaxCode {
    NO_TREATMENT_COST("0", 0, AccountRole.FEE_COST, Optional.empty()),
    OUTPUT_HIGH("3", 2500, AccountRole.SALES_HIGH, Optional.of(AccountRole.OUTPUT_VAT_HIGH)),
    OUTPUT_MIDDLE("31", 1500, AccountRole.SALES_MIDDLE, Optional.of(AccountRole.OUTPUT_VAT_MIDDLE)),
    OUTPUT_RAW_FISH("32", 1111, AccountRole.SALES_RAW_FISH, Optional.of(AccountRole.OUTPUT_VAT_RAW_FISH)),
    OUTPUT_LOW("33", 1200, AccountRole.SALES_LOW, Optional.of(AccountRole.OUTPUT_VAT_LOW)),
    ZERO_RATED("5", 0, AccountRole.SALES_ZERO_RATED, Optional.empty()),
    OUTSIDE("6", 0, AccountRole.SALES_OUTSIDE, Optional.empty()),
    NO_TREATMENT_INCOME("7", 0, AccountRole.SALES_OUTSIDE, Optional.empty());

    private final String code;
    private final int rateBasisPoints;
    private final AccountRole base;
    private final Optional<AccountRole> tax;

    TaxCode(String code, int rateBasisPoints, AccountRole base, Optional<AccountRole> tax) {
        this.code = code;
        this.rateBasisPoints = rateBasisPoints;
        this.base = base;
        this.tax = tax;
    }

    /** As in the books, in SAF-T and in the API. */
    public String code() {
        return code;
    }

    public int rateBasisPoints() {
        return rateBasisPoints;
    }

    /** Where the base of this code is booked. */
    public AccountRole base() {
        return base;
    }

    /** Where the tax of this code is booked; none for codes without tax. */
    public Optional<AccountRole> tax() {
        return tax;
    }

    public static Optional<TaxCode> of(String code) {
        for (TaxCode taxCode : values()) {
            if (taxCode.code.equals(code)) {
                return Optional.of(taxCode);
            }
        }
        return Optional.empty();
    }

    /** The output code of a sale at this rate above zero; none for a rate that the law does not have. */
    public static Optional<TaxCode> ofSalesRate(int basisPoints) {
        for (TaxCode taxCode : values()) {
            if (taxCode.tax.isPresent() && taxCode.rateBasisPoints == basisPoints) {
                return Optional.of(taxCode);
            }
        }
        return Optional.empty();
    }

    /**
     * The tax inside a gross amount, half up on the magnitude: {@code round(gross × rate / (100 % + rate))}. The rest of
     * the gross is the base, so nothing is lost.
     */
    public long taxInGross(long grossMinor) {
        long magnitude = Math.abs(grossMinor);
        long whole = 10_000L + rateBasisPoints;
        long tax = Math.addExact(Math.multiplyExact(Math.multiplyExact(magnitude, rateBasisPoints), 2L), whole)
                / (2 * whole);
        return grossMinor < 0 ? -tax : tax;
    }
}
