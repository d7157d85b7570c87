package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The lines of drafts that a report counts beside what is posted: by date, those of one draft together. */
record Drafts(List<LedgerLine> lines, LocalDate first) {

    private static final long NONE = 0;

    /** Those that are asked for, up to the end of the period. */
    static Drafts read(Books books, LineQuery query) {
        List<LedgerLine> lines = new ArrayList<>();
        if (query.draftsToo()) {
            books.drafts(query, lines::add);
        }
        return new Drafts(lines, query.period().first());
    }

    /** Under one heading. */
    Drafts of(Predicate<LedgerLine> heading) {
        return lines.isEmpty()
                ? this
                : new Drafts(lines.stream().filter(heading).toList(), first);
    }

    /** Those in the period. */
    List<LedgerLine> shown() {
        return lines.isEmpty() ? lines : lines.stream().filter(this::isInPeriod).toList();
    }

    Sums sums() {
        Sums sums = Sums.ZERO;
        for (LedgerLine line : lines) {
            sums = sums.plus(
                    isInPeriod(line)
                            ? new Sums(NONE, Math.max(line.amount(), NONE), Math.max(-line.amount(), NONE))
                            : new Sums(line.amount(), NONE, NONE));
        }
        return sums;
    }

    private boolean isInPeriod(LedgerLine line) {
        return !line.postingDate().isBefore(first);
    }
}
