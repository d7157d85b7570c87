package no.avstemt.domain.report;

/**
 * Which page of a report this is.
 *
 * @param records rows on all pages together
 * @param page from 1; one past the last holds nothing
 */
public record Paging(long records, long perPage, long page) {

    public Paging {
        if (records < 0 || perPage < 1 || page < 1) {
            throw new IllegalArgumentException("Page " + page + " of " + records + " rows, " + perPage + " a page");
        }
    }

    public long pages() {
        return (records + perPage - 1) / perPage;
    }

    public PageCount count() {
        return new PageCount(records, perPage, page, pages());
    }

    /** Whether any of the rows are on this page. */
    public boolean holdsRows() {
        return before() < records;
    }

    /** How many rows come before this page. */
    public long before() {
        return Math.min(records, Math.multiplyExact(page - 1, perPage));
    }

    /** How many rows have come at the end of this page. */
    public long end() {
        return Math.min(records, before() + perPage);
    }

    /** Also where there are no rows at all: then the first page is the last. */
    public boolean isLast() {
        return page == Math.max(1, pages());
    }
}
