package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import no.avstemt.domain.time.Period;

/** Ledger dates of one ledger that are booked together, on the last of them; other dates each stand alone. */
public final class Spans {

    public static final Spans NONE = new Spans(List.of());

    private final NavigableMap<LocalDate, Period> byFirst = new TreeMap<>();

    /** @param spans that have no date in common */
    public Spans(List<Period> spans) {
        spans.forEach(span -> byFirst.put(span.first(), span));
    }

    /** The dates that this one is booked with; itself where it stands alone. */
    public Period of(LocalDate date) {
        Map.Entry<LocalDate, Period> span = byFirst.floorEntry(date);
        return span == null || !span.getValue().contains(date) ? new Period(date, date) : span.getValue();
    }

    /** The date that this one is booked on. */
    public LocalDate end(LocalDate date) {
        return of(date).last();
    }

    boolean have(LocalDate date) {
        Map.Entry<LocalDate, Period> span = byFirst.floorEntry(date);
        return span != null && span.getValue().contains(date);
    }

    /** Those that end on this date or before, in order. */
    public List<Period> endedBy(LocalDate date) {
        return byFirst.values().stream()
                .filter(span -> !span.last().isAfter(date))
                .toList();
    }
}
