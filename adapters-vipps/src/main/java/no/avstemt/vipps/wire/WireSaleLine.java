package no.avstemt.vipps.wire;

import java.math.BigDecimal;
import java.util.Optional;
import no.avstemt.domain.sale.SaleLine;

/** One line of a sale; amounts as they came, before the sale's direction is taken off. */
record WireSaleLine(
        String lineId,
        String name,
        BigDecimal quantity,
        long lineTotalGross,
        Optional<Long> lineTotalNet,
        Optional<Integer> vatRate,
        Optional<Long> vatAmount,
        Optional<String> category) {

    static WireSaleLine of(Fields fields, int number) {
        return new WireSaleLine(
                fields.text("lineId").orElse(Integer.toString(number)),
                fields.text("name").orElse(""),
                fields.number("quantity").orElse(BigDecimal.ONE),
                fields.whole("lineTotalGross").or(() -> netAndVat(fields)).orElse(0L),
                fields.whole("lineTotalNet"),
                fields.whole("vatRate").map(rate -> basisPoints(fields, rate)),
                fields.whole("vatAmount"),
                fields.text("category"));
    }

    /** A line without any total adds nothing known; what it should have added remains between sale and capture. */
    private static Optional<Long> netAndVat(Fields fields) {
        return fields.whole("lineTotalNet")
                .flatMap(net -> fields.whole("vatAmount").map(vat -> Math.addExact(net, vat)));
    }

    private static int basisPoints(Fields fields, long rate) {
        if (rate < 0 || rate > 10_000) {
            throw fields.unreadable("vatRate", "is not between 0 and 10000 basis points");
        }
        return (int) rate;
    }

    SaleLine toDomain(boolean turned) {
        return new SaleLine(
                lineId,
                name,
                turned && quantity.signum() < 0 ? quantity.negate() : quantity,
                turned ? -lineTotalGross : lineTotalGross,
                lineTotalNet.map(net -> turned ? -net : net),
                vatRate,
                vatAmount.map(vat -> turned ? -vat : vat),
                category);
    }
}
