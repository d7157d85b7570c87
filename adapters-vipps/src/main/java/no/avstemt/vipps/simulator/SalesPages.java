package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** Sales of a ledger: by date and as a feed, page by page with a {@code cursor}; by reference, all at once. */
final class SalesPages implements ReportAnswers.OfSales {
    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 1000;
    private static final long CHECKOUT_MICROS = 13_000_000;

    private final World world;
    private final Ledger ledger;
    private final int pageSize;

    SalesPages(World world, Ledger ledger, int pageSize) {
        this.world = world;
        this.ledger = ledger;
        this.pageSize = pageSize;
    }

    @Override
    public Answer byDate(LocalDate date, Optional<String> cursor) {
        Cursors cursors = Cursors.of(world, scope() + "/" + date);
        Position from = cursor.map(cursors::parse).orElse(Position.startOf(date));
        return answer(Page.ofDate(ledger, Topic.SALES, from, pageSize), cursors);
    }

    /** At its end the feed repeats the cursor. */
    @Override
    public Answer feed(Optional<String> cursor) {
        Cursors cursors = Cursors.of(world, scope());
        Position from = cursor.map(cursors::parse).orElse(Position.startOf(ledger.first()));
        return answer(Page.ofFeed(ledger, Topic.SALES, from, pageSize), cursors);
    }

    /** Every capture and refund of an order. */
    @Override
    public Answer byReference(String reference, String path) {
        return found(ledger.sales(sold -> sold.isOf(reference)), path);
    }

    /** The date is in the reference, so only that one is looked through. */
    @Override
    public Answer byPspReference(String pspReference, String path) {
        List<SoldMovement> sold = PspReference.date(pspReference)
                .filter(ledger::has)
                .map(date -> ledger.day(date).sales())
                .orElse(List.of());
        return found(
                sold.stream()
                        .filter(sale -> sale.pspReference().equals(Optional.of(pspReference)))
                        .toList(),
                path);
    }

    private Answer found(List<SoldMovement> sales, String path) {
        if (sales.isEmpty()) {
            throw Refused.noSuchSale(path);
        }
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            sales.forEach(sold -> write(sold, json));
            json.writeEndArray();
            json.writeBooleanProperty("hasMore", false);
        });
    }

    private String scope() {
        return ledger.identity().ledgerId() + "/" + Topic.SALES.pathName();
    }

    private Answer answer(Page page, Cursors cursors) {
        return Answer.ok(json -> {
            json.writeArrayPropertyStart("items");
            page.forEachSlice((day, from, to) -> day.sales().subList(from, to).forEach(sold -> write(sold, json)));
            json.writeEndArray();
            json.writeStringProperty("cursor", cursors.format(page.next()));
            json.writeBooleanProperty("hasMore", page.hasMore());
        });
    }

    private void write(SoldMovement sold, JsonGenerator json) {
        Movement movement = sold.movement();
        Sale sale = sold.sale();
        json.writeStartObject();
        json.writeStringProperty("entryType", movement.entryType());
        json.writeStringProperty("time", Oslo.withSeconds(movement.micros()));
        json.writeStringProperty("orderDate", Oslo.withSeconds(movement.micros() - CHECKOUT_MICROS));
        sold.pspReference()
                .ifPresentOrElse(
                        psp -> json.writeStringProperty("pspReference", psp),
                        () -> json.writeNullProperty("pspReference"));
        json.writeStringProperty("reference", movement.reference());
        json.writeStringProperty("currency", ledger.identity().market().currency());
        json.writeStringProperty("paymentType", sale.payment().name());
        writeClassification(sale, json);
        writeAmounts(movement.amount(), sale, json);
        writeLines(sale, json);
        json.writeNullProperty("customer");
        json.writeObjectPropertyStart("completeness");
        json.writeBooleanProperty("hasLineItems", sale.isItemised());
        json.writeBooleanProperty("hasVatBreakdown", sale.hasVat());
        json.writeBooleanProperty("hasCustomerIdentity", false);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeClassification(Sale sale, JsonGenerator json) {
        json.writeObjectPropertyStart("classification");
        json.writeStringProperty("solution", sale.solution().name());
        sale.category()
                .ifPresentOrElse(
                        text -> json.writeStringProperty("salesCategory", text),
                        () -> json.writeNullProperty("salesCategory"));
        json.writeEndObject();
    }

    /** Net and VAT are null unless every line has its VAT. */
    private static void writeAmounts(long gross, Sale sale, JsonGenerator json) {
        json.writeObjectPropertyStart("amounts");
        json.writeNumberProperty("gross", gross);
        if (sale.hasVat()) {
            long vat = sale.lines().stream()
                    .mapToLong(line -> line.vatOf(line.totalGross()))
                    .sum();
            json.writeNumberProperty("net", gross - vat);
            json.writeNumberProperty("vat", vat);
        } else {
            json.writeNullProperty("net");
            json.writeNullProperty("vat");
        }
        json.writeEndObject();
    }

    private static void writeLines(Sale sale, JsonGenerator json) {
        json.writeArrayPropertyStart("lines");
        for (int i = 0; i < sale.lines().size(); i++) {
            write(7001 + i, sale.lines().get(i), json);
        }
        json.writeEndArray();
    }

    private static void write(int lineId, SaleLine line, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("lineId", Integer.toString(lineId));
        json.writeStringProperty("name", line.name());
        json.writeNumberProperty("quantity", line.quantity());
        json.writeNumberProperty("unitPriceGross", line.unitPriceGross());
        json.writeNumberProperty("discountTotal", line.discountTotal());
        json.writeNumberProperty("lineTotalGross", line.totalGross());
        writeVat(line, line.vatRate(), json);
        json.writeStringProperty("category", line.category());
        json.writeEndObject();
    }

    private static void writeVat(SaleLine line, OptionalInt rate, JsonGenerator json) {
        if (rate.isPresent()) {
            long vat = line.vatOf(line.totalGross());
            json.writeNumberProperty("unitPriceNet", line.unitPriceGross() - line.vatOf(line.unitPriceGross()));
            json.writeNumberProperty("lineTotalNet", line.totalGross() - vat);
            json.writeNumberProperty("vatRate", rate.getAsInt());
            json.writeNumberProperty("vatAmount", vat);
        }
    }

    static int pageSize(Request request) {
        return request.parameter("pageSize").map(SalesPages::parsePageSize).orElse(DEFAULT_PAGE);
    }

    private static int parsePageSize(String text) {
        if (text.matches("\\d{1,4}")) {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= MAX_PAGE) {
                return size;
            }
        }
        throw Refused.badInput("pageSize must be 1 to " + MAX_PAGE + ", but is " + text);
    }
}
