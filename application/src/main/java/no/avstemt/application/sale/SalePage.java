package no.avstemt.application.sale;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.sale.Sale;

/**
 * One page of sales.
 *
 * @param cursor where to go on, when Vipps gives one
 * @param more whether asking again at once gives more
 * @param tryLater by date: the report is not ready, so what is here or not here says nothing of the date; never of the feed
 */
public record SalePage(List<Fetched> items, Optional<String> cursor, boolean more, boolean tryLater) {

    public SalePage {
        items = List.copyOf(items);
    }

    public SalePage(List<Fetched> items, Optional<String> cursor, boolean more) {
        this(items, cursor, more, false);
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
        return new SalePage(items.stream().map(Fetched::withoutPersonalData).toList(), cursor, more, tryLater);
    }
}
