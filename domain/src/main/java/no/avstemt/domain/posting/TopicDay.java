package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;

/**
 * One batch of one topic, most often a ledger date, booked as one journal entry: each kind of settlement entry, and each payout by itself, as
 * the move of the topic's own account and its counterparts.
 */
public final class TopicDay {

    private TopicDay() {}

    /**
     * @param entries of one topic and ledger date, not empty, in Vipps's order, in the ledger's currency, whose rate of the day there is
     * @param generation 0, or the one after the last reversal
     */
    public static BookedDay book(
            LedgerBooks books,
            Topic topic,
            LocalDate day,
            List<StoredEntry> entries,
            SalesOfEntries sales,
            int generation) {
        return book(books, Batch.ofDate(topic, day, entries), sales, generation);
    }

    /** @param generation 0, or the one after the last reversal */
    public static BookedDay book(LedgerBooks books, Batch batch, SalesOfEntries sales, int generation) {
        LocalDate day = batch.date();
        Counterpart counterpart = new Counterpart(books, sales);
        Groups groups = new Groups(books.valuedOn(day));
        for (StoredEntry stored : batch.entries()) {
            SettlementEntry entry = stored.entry();
            groups.add(
                    kind(books, entry),
                    stored.id(),
                    entry.amount().minor(),
                    counterpart.of(stored),
                    books.unitOf(entry),
                    remark -> EntryFinding.of(remark.code(), entry, remark.amount()));
        }
        List<SettlementLink> links = new ArrayList<>();
        List<JournalLine> lines = groups.write(
                books,
                (id, linkNo, lineNo, amount) -> links.add(new SettlementLink(id, generation, linkNo, lineNo, amount)));
        return groups.booked(new JournalEntry(
                day,
                batch.text(books.texts(), books.ledger()),
                new Voucher(
                        Voucher.Kind.VIPPS_SETTLEMENT,
                        books.ledger() + "/" + batch.topic().vippsName() + "/" + day),
                BookedDay.CREATED_BY,
                lines.stream().map(line -> line.onLedgerDate(day)).toList(),
                links));
    }

    private static Groups.Kind kind(LedgerBooks books, SettlementEntry entry) {
        boolean isNegative = entry.amount().minor() < 0;
        String text = books.texts().line(entry);
        return new Groups.Kind(entry.type(), isNegative, entry.topic().account(), text);
    }
}
