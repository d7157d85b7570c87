package no.avstemt.domain.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;

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

    /** Money that has not come so long after its sale will not come. */
    public static final int DAYS_FOR_MONEY = 30;

    /** The first whole date that Vipps tells any sales of (vipps-apis.md 3.8). */
    public static final LocalDate FIRST_DATE_AT_VIPPS = LocalDate.of(2026, 3, 10);

    public Sale {
        lines = List.copyOf(lines);
    }

    /** Paid in cash, which never comes through Vipps. */
    public boolean isCash() {
        return paymentType.filter("CASH"::equalsIgnoreCase).isPresent();
    }

    /** The day of the sale in the books. Vipps gives sales no ledger date. */
    public LocalDate businessDate() {
        return LocalDate.ofInstant(time, Oslo.ZONE);
    }

    /** Minor units, VAT included; what the lines add up to where Vipps does not tell the whole. */
    public long total() {
        return gross.map(Money::minor)
                .orElseGet(() -> lines.stream().mapToLong(SaleLine::gross).reduce(0, Math::addExact));
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
