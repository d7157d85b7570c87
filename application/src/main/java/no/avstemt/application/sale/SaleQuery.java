package no.avstemt.application.sale;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.LedgerId;

/**
 * Which sales of one client account are asked for, the latest first.
 *
 * @param paymentType in Vipps's own word
 * @param first,end when they were made; the end is not included
 * @param search the whole reference or PSP reference
 * @param line the journal line that carries them, where they moved no money at Vipps
 */
public record SaleQuery(
        ClientAccountId client,
        Optional<LedgerId> ledger,
        Optional<Sale.Kind> kind,
        Optional<String> paymentType,
        Optional<Instant> first,
        Optional<Instant> end,
        Optional<String> search,
        Optional<BehindLine> line,
        From<Place> from) {

    /** The place of a row in the list. */
    public record Place(Instant time, long id) {}

    /**
     * @param stored the sale without its lines
     * @param settlementEntry the entry that moved its money, by PSP reference
     */
    public record Row(StoredSale stored, Optional<Long> settlementEntry) {

        public Place place() {
            return new Place(stored.sale().time(), stored.id());
        }
    }
}
