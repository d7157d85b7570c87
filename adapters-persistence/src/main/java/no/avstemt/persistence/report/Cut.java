package no.avstemt.persistence.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a statement reads beside whole months.
 *
 * @param head days of the month in which the period begins
 * @param tail days of the month in which it ends
 * @param drafts lines of drafts
 */
record Cut(boolean head, boolean tail, boolean drafts) {

    private static final List<Boolean> EITHER = List.of(false, true);

    /** A statement in a form for each, so that none looks at what a question does not have. */
    static Forms forms(Function<Cut, String> statement) {
        Map<Cut, String> all = new HashMap<>();
        for (boolean head : EITHER) {
            for (boolean tail : EITHER) {
                for (boolean drafts : EITHER) {
                    Cut cut = new Cut(head, tail, drafts);
                    all.put(cut, statement.apply(cut));
                }
            }
        }
        return new Forms(Map.copyOf(all));
    }

    record Forms(Map<Cut, String> all) {

        String of(Span span, boolean drafts) {
            return Objects.requireNonNull(all.get(span.cut(drafts)));
        }
    }
}
