package no.avstemt.application.settlement;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.SettlementEntry;

/**
 * One page of settlement entries.
 *
 * @param cursor where to go on, when Vipps gives it
 * @param more whether asking again at once gives more
 * @param tryLater Vipps's word that there is no more for now (feed: caught up; by date: the date is not closed)
 */
public record EntryPage(List<Fetched> items, Optional<String> cursor, boolean more, boolean tryLater) {

    public EntryPage {
        items = List.copyOf(items);
    }

    /**
     * @param raw Vipps's own JSON, personal data cut out
     * @param personal the personal fields as JSON, where they were asked for and given
     */
    public record Fetched(SettlementEntry entry, String raw, Optional<String> personal) {

        public Fetched withoutPersonalData() {
            return new Fetched(entry, raw, Optional.empty());
        }
    }
}
