package no.avstemt.domain.report;

/**
 * What a reader is told of the pages of a report.
 *
 * @param records rows on all pages together
 * @param page the one that this is, from 1
 * @param pages how many there are
 */
public record PageCount(long records, long perPage, long page, long pages) {

    public boolean isPastTheEnd() {
        return page > Math.max(1, pages);
    }
}
