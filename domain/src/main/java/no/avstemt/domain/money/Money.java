package no.avstemt.domain.money;

import java.util.Currency;
import java.util.List;

/**
 * An amount in whole minor units (øre, cent) of one currency.
 *
 * @param minor signed; which sign means what is the business of the one who holds it
 */
public record Money(long minor, Currency currency) {

    public static final Currency NOK = Currency.getInstance("NOK");

    public static Money ofOre(long ore) {
        return new Money(ore, NOK);
    }

    /** @throws ArithmeticException when the sum does not fit, IllegalArgumentException when the currencies differ */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    /**
     * Splits this amount in the proportions of the weights. The parts add up to the whole; what integer division leaves
     * over goes, one unit each, to the parts that lost most, the first of equals first.
     *
     * @param weights not negative, not all zero
     */
    public List<Money> split(List<Long> weights) {
        return Split.of(minor, weights).stream()
                .map(part -> new Money(part, currency))
                .toList();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
