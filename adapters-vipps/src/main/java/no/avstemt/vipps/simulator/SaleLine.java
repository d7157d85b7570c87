package no.avstemt.vipps.simulator;

import java.util.OptionalInt;

/**
 * One line as the merchant entered it; prices with VAT, in øre.
 *
 * @param quantity negative on a refund, and the discount with it
 * @param vatRate in hundredths of a percent, 2500 being 25 %; empty when the merchant left it out
 */
record SaleLine(
        String name, long quantity, long unitPriceGross, long discountTotal, OptionalInt vatRate, String category) {

    long totalGross() {
        return unitPriceGross * quantity - discountTotal;
    }

    /** What of {@code gross} is VAT at this line's rate: half up, and the same figure with other sign on a refund. */
    long vatOf(long gross) {
        long rate = vatRate.orElseThrow();
        long vat = (2 * Math.abs(gross) * rate + 10_000 + rate) / (2 * (10_000 + rate));
        return gross < 0 ? -vat : vat;
    }

    SaleLine negated() {
        return new SaleLine(name, -quantity, unitPriceGross, -discountTotal, vatRate, category);
    }

    SaleLine withoutVat() {
        return new SaleLine(name, quantity, unitPriceGross, discountTotal, OptionalInt.empty(), category);
    }
}
