package no.avstemt.vipps.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.sale.SalePage;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;

/**
 * One row of the Sales API (vipps-apis.md 3.8); only type and time are always there.
 *
 * @param raw the row's own JSON, personal data cut out, all else kept
 * @param customer what was cut out that tells who bought, where it was told
 */
record WireSale(
        Sale.Kind kind,
        Instant time,
        Optional<String> pspReference,
        Optional<String> reference,
        Optional<Money> gross,
        Optional<Long> net,
        Optional<Long> vat,
        Optional<String> paymentType,
        Optional<String> solution,
        Optional<String> salesCategory,
        Optional<Boolean> hasLineItems,
        Optional<Boolean> hasVatBreakdown,
        List<WireSaleLine> lines,
        String raw,
        Optional<String> customer) {

    /** The names of lines are products, so only the sale's own name would be a person's. */
    private static final Set<String> PERSONAL = Set.of("customer", "maskedPhoneNo", "message");

    private static final Set<String> OF_CUSTOMER = Set.of("name", "phone", "email");

    static WireSale of(Fields fields) {
        Optional<String> customer = fields.object("customer").flatMap(object -> Json.only(object.node(), OF_CUSTOMER));
        Optional<Fields> amounts = fields.object("amounts");
        Optional<Fields> classification = fields.object("classification");
        Optional<Fields> completeness = fields.object("completeness");
        return new WireSale(
                kind(fields),
                fields.requiredMoment("time"),
                fields.text("pspReference"),
                fields.text("reference"),
                amounts.flatMap(object -> object.whole("gross")).map(gross -> new Money(gross, currency(fields))),
                amounts.flatMap(object -> object.whole("net")),
                amounts.flatMap(object -> object.whole("vat")),
                fields.text("paymentType"),
                classification.flatMap(object -> object.text("solution")),
                classification.flatMap(object -> object.text("salesCategory")),
                completeness.flatMap(object -> object.flag("hasLineItems")),
                completeness.flatMap(object -> object.flag("hasVatBreakdown")),
                lines(fields),
                withoutPersonalData(fields),
                customer);
    }

    private static Sale.Kind kind(Fields fields) {
        return switch (fields.requiredText("entryType").toLowerCase(Locale.ROOT)) {
            case "capture" -> Sale.Kind.CAPTURE;
            case "refund", "return" -> Sale.Kind.REFUND;
            default -> throw fields.unreadable("entryType", "is neither capture nor refund");
        };
    }

    private static Currency currency(Fields fields) {
        return fields.requiredCurrency("currency");
    }

    private static List<WireSaleLine> lines(Fields fields) {
        List<WireSaleLine> lines = new ArrayList<>();
        for (Fields line : fields.objects("lines")) {
            lines.add(WireSaleLine.of(line, lines.size() + 1));
        }
        return lines;
    }

    private static String withoutPersonalData(Fields fields) {
        fields.node().remove("name");
        Json.cut(fields.node(), PERSONAL);
        return Json.write(fields.node());
    }

    /** The type tells the direction; where the amounts tell it too, their sign is taken off, the lines' with it. */
    SalePage.Fetched toDomain(LedgerId ledger) {
        boolean turned = total() < 0;
        return new SalePage.Fetched(
                new Sale(
                        ledger,
                        kind,
                        time,
                        pspReference,
                        reference.or(() -> pspReference).orElse(""),
                        gross.map(amount -> turned ? amount.negated() : amount),
                        net.map(amount -> turned ? -amount : amount),
                        vat.map(amount -> turned ? -amount : amount),
                        paymentType,
                        solution,
                        salesCategory,
                        hasLineItems.orElse(!lines.isEmpty()),
                        hasVatBreakdown.orElse(false),
                        lines.stream().map(line -> line.toDomain(turned)).toList()),
                raw,
                customer);
    }

    private long total() {
        return gross.map(Money::minor).orElseGet(this::sumOfLines);
    }

    private long sumOfLines() {
        return lines.stream().mapToLong(WireSaleLine::lineTotalGross).reduce(0, Math::addExact);
    }
}
