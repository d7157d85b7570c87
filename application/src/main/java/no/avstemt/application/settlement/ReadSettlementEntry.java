package no.avstemt.application.settlement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.journal.Booking;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.application.settlement.SettlementReads.RawEntry;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;

/** One settlement entry with all that is known to belong to it. */
public final class ReadSettlementEntry {

    private static final int MOST_RELATED = 200;

    private final UnitOfWork unit;

    public ReadSettlementEntry(UnitOfWork unit) {
        this.unit = unit;
    }

    public Optional<Found> run(ClientAccountId client, long settlementEntryId) {
        return unit.read(
                Set.of(client),
                stores -> stores.settlementReads()
                        .entry(client, settlementEntryId)
                        .map(entry -> found(stores, client, entry)));
    }

    private static Found found(Stores stores, ClientAccountId client, RawEntry raw) {
        SettlementEntry entry = raw.stored().entry();
        List<StoredEntry> related = stores
                .settlementReads()
                .ofPayment(client, entry.ledger(), entry.pspReference(), entry.reference(), MOST_RELATED)
                .stream()
                .filter(other -> other.id() != raw.stored().id())
                .toList();
        List<StoredEntry> otherTopic = ofOtherTopic(entry, related);
        return new Found(
                raw,
                stores.journalReads().carrying(client, List.of(raw.stored().id())),
                saleOf(stores, client, entry),
                otherTopic,
                related.stream().filter(other -> !otherTopic.contains(other)).toList(),
                entry.topic() == Topic.FUNDS
                        ? stores.settlementReads().payoutOf(client, raw.stored())
                        : Optional.empty(),
                stores.findings().about(client, entry.key().value().toString()));
    }

    /** By transaction; by order where no id is the same, as it was before 2025. */
    private static List<StoredEntry> ofOtherTopic(SettlementEntry entry, List<StoredEntry> related) {
        List<StoredEntry> byOrder = related.stream()
                .filter(other -> other.entry().topic() != entry.topic())
                .toList();
        List<StoredEntry> byTransaction = byOrder.stream()
                .filter(other -> other.entry().pspReference().equals(entry.pspReference()))
                .toList();
        return byTransaction.isEmpty() ? byOrder : byTransaction;
    }

    /** The same sale as the one that the entry's VAT is booked by. */
    private static Optional<StoredSale> saleOf(Stores stores, ClientAccountId client, SettlementEntry entry) {
        switch (entry.type()) {
            case CAPTURE, REFUND -> {
                List<StoredSale> candidates = stores.saleReads()
                        .ofPayment(client, entry.ledger(), entry.pspReference(), entry.reference(), MOST_RELATED);
                SalesOfEntries sales = new SalesOfEntries(
                        candidates.stream().map(StoredSale::sale).toList());
                return sales.saleOf(entry)
                        .flatMap(sale -> candidates.stream()
                                .filter(candidate -> candidate.sale().equals(sale))
                                .findFirst());
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /**
     * @param bookings every line that carries some of the entry
     * @param sale what was sold
     * @param otherTopic what belongs to it on the ledger's other topic: fees of a capture, or the capture of a fee
     * @param sameOrder other entries of the same payment
     * @param payout the payout that settles the entry's ledger date
     */
    public record Found(
            RawEntry raw,
            List<Booking> bookings,
            Optional<StoredSale> sale,
            List<StoredEntry> otherTopic,
            List<StoredEntry> sameOrder,
            Optional<StoredEntry> payout,
            List<StoredFinding> findings) {

        public Found {
            bookings = List.copyOf(bookings);
            otherTopic = List.copyOf(otherTopic);
            sameOrder = List.copyOf(sameOrder);
            findings = List.copyOf(findings);
        }
    }
}
