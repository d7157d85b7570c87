package no.avstemt.persistence.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.StoredBooks.Link;
import no.avstemt.application.verify.StoredBooks.Stretch;
import no.avstemt.domain.journal.ChainHash;

/**
 * Goes along the chain and checks each entry by itself: it must follow from the stored hash of the one before, so that one
 * changed entry is one fault and not as many as there are entries after it.
 */
final class ChainWalk {

    private long position;
    private ChainHash hash;
    private final Map<Integer, Long> numbers;
    private final List<Fault> faults = new ArrayList<>();
    private long entries;
    private long lines;

    ChainWalk(Link after) {
        position = after.position();
        hash = after.hash();
        numbers = new HashMap<>(after.numbers());
    }

    void add(StoredEntry entry) {
        StoredEntry.Header header = entry.header();
        String name = header.name();
        if (header.position() != position + 1) {
            faults.add(Fault.of(Check.CHAIN_POSITION, name, position + 1, header.position()));
        }
        long number = numbers.getOrDefault(header.fiscalYear(), 0L) + 1;
        if (header.number() != number) {
            faults.add(Fault.of(Check.NUMBER, name, header.fiscalYear() + "/" + number, name));
        }
        if (isWhole(entry)) {
            checkSeal(entry);
        }
        position = header.position();
        hash = header.hash();
        numbers.put(header.fiscalYear(), header.number());
        entries++;
        lines += entry.lines().size();
    }

    Stretch stretch() {
        return new Stretch(entries, lines, new Link(position, hash, numbers), faults);
    }

    /** What is not whole has no canonical form; the fault that says so stands for the seal too. */
    private boolean isWhole(StoredEntry entry) {
        String name = entry.header().name();
        int before = faults.size();
        if (!entry.isNumberedFromOne()) {
            faults.add(Fault.of(
                    Check.LINES,
                    name,
                    "1–" + Math.max(1, entry.lines().size()),
                    entry.lines().stream().map(StoredEntry.Line::number).toList()));
        }
        BigDecimal sum = new BigDecimal(entry.sum(), 2);
        if (sum.signum() != 0) {
            faults.add(Fault.of(Check.BALANCE, name, "0.00", sum.toPlainString()));
        }
        boolean whole = faults.size() == before;
        entry.lines().stream()
                .filter(line -> !line.date().equals(entry.header().date()))
                .forEach(line -> faults.add(Fault.of(
                        Check.LINE_DATE,
                        name + "-" + line.number(),
                        entry.header().date(),
                        line.date())));
        return whole;
    }

    private void checkSeal(StoredEntry entry) {
        StoredEntry.Header header = entry.header();
        try {
            ChainHash follows = hash.followedBy(header.fiscalYear(), header.number(), entry.entry());
            if (!follows.equals(header.hash())) {
                faults.add(Fault.of(Check.CHAIN_HASH, header.name(), header.hash(), follows));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(Fault.of(Check.READABLE, header.name(), "", String.valueOf(e.getMessage())));
        }
    }
}
