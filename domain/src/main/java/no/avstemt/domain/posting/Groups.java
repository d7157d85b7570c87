package no.avstemt.domain.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.posting.VatSplit.Remark;

/** A day in the making: groups in the order in which they were met, and what was remarked on the way. */
final class Groups {

    private final Valuation valuation;
    private final Map<Kind, Group> groups = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long onDefaultEntries;
    private long onDefaultAmount;

    /** @param valuation of the day's amounts */
    Groups(Valuation valuation) {
        this.valuation = valuation;
    }

    /**
     * What is booked in sum. Both directions stand by themselves, so that debit and credit are both to be seen.
     *
     * @param own the role of the account that moves by the amounts
     */
    record Kind(Enum<?> of, boolean isNegative, Optional<AccountRole> own, String text) {

        Kind(Enum<?> of, boolean isNegative, AccountRole own, String text) {
            this(of, isNegative, Optional.of(own), text);
        }
    }

    /** @param unit whose it is, where that is known */
    void add(
            Kind kind,
            long sourceId,
            long amount,
            VatSplit split,
            Optional<SalesUnit> unit,
            Function<Remark, Finding> finding) {
        DimensionSet about = unit.map(SalesUnit::about).orElse(DimensionSet.NONE);
        groups.computeIfAbsent(kind, key -> new Group(key.own(), key.text(), valuation))
                .add(sourceId, amount, split.shares(), about);
        split.remarks().forEach(remark -> findings.add(finding.apply(remark)));
        onDefaultEntries += split.onDefault() == 0 ? 0 : 1;
        onDefaultAmount = Math.addExact(onDefaultAmount, valuation.inOre(split.onDefault()));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** The lines, in order of the groups. */
    List<JournalLine> write(LedgerBooks books, Group.Links links) {
        DimensionSet ledger = DimensionSet.related(
                new DimensionRef(DimensionType.BANKACC, books.ledger().value()));
        List<JournalLine> lines = new ArrayList<>();
        Map<Long, Integer> nextLink = new HashMap<>();
        groups.values().forEach(group -> group.write(books.chart(), ledger, lines, nextLink, links));
        return lines;
    }

    BookedDay booked(JournalEntry entry) {
        return new BookedDay(entry, findings, onDefaultEntries, onDefaultAmount);
    }
}
