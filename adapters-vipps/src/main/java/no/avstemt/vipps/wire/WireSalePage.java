package no.avstemt.vipps.wire;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.sale.SalePage;
import no.avstemt.domain.settlement.LedgerId;

/** One answer of the Sales API, feed or by date (vipps-apis.md 3.8 and 7.2 Q8). */
public record WireSalePage(List<WireSale> items, Optional<String> cursor, Optional<Boolean> hasMore) {

    /** @throws UnreadableAnswer naming the first field that cannot be read */
    public static WireSalePage of(byte[] body) {
        Fields fields = Json.object(body);
        if (!fields.has("items")) {
            throw fields.missing("items");
        }
        List<WireSale> items =
                fields.objects("items").stream().map(WireSale::of).toList();
        return new WireSalePage(items, fields.text("cursor"), fields.flag("hasMore"));
    }

    /** Sales asked for by name: in an envelope, as a bare array, or the only one bare (vipps-apis.md 7.2 Q7). */
    public static List<SalePage.Fetched> ofLookup(byte[] body, LedgerId ledger) {
        return Json.objects(body, "items").stream()
                .map(WireSale::of)
                .map(sale -> sale.toDomain(ledger))
                .toList();
    }

    /**
     * Ends on an empty page, on {@code hasMore} false, or when the cursor stands still. One of Vipps's texts gives
     * {@code hasMore} to dates only, so where it is absent a moving cursor leads on, to an empty page at the latest.
     *
     * @param sent the cursor of the question; it stays the place to go on from when the answer has none
     */
    public SalePage toDomain(LedgerId ledger, Optional<String> sent) {
        if (hasMore.orElse(false) && !items.isEmpty() && cursor.isEmpty()) {
            throw UnreadableAnswer.field("cursor", "is missing though hasMore is true");
        }
        boolean moved = cursor.isPresent() && !cursor.equals(sent);
        boolean more = moved && !items.isEmpty() && hasMore.orElse(true);
        List<SalePage.Fetched> sales =
                items.stream().map(item -> item.toDomain(ledger)).toList();
        return new SalePage(sales, cursor.or(() -> sent), more);
    }
}
