package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;

/**
 * One ledger date of one topic, booked as one journal entry: each kind of settlement entry, and each payout by itself, as
 * the move of the topic's own account and its counterparts.
 *
 * @param defaultVatEntries captures and refunds that took, at least in part, the unit's default VAT code
 * @param defaultVatAmount øre, VAT included, refunds negative
 */
public record TopicDay(JournalEntry entry, List<Finding> findings, long defaultVatEntries, long defaultVatAmount) {

    /** Who made automatic entries, as it stands in the books. */
    public static final String CREATED_BY = "Avstemt";

    /**
     * @param entries of one topic and ledger date, not empty, in Vipps's order, in kroner
     * @param generation 0, or the one after the last reversal
     */
    public static TopicDay book(
            LedgerBooks books,
            Topic topic,
            LocalDate day,
            List<StoredEntry> entries,
            SalesOfEntries sales,
            int generation) {
        Counterpart counterpart = new Counterpart(books, sales);
        Map<String, Group> groups = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        long onDefaultEntries = 0;
        long onDefaultAmount = 0;
        for (StoredEntry stored : entries) {
            VatSplit split = counterpart.of(stored.entry());
            groups.computeIfAbsent(groupKey(books, stored.entry()), key -> new Group(text(books, stored.entry())))
                    .add(stored, split.shares());
            split.remarks().forEach(remark -> findings.add(finding(stored.entry(), remark)));
            onDefaultEntries += split.onDefault() == 0 ? 0 : 1;
            onDefaultAmount = Math.addExact(onDefaultAmount, split.onDefault());
        }
        JournalEntry entry = entry(books, topic, day, groups, generation);
        return new TopicDay(entry, findings, onDefaultEntries, onDefaultAmount);
    }

    private static JournalEntry entry(
            LedgerBooks books, Topic topic, LocalDate day, Map<String, Group> groups, int generation) {
        DimensionSet ledger = DimensionSet.related(
                new DimensionRef(DimensionType.BANKACC, books.ledger().value()));
        List<JournalLine> lines = new ArrayList<>();
        List<SettlementLink> links = new ArrayList<>();
        for (Group group : groups.values()) {
            group.write(books.chart(), topic, ledger, generation, lines, links);
        }
        return new JournalEntry(
                day,
                books.texts().entry(books.ledger(), topic, day),
                new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, books.ledger() + "/" + topic.vippsName() + "/" + day),
                CREATED_BY,
                lines.stream().map(line -> line.onLedgerDate(day)).toList(),
                links);
    }

    /** Entries of one kind and direction are booked in sum, so that debit and credit are both to be seen. */
    private static String groupKey(LedgerBooks books, SettlementEntry entry) {
        return entry.type() + (entry.amount().minor() < 0 ? " - " : " + ") + text(books, entry);
    }

    private static String text(LedgerBooks books, SettlementEntry entry) {
        return books.texts().line(entry);
    }

    private static Finding finding(SettlementEntry entry, VatSplit.Remark remark) {
        return new Finding(
                remark.code(),
                entry.ledger(),
                entry.ledgerDate(),
                entry.key().value().toString(),
                new Money(remark.amount(), entry.amount().currency()),
                Map.of(
                        "type", entry.vippsType(),
                        "topic", entry.topic().vippsName(),
                        "psp", entry.pspReference().orElse(""),
                        "reference", entry.reference().orElse("")));
    }
}
