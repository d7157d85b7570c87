package no.avstemt.domain.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import no.avstemt.domain.money.Money;

/**
 * What a currency is worth on a date.
 *
 * @param units how many of the currency the rate is for, a power of ten: Norges Bank tells of 100 Danish kroner, of 1 euro
 * @param rate kroner for that many units, exact
 */
public record ExchangeRate(Currency currency, LocalDate date, int units, BigDecimal rate) {

    private static final Set<Integer> UNITS = Set.of(1, 10, 100, 1_000, 10_000);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 10;
    private static final int MINOR_DIGITS = 2;

    /** @throws IllegalArgumentException for what {@link #isRate} or {@link #isUnits} refuses */
    public ExchangeRate {
        if (!isTaken(currency)) {
            throw new IllegalArgumentException("No rates are kept of " + currency);
        }
        if (!isUnits(units) || !isRate(rate)) {
            throw new IllegalArgumentException("No rate: " + rate + " for " + units);
        }
        rate = rate.stripTrailingZeros();
    }

    /** Kroner need none, and a currency without two decimals is in no ledger. */
    public static boolean isTaken(Currency currency) {
        return !currency.equals(Money.NOK) && currency.getDefaultFractionDigits() == MINOR_DIGITS;
    }

    public static boolean isUnits(int units) {
        return UNITS.contains(units);
    }

    public static boolean isRate(BigDecimal rate) {
        return rate.signum() > 0
                && rate.compareTo(LARGEST) < 0
                && rate.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    /** Kroner for one unit, exact, as journal lines carry it. */
    public BigDecimal perUnit() {
        return rate.scaleByPowerOfTen(-(Integer.toString(units).length() - 1)).stripTrailingZeros();
    }
}
