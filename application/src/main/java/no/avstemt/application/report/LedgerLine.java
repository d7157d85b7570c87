package no.avstemt.application.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.DimensionValue;

/**
 * A posted line as reports over lines show it.
 *
 * @param amount øre, debit positive
 * @param currencyAmount minor units of the currency, same sign
 * @param reconciled øre without sign, by matches of lines up to the end of the period
 */
public record LedgerLine(
        long id,
        int lineNo,
        Entry entry,
        long accountId,
        LocalDate postingDate,
        String description,
        long amount,
        String currency,
        long currencyAmount,
        BigDecimal exchangeRate,
        Optional<String> taxCode,
        Optional<Long> taxBase,
        Optional<Long> taxAmount,
        long reconciled,
        Optional<DimensionValue> relation,
        List<DimensionValue> dimensions) {

    public LedgerLine {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * @param cancelled whether another entry reverses it
     * @param creatorId none for what the program made by itself
     */
    public record Entry(
            long id,
            long number,
            String description,
            boolean cancelled,
            long voucherId,
            Optional<Document> document,
            Optional<Long> creatorId,
            String creator) {}

    public record Document(
            long id,
            String number,
            LocalDate date,
            Optional<LocalDate> due,
            Optional<String> paymentReference,
            String type,
            Optional<DimensionValue> partner) {}
}
