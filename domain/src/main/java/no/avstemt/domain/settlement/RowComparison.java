package no.avstemt.domain.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is stored of a ledger date, row by row against Vipps's report of it: by natural key, then by all fields, then by
 * order. Of both sides only rows that wait for their like are kept, so memory grows with the differences, up to a limit,
 * and not with the rows.
 */
public final class RowComparison {

    /** Beyond this many rows without their like the two are told apart as a whole. */
    public static final int MOST_ALONE = 5_000;

    /** Of the eight fields of the natural key; a row that shares fewer with another is not that row changed. */
    private static final int SHARED_BY_ONE_ROW = 5;

    /** Pairs looked at, at most, for rows that were changed. */
    private static final long MOST_PAIRS = 1_000_000;

    private static final List<EntryField> KEY_FIELDS = Arrays.stream(EntryField.values())
            .filter(field -> field != EntryField.RECIPIENT_HANDLE)
            .toList();

    private final Map<EntryKey, Placed> oursAlone = new LinkedHashMap<>();
    private final Map<EntryKey, Placed> theirsAlone = new LinkedHashMap<>();
    private final List<RowDifference> found = new ArrayList<>();
    private long oursRows;
    private long theirsRows;
    private long oursSum;
    private long theirsSum;
    private long lastOfOurs = -1;
    private long lastOfTheirs = -1;
    private boolean tooMany;

    /**
     * One of our rows.
     *
     * @param inPlace whether it stands where Vipps gave it; the order of others is no difference
     */
    public record Own(SettlementEntry row, boolean inPlace) {}

    private record Placed(SettlementEntry row, long place, boolean inPlace) {}

    private RowComparison() {}

    /** Reads both to their end. */
    public static RowComparison of(Iterator<Own> ours, Iterator<SettlementEntry> theirs) {
        RowComparison comparison = new RowComparison();
        while (ours.hasNext() || theirs.hasNext()) {
            if (theirs.hasNext()) {
                comparison.theirs(theirs.next());
            }
            if (ours.hasNext()) {
                comparison.ours(ours.next());
            }
        }
        return comparison;
    }

    /** How many rows the report has. */
    public long theirsRows() {
        return theirsRows;
    }

    /** More differ than is worth a line each: there are {@link #differences} no more, only the sum of them. */
    public boolean isTooMany() {
        return tooMany;
    }

    /** Øre that the report has more than we do, in sum. */
    public long amount() {
        return Math.subtractExact(theirsSum, oursSum);
    }

    public long oursRows() {
        return oursRows;
    }

    private void theirs(SettlementEntry row) {
        theirsSum = Math.addExact(theirsSum, row.amount().minor());
        Placed placed = new Placed(row, theirsRows++, true);
        if (tooMany) {
            return;
        }
        EntryKey key = row.key();
        Placed like = oursAlone.remove(key);
        if (like != null) {
            both(like, placed);
        } else if (theirsAlone.putIfAbsent(key, placed) != null) {
            add(RowDifference.doubled(row));
        }
        giveUpOn(theirsAlone);
    }

    private void ours(Own own) {
        SettlementEntry row = own.row();
        oursSum = Math.addExact(oursSum, row.amount().minor());
        Placed placed = new Placed(row, oursRows++, own.inPlace());
        if (tooMany) {
            return;
        }
        EntryKey key = row.key();
        Placed like = theirsAlone.remove(key);
        if (like != null) {
            both(placed, like);
        } else {
            oursAlone.put(key, placed);
        }
        giveUpOn(oursAlone);
    }

    /** A pair that comes after one that lies behind it on either side is in another order. */
    private void both(Placed ours, Placed theirs) {
        if (EntryField.RECIPIENT_HANDLE.differs(ours.row(), theirs.row())) {
            add(RowDifference.changed(ours.row(), theirs.row(), List.of(EntryField.RECIPIENT_HANDLE)));
        }
        if (!ours.inPlace()) {
            return;
        }
        if (ours.place() < lastOfOurs || theirs.place() < lastOfTheirs) {
            add(RowDifference.moved(ours.row(), theirs.row()));
        }
        lastOfOurs = Math.max(lastOfOurs, ours.place());
        lastOfTheirs = Math.max(lastOfTheirs, theirs.place());
    }

    private void add(RowDifference difference) {
        found.add(difference);
        giveUpOn(found);
    }

    private void giveUpOn(Map<EntryKey, Placed> alone) {
        giveUpOn(alone.keySet());
    }

    private void giveUpOn(Collection<?> some) {
        if (some.size() > MOST_ALONE) {
            tooMany = true;
            oursAlone.clear();
            theirsAlone.clear();
            found.clear();
        }
    }

    /**
     * Every difference, in no particular order. A row that stands alone on either side and shares most fields with one that
     * stands alone on the other is that row changed.
     *
     * @param areOurs which of these keys are stored: a row of the report that is stored and stands alone is there twice
     */
    public List<RowDifference> differences(Function<Collection<EntryKey>, Set<EntryKey>> areOurs) {
        List<RowDifference> all = new ArrayList<>(found);
        List<SettlementEntry> ours = rows(oursAlone);
        Map<EntryKey, Placed> left = new LinkedHashMap<>(theirsAlone);
        Set<EntryKey> stored = left.isEmpty() ? Set.of() : new HashSet<>(areOurs.apply(left.keySet()));
        all.removeIf(each -> each.kind() == RowDifference.Kind.MOVED
                && stored.contains(each.row().key()));
        stored.forEach(key -> Optional.ofNullable(left.remove(key))
                .ifPresent(placed -> all.add(RowDifference.doubled(placed.row()))));
        List<SettlementEntry> theirs = rows(left);
        if ((long) ours.size() * theirs.size() <= MOST_PAIRS) {
            for (int shared = KEY_FIELDS.size() - 1; shared >= SHARED_BY_ONE_ROW; shared--) {
                pair(ours, theirs, shared, all);
            }
        }
        ours.forEach(row -> all.add(RowDifference.lacking(row)));
        theirs.forEach(row -> all.add(RowDifference.missing(row)));
        return all;
    }

    private static List<SettlementEntry> rows(Map<EntryKey, Placed> alone) {
        return new ArrayList<>(alone.values().stream().map(Placed::row).toList());
    }

    private static void pair(
            List<SettlementEntry> ours, List<SettlementEntry> theirs, int shared, List<RowDifference> all) {
        for (Iterator<SettlementEntry> each = ours.iterator(); each.hasNext() && !theirs.isEmpty(); ) {
            SettlementEntry row = each.next();
            Optional<SettlementEntry> like = theirs.stream()
                    .filter(other -> differing(row, other).size() <= KEY_FIELDS.size() - shared)
                    .findFirst();
            if (like.isPresent()) {
                each.remove();
                theirs.remove(like.get());
                all.add(RowDifference.changed(row, like.get(), differing(row, like.get())));
            }
        }
    }

    private static List<EntryField> differing(SettlementEntry ours, SettlementEntry theirs) {
        return KEY_FIELDS.stream().filter(field -> field.differs(ours, theirs)).toList();
    }
}
