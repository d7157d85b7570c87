package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.money.Money;

/**
 * One line of a journal entry.
 *
 * @param lineNo 1..n within the entry
 * @param amount øre; debit positive, credit negative
 * @param currencyAmount minor units of {@code currency}, same sign as the amount
 * @param exchangeRate kroner for one unit of the currency; 1 for NOK
 * @param taxBase,taxAmount ledger sign; on the base line only (SAF-T: TaxInformation)
 * @param ledgerDate Vipps's date, also where a closed period moved the posting
 */
public record JournalLine(
        int lineNo,
        AccountCode account,
        long amount,
        Currency currency,
        long currencyAmount,
        BigDecimal exchangeRate,
        Optional<String> taxCode,
        Optional<Long> taxBase,
        Optional<Long> taxAmount,
        DimensionSet dimensions,
        String description,
        Optional<LocalDate> ledgerDate) {

    public JournalLine {
        if (lineNo < 1) {
            throw new IllegalArgumentException("Lines are numbered from 1, not " + lineNo);
        }
        if (currency.equals(Money.NOK) && (currencyAmount != amount || exchangeRate.compareTo(BigDecimal.ONE) != 0)) {
            throw new IllegalArgumentException("A line in NOK has one amount and rate 1: " + amount);
        }
        if (Long.signum(currencyAmount) * Long.signum(amount) < 0) {
            throw new IllegalArgumentException("A line cannot be debit in one currency and credit in the other");
        }
    }

    public static JournalLine inKroner(
            int lineNo, AccountCode account, long amount, DimensionSet dimensions, String description) {
        return new JournalLine(
                lineNo,
                account,
                amount,
                Money.NOK,
                amount,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dimensions,
                description,
                Optional.empty());
    }

    /** @param inCurrency what stands on the line in its currency; zero where only its worth in kroner changed */
    public static JournalLine inCurrency(
            int lineNo,
            AccountCode account,
            long amount,
            Money inCurrency,
            BigDecimal exchangeRate,
            DimensionSet dimensions,
            String description) {
        return new JournalLine(
                lineNo,
                account,
                amount,
                inCurrency.currency(),
                inCurrency.minor(),
                exchangeRate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dimensions,
                description,
                Optional.empty());
    }

    public JournalLine withTax(String code, long base, long tax) {
        return new JournalLine(
                lineNo,
                account,
                amount,
                currency,
                currencyAmount,
                exchangeRate,
                Optional.of(code),
                Optional.of(base),
                Optional.of(tax),
                dimensions,
                description,
                ledgerDate);
    }

    public JournalLine onLedgerDate(LocalDate date) {
        return new JournalLine(
                lineNo,
                account,
                amount,
                currency,
                currencyAmount,
                exchangeRate,
                taxCode,
                taxBase,
                taxAmount,
                dimensions,
                description,
                Optional.of(date));
    }

    /** The same on the other side. */
    JournalLine reversed() {
        return new JournalLine(
                lineNo,
                account,
                Math.negateExact(amount),
                currency,
                Math.negateExact(currencyAmount),
                exchangeRate,
                taxCode,
                taxBase.map(Math::negateExact),
                taxAmount.map(Math::negateExact),
                dimensions,
                description,
                ledgerDate);
    }
}
