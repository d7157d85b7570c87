package no.avstemt.application.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.PageCount;
import no.avstemt.domain.report.ReportHead;

/**
 * The same report of several client accounts, one after the other.
 *
 * @param parts one for each client account, in the order they were asked for; at least one
 * @param pages of a report that comes in pages: those of the first client account, then those of the second, so that none
 *     holds rows of two
 * @param <S> took the rows of one client account
 */
public record CombinedReport<S>(List<Part<S>> parts, Optional<PageCount> pages) {

    public CombinedReport {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A report of no client account");
        }
    }

    /**
     * @param query what would give this part alone
     * @param figures of the whole of it, whatever is on this page
     * @param rows empty where they were not asked for, or are on other pages
     */
    public record Part<S>(ReportQuery query, ReportHead head, List<Figure> figures, Optional<S> rows) {

        public Part {
            figures = List.copyOf(figures);
        }
    }

    /** What stands over all of them: the head of the first, with the drafts of all. */
    public ReportHead head() {
        ReportHead first = parts.get(0).head();
        return first.draftsLeftOut().isPresent() ? first.withDrafts(draftsLeftOut()) : first;
    }

    private long draftsLeftOut() {
        return parts.stream()
                .flatMap(part -> part.head().draftsLeftOut().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Each of all together. */
    public List<Figure> figures() {
        Map<String, Long> sums = new LinkedHashMap<>();
        parts.stream()
                .flatMap(part -> part.figures().stream())
                .forEach(figure -> sums.merge(figure.name(), figure.ore(), Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> new Figure(sum.getKey(), sum.getValue()))
                .toList();
    }
}
