package no.avstemt.domain.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;

/**
 * One row of Vipps's Sales API: one capture or refund of an order, with what was sold.
 *
 * <p>Amounts here are magnitudes of the direction that {@code kind} tells: positive for what is sold and for what is
 * refunded alike, since Vipps does not document the sign of refunds (vipps-apis.md 7.2 Q6). A line may still be negative
 * inside its sale.
 *
 * @param pspReference none for payment methods without a provider, such as cash
 * @param hasVatBreakdown Vipps's own word that the lines' VAT is there to be used
 */
public record Sale(
        LedgerId ledger,
        Kind kind,
        Instant time,
        Optional<String> pspReference,
        String reference,
        Optional<Money> gross,
        Optional<Long> net,
        Optional<Long> vat,
        Optional<String> paymentType,
        Optional<String> solution,
        Optional<String> salesCategory,
        boolean hasLineItems,
        boolean hasVatBreakdown,
        List<SaleLine> lines) {

    public Sale {
        lines = List.copyOf(lines);
    }

    public Sale withLines(List<SaleLine> other) {
        return new Sale(
                ledger,
                kind,
                time,
                pspReference,
                reference,
                gross,
                net,
                vat,
                paymentType,
                solution,
                salesCategory,
                hasLineItems,
                hasVatBreakdown,
                other);
    }

    public enum Kind {
        CAPTURE,
        REFUND
    }
}
