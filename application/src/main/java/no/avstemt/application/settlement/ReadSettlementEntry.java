package no.avstemt.application.settlement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.SettlementReads.RawEntry;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.EntryType;
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

    /**
     * @param cameFrom the journal line that led to it
     * @return none where there is no such entry, or the line does not carry it
     */
    public Optional<Found> run(ClientAccountId client, long settlementEntryId, Optional<BehindLine> cameFrom) {
        return unit.read(
                Set.of(client),
                stores -> stores.settlementReads()
                        .entry(client, settlementEntryId)
                        .map(entry -> found(stores, client, entry, cameFrom))
                        .filter(found -> cameFrom.isEmpty() || found.above().isPresent()));
    }

    private static Found found(Stores stores, ClientAccountId client, RawEntry raw, Optional<BehindLine> cameFrom) {
        SettlementEntry entry = raw.stored().entry();
        List<StoredEntry> related = stores
                .settlementReads()
                .ofPayment(client, entry.ledger(), entry.pspReference(), entry.reference(), MOST_RELATED)
                .stream()
                .filter(other -> other.id() != raw.stored().id())
                .toList();
        List<StoredEntry> otherTopic = ofOtherTopic(entry, related);
        List<Booking> bookings = stores.journalReads()
                .carrying(
                        client,
                        Stream.concat(Stream.of(raw.stored()), related.stream())
                                .map(StoredEntry::id)
                                .toList());
        return new Found(
                raw,
                cameFrom.filter(line -> carries(line, raw, bookings))
                        .flatMap(line -> stores.journalReads().entry(client, line.entryId())),
                bookings,
                stores.ledgers().units(client, entry.ledger()),
                saleOf(stores, client, entry),
                otherTopic,
                related.stream().filter(other -> !otherTopic.contains(other)).toList(),
                payoutOf(stores, client, raw.stored()),
                stores.findings().about(client, entry.key().value().toString()));
    }

    private static boolean carries(BehindLine line, RawEntry raw, List<Booking> bookings) {
        return bookings.stream()
                .anyMatch(booking -> booking.sourceId() == raw.stored().id()
                        && booking.entry().id() == line.entryId()
                        && booking.lineNo() == line.lineNo());
    }

    private static Optional<StoredEntry> payoutOf(Stores stores, ClientAccountId client, StoredEntry stored) {
        SettlementEntry entry = stored.entry();
        return entry.topic() == Topic.FUNDS && entry.type() != EntryType.PAYOUT_SCHEDULED
                ? stores.settlementReads().payoutOf(client, entry.ledger(), entry.ledgerDate())
                : Optional.empty();
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
     * @param above the journal entry of the line that led here
     * @param bookings every line that carries some of the entry or of those related to it
     * @param units of the ledger
     * @param sale what was sold
     * @param otherTopic what belongs to it on the ledger's other topic: fees of a capture, or the capture of a fee
     * @param sameOrder other entries of the same payment
     * @param payout the payout that settles the entry's ledger date
     */
    public record Found(
            RawEntry raw,
            Optional<EntryView> above,
            List<Booking> bookings,
            List<SalesUnit> units,
            Optional<StoredSale> sale,
            List<StoredEntry> otherTopic,
            List<StoredEntry> sameOrder,
            Optional<StoredEntry> payout,
            List<StoredFinding> findings) {

        public Found {
            bookings = List.copyOf(bookings);
            units = List.copyOf(units);
            otherTopic = List.copyOf(otherTopic);
            sameOrder = List.copyOf(sameOrder);
            findings = List.copyOf(findings);
        }
    }
}
