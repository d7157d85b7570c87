package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Funds, fees or sales of a scenario, with the paging and the ends of {@link ReportPages} and {@link SalesPages}. */
final class ScenarioPages implements ReportAnswers.OfSales {
    private static final Set<String> PERSONAL = Set.of("name", "maskedPhoneNo", "message");

    private final World world;
    private final LocalDate until;
    private final ScenarioLedger ledger;
    private final Topic topic;
    private final boolean withPersonalData;
    private final int pageSize;

    /** @param until the last date that any ledger tells of */
    ScenarioPages(
            World world, LocalDate until, ScenarioLedger ledger, Topic topic, boolean withPersonalData, int pageSize) {
        this.world = world;
        this.until = until;
        this.ledger = ledger;
        this.topic = topic;
        this.withPersonalData = withPersonalData;
        this.pageSize = pageSize;
    }

    /** A piece of a stream, and where the next begins. */
    private record Piece(List<JsonNode> rows, Position next, boolean hasMore) {

        static Piece of(List<JsonNode> all, Position from, int limit) {
            int start = Math.min(from.offset(), all.size());
            int end = Math.min(start + limit, all.size());
            return new Piece(all.subList(start, end), new Position(from.date(), end), end < all.size());
        }
    }

    @Override
    public Answer feed(Optional<String> cursor) {
        Cursors cursors = Cursors.of(world, scope());
        Position from = cursor.map(cursors::parse).orElse(Position.startOf(LocalDate.EPOCH));
        Piece piece = Piece.of(ledger.told(topic, until), from, pageSize);
        return Answer.ok(json -> {
            write(piece, json);
            json.writeStringProperty("cursor", cursors.format(piece.next()));
            if (topic == Topic.SALES) {
                json.writeBooleanProperty("hasMore", piece.hasMore());
            } else {
                json.writeBooleanProperty("tryLater", !piece.hasMore());
            }
        });
    }

    @Override
    public Answer byDate(LocalDate date, Optional<String> cursor) {
        Cursors cursors = Cursors.of(world, scope() + "/" + date);
        Position from = cursor.map(cursors::parse).orElse(Position.startOf(date));
        boolean open = date.isAfter(until);
        Piece piece = Piece.of(open ? List.of() : ledger.of(topic, date), from, pageSize);
        return Answer.ok(json -> {
            write(piece, json);
            if (topic == Topic.SALES || piece.hasMore()) {
                json.writeStringProperty("cursor", cursors.format(piece.next()));
            }
            if (topic == Topic.SALES || !open) {
                json.writeBooleanProperty("hasMore", piece.hasMore());
            }
            if (topic != Topic.SALES) {
                json.writeBooleanProperty("tryLater", open);
            }
        });
    }

    @Override
    public Answer byReference(String reference, String path) {
        return found(sale -> sale.path("reference").asString("").equals(reference), path);
    }

    @Override
    public Answer byPspReference(String pspReference, String path) {
        return found(sale -> sale.path("pspReference").asString("").equals(pspReference), path);
    }

    private Answer found(Predicate<JsonNode> wanted, String path) {
        List<JsonNode> sales =
                ledger.told(Topic.SALES, until).stream().filter(wanted).toList();
        if (sales.isEmpty()) {
            throw Refused.noSuchSale(path);
        }
        return Answer.ok(json -> {
            write(new Piece(sales, Position.startOf(LocalDate.EPOCH), false), json);
            json.writeBooleanProperty("hasMore", false);
        });
    }

    private String scope() {
        return "scenario/" + ledger.ledgerId() + "/" + topic.pathName();
    }

    private void write(Piece piece, JsonGenerator json) {
        json.writeArrayPropertyStart("items");
        piece.rows().forEach(row -> json.writeRawValue(told(row).toString()));
        json.writeEndArray();
    }

    private JsonNode told(JsonNode row) {
        return topic == Topic.SALES || withPersonalData ? row : ((ObjectNode) row.deepCopy()).remove(PERSONAL);
    }
}
