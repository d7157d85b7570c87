package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * Kroner of the lines of one entry. Each line is rounded so that the lines of a currency and rate so far are right
 * together: what balances in the currency balances in kroner, and no line is off by more than an øre.
 */
public final class Exchange {

    private final Map<Key, Long> soFar = new HashMap<>();

    private record Key(Currency currency, BigDecimal rate) {}

    /** @param currencyAmount of the next line, in minor units */
    public long inOre(Currency currency, long currencyAmount, BigDecimal rate) {
        Key key = new Key(currency, rate.stripTrailingZeros());
        long before = soFar.getOrDefault(key, 0L);
        long after = Math.addExact(before, currencyAmount);
        soFar.put(key, after);
        return Math.subtractExact(DraftLine.inOre(after, rate), DraftLine.inOre(before, rate));
    }
}
