package no.avstemt.domain.settlement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which Vipps's report of a date is not what we have.
 *
 * @param ours the row as it is stored; none where we lack it
 * @param theirs the row as the report has it; none where it lacks it
 * @param fields what is told in two ways; empty where that is not the difference
 */
public record RowDifference(
        Kind kind, Optional<SettlementEntry> ours, Optional<SettlementEntry> theirs, List<EntryField> fields) {

    public enum Kind {
        /** The report has it, we do not. */
        MISSING,
        /** We have it, the report does not. */
        LACKING,
        /** Both have it, with other values. */
        CHANGED,
        /** The report has it more than once. */
        DOUBLED,
        /** Both have it, in another order. */
        MOVED;

        /** As in facts and the keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RowDifference {
        fields = List.copyOf(fields);
        if (ours.isEmpty() && theirs.isEmpty()) {
            throw new IllegalArgumentException("A difference is of a row");
        }
    }

    /** The row that it is about: ours where there is one. */
    public SettlementEntry row() {
        return ours.or(() -> theirs).orElseThrow();
    }

    /** Øre that the report has more than we do. */
    public long amount() {
        return switch (kind) {
            case MISSING, DOUBLED -> row().amount().minor();
            case LACKING -> Math.negateExact(row().amount().minor());
            case CHANGED ->
                Math.subtractExact(
                        theirs.orElseThrow().amount().minor(),
                        ours.orElseThrow().amount().minor());
            case MOVED -> 0;
        };
    }

    static RowDifference missing(SettlementEntry theirs) {
        return new RowDifference(Kind.MISSING, Optional.empty(), Optional.of(theirs), List.of());
    }

    static RowDifference lacking(SettlementEntry ours) {
        return new RowDifference(Kind.LACKING, Optional.of(ours), Optional.empty(), List.of());
    }

    static RowDifference changed(SettlementEntry ours, SettlementEntry theirs, List<EntryField> fields) {
        return new RowDifference(Kind.CHANGED, Optional.of(ours), Optional.of(theirs), fields);
    }

    static RowDifference doubled(SettlementEntry theirs) {
        return new RowDifference(Kind.DOUBLED, Optional.empty(), Optional.of(theirs), List.of());
    }

    static RowDifference moved(SettlementEntry ours, SettlementEntry theirs) {
        return new RowDifference(Kind.MOVED, Optional.of(ours), Optional.of(theirs), List.of());
    }
}
