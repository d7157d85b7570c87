package no.avstemt.domain.sale;

import java.time.LocalDate;

/**
 * What was captured of an order on one day of the books.
 *
 * @param amount minor units, VAT included
 */
public record OrderCapture(String order, LocalDate day, long amount) {}
