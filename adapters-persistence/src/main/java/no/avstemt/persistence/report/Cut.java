package no.avstemt.persistence.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** How the ends of a period cut months: of which months days are read beside whole ones. */
enum Cut {
    NOWHERE(false, false),
    AT_BEGIN(true, false),
    AT_END(false, true),
    AT_BOTH(true, true);

    private final boolean head;
    private final boolean tail;

    Cut(boolean head, boolean tail) {
        this.head = head;
        this.tail = tail;
    }

    static Cut of(boolean head, boolean tail) {
        return head ? tail ? AT_BOTH : AT_BEGIN : tail ? AT_END : NOWHERE;
    }

    /** Whether days of the month in which it begins are read. */
    boolean head() {
        return head;
    }

    /** Whether days of the month in which it ends are read. */
    boolean tail() {
        return tail;
    }

    /** A statement in a form for each, so that none looks at what a period does not have. */
    static Forms forms(Function<Cut, String> statement) {
        Map<Cut, String> all = new EnumMap<>(Cut.class);
        for (Cut cut : values()) {
            all.put(cut, statement.apply(cut));
        }
        return new Forms(all);
    }

    record Forms(Map<Cut, String> all) {

        String of(Span span) {
            return Objects.requireNonNull(all.get(span.cut()));
        }
    }
}
