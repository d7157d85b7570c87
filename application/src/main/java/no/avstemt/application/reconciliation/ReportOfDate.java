package no.avstemt.application.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.PassedOver;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;

/** Vipps's report of one ledger date, read page by page as its rows are asked for. */
final class ReportOfDate implements Iterator<SettlementEntry> {

    private final SettlementSource source;
    private final LedgerId ledger;
    private final Topic topic;
    private final LocalDate date;
    private Iterator<EntryPage.Fetched> page = List.<EntryPage.Fetched>of().iterator();
    private Optional<String> cursor = Optional.empty();
    private Optional<Long> balance = Optional.empty();
    private boolean more = true;
    private boolean open;
    private boolean chained = true;

    ReportOfDate(SettlementSource source, LedgerId ledger, Topic topic, LocalDate date) {
        this.source = source;
        this.ledger = ledger;
        this.topic = topic;
        this.date = date;
    }

    /** Vipps has not closed the date; what it told of it is no report. */
    boolean isOpen() {
        return open;
    }

    /** Every row that was read begins with the balance where the row before ended. */
    boolean isChained() {
        return chained;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && more) {
            read();
        }
        return page.hasNext();
    }

    private void read() {
        EntryPage next = source.date(ledger, topic, date, cursor);
        open = open || next.tryLater();
        more = next.more() && !open;
        cursor = next.cursor();
        page = open ? List.<EntryPage.Fetched>of().iterator() : next.items().iterator();
    }

    @Override
    public SettlementEntry next() {
        return fetched().entry();
    }

    private EntryPage.Fetched fetched() {
        if (!hasNext()) {
            throw new NoSuchElementException("The report has no more rows");
        }
        EntryPage.Fetched row = page.next();
        SettlementEntry entry = row.entry();
        boolean follows = balance.isEmpty() || balance.get() == entry.balanceBefore();
        long end = Math.addExact(entry.balanceBefore(), entry.amount().minor());
        chained = chained && follows && end == entry.balanceAfter();
        balance = Optional.of(entry.balanceAfter());
        return row;
    }

    /** @param where what they follow */
    record Found(List<EntryPage.Fetched> rows, List<PassedOver> where) {}

    /** The rows with these keys, of what is left to read. */
    Found withKeys(Collection<EntryKey> keys) {
        Set<EntryKey> wanted = Set.copyOf(keys);
        List<EntryPage.Fetched> rows = new ArrayList<>();
        List<PassedOver> where = new ArrayList<>();
        List<EntryKey> together = new ArrayList<>();
        Optional<EntryKey> after = Optional.empty();
        while (hasNext()) {
            EntryPage.Fetched row = fetched();
            EntryKey key = row.entry().key();
            if (wanted.contains(key)) {
                rows.add(row);
                together.add(key);
            } else {
                if (!together.isEmpty()) {
                    where.add(new PassedOver(after, together, Optional.of(key)));
                    together = new ArrayList<>();
                }
                after = Optional.of(key);
            }
        }
        if (!together.isEmpty()) {
            where.add(new PassedOver(after, together, Optional.empty()));
        }
        return new Found(rows, where);
    }
}
