package no.avstemt.application.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.domain.dimension.DimensionType;

/**
 * A line as reports over lines show it: posted, or of a draft.
 *
 * @param id none for a line of a draft
 * @param accountId of a draft with a result of an earlier year, that of the account of undisposed results
 * @param amount øre, debit positive
 * @param currencyAmount minor units of the currency, same sign
 * @param reconciled øre without sign, by matches of lines up to the end of the period
 */
public record LedgerLine(
        Optional<Long> id,
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

    /** The customer or supplier it is about. */
    Optional<Long> partner() {
        return Stream.concat(relation.stream(), dimensions.stream())
                .filter(value -> value.type() == DimensionType.BUSINESSPARTNER)
                .map(DimensionValue::id)
                .findFirst();
    }

    /**
     * @param number,voucherId none for a draft
     * @param cancelled whether another entry reverses it
     * @param creatorId none for what the program made by itself
     */
    public record Entry(
            long id,
            Optional<Long> number,
            String description,
            boolean cancelled,
            Optional<Long> voucherId,
            Optional<Document> document,
            Optional<Long> creatorId,
            String creator) {

        boolean isDraft() {
            return number.isEmpty();
        }
    }

    /** @param id none for what is written on a draft and not registered yet */
    public record Document(
            Optional<Long> id,
            String number,
            LocalDate date,
            Optional<LocalDate> due,
            Optional<String> paymentReference,
            String type,
            Optional<DimensionValue> partner) {}
}
