package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.money.Money;

/**
 * A line as somebody writes it. It holds what cannot be posted too; {@link EntryRules} says what is wrong with it.
 *
 * @param account none as long as none is chosen
 * @param amount øre; debit positive, credit negative
 * @param currencyAmount minor units of {@code currency}, same sign as the amount
 * @param exchangeRate kroner for one unit of the currency; 1 for NOK
 * @param taxBase,taxAmount øre in ledger sign, on base lines only
 */
public record DraftLine(
        Optional<AccountCode> account,
        long amount,
        Currency currency,
        long currencyAmount,
        BigDecimal exchangeRate,
        Optional<String> taxCode,
        Optional<Long> taxBase,
        Optional<Long> taxAmount,
        DimensionSet dimensions,
        String description) {

    public static DraftLine inKroner(
            Optional<AccountCode> account, long amount, DimensionSet dimensions, String description) {
        return new DraftLine(
                account,
                amount,
                Money.NOK,
                amount,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dimensions,
                description);
    }

    /** Half up, for a currency with two decimals. */
    public static long inOre(long currencyAmount, BigDecimal exchangeRate) {
        return BigDecimal.valueOf(currencyAmount)
                .multiply(exchangeRate)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public DraftLine withTax(String code, Optional<Long> base, Optional<Long> tax) {
        return new DraftLine(
                account,
                amount,
                currency,
                currencyAmount,
                exchangeRate,
                Optional.of(code),
                base,
                tax,
                dimensions,
                description);
    }

    /** The same, with the value of this type as the relation, where there is one. */
    DraftLine relatedBy(Optional<DimensionType> type) {
        return new DraftLine(
                account,
                amount,
                currency,
                currencyAmount,
                exchangeRate,
                taxCode,
                taxBase,
                taxAmount,
                dimensions.relatedBy(type),
                description);
    }

    /** @throws IllegalArgumentException for what the rules refuse */
    JournalLine line(int lineNo, String textOfEntry) {
        AccountCode code =
                account.orElseThrow(() -> new IllegalArgumentException("Line " + lineNo + " has no account"));
        return new JournalLine(
                lineNo,
                code,
                amount,
                currency,
                currencyAmount,
                exchangeRate,
                taxCode,
                taxCode.map(tax -> taxBase.orElse(amount)),
                taxCode.map(tax -> taxAmount.orElse(0L)),
                dimensions,
                description.isBlank() ? textOfEntry : description,
                Optional.empty());
    }
}
