package no.avstemt.domain.posting;

import java.math.BigDecimal;
import java.util.Currency;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.money.Money;

/**
 * Kroner for the amounts of one ledger on one day. Each settlement entry is rounded half up to the øre by itself, so that no
 * granularity of booking changes a figure, and its parts add up to it.
 *
 * @param rate kroner for one unit of the currency
 */
record Valuation(Currency currency, BigDecimal rate) {

    static final Valuation OF_KRONER = new Valuation(Money.NOK, BigDecimal.ONE);

    boolean isOfKroner() {
        return currency.equals(Money.NOK);
    }

    long inOre(long amount) {
        return isOfKroner() ? amount : DraftLine.inOre(amount, rate);
    }

    /** @param amount minor units of the currency, which {@code ore} is the value of */
    JournalLine line(
            int lineNo, AccountCode account, long amount, long ore, DimensionSet dimensions, String description) {
        return isOfKroner()
                ? JournalLine.inKroner(lineNo, account, ore, dimensions, description)
                : JournalLine.inCurrency(
                        lineNo, account, ore, new Money(amount, currency), rate, dimensions, description);
    }

    Parts parts() {
        return new Parts();
    }

    /** The parts of one entry, one after the other: rounded so that those so far are right together. */
    final class Parts {

        private long soFar;

        long inOre(long part) {
            long before = soFar;
            soFar = Math.addExact(soFar, part);
            return Math.subtractExact(Valuation.this.inOre(soFar), Valuation.this.inOre(before));
        }
    }
}
