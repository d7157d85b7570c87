package no.avstemt.domain.sale;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a sale.
 *
 * @param gross what the line adds to the sale, discount taken off, VAT included; minor units
 * @param vatRate basis points; none when the merchant has not entered one
 * @param vat minor units; none when Vipps does not tell
 */
public record SaleLine(
        String lineId,
        String name,
        BigDecimal quantity,
        long gross,
        Optional<Long> net,
        Optional<Integer> vatRate,
        Optional<Long> vat,
        Optional<String> category) {}
