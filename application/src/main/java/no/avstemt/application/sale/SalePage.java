package no.avstemt.application.sale;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.sale.Sale;

/**
 * One page of sales.
 *
 * @param cursor where to go on, when Vipps gives one
 * @param more whether asking again at once gives more
 */
public record SalePage(List<Fetched> items, Optional<String> cursor, boolean more) {

    public SalePage {
        items = List.copyOf(items);
    }

    /**
     * @param raw Vipps's own JSON, personal data cut out
     * @param personal who bought, as JSON, where it was asked for and told
     */
    public record Fetched(Sale sale, String raw, Optional<String> personal) {

        public Fetched(Sale sale, String raw) {
            this(sale, raw, Optional.empty());
        }

        public Fetched withoutPersonalData() {
            return new Fetched(sale, raw);
        }
    }

    public SalePage withoutPersonalData() {
        return new SalePage(items.stream().map(Fetched::withoutPersonalData).toList(), cursor, more);
    }
}
