package no.avstemt.domain.report;

import java.util.Optional;

/**
 * A part of a report under a heading. Sections hold sections; a document shows them, JSON only their rows.
 *
 * @param depth 1 for the outermost
 * @param opening what stands in the columns before the first row, such as an opening balance
 * @param extent whether all of it is here
 */
public record Section(int depth, String code, Cell name, Optional<Row> opening, Extent extent) {

    /**
     * @param continued it began on an earlier page
     * @param continues it goes on on the next page: it is closed with what it comes to so far
     */
    public record Extent(boolean continued, boolean continues) {

        public static final Extent WHOLE = new Extent(false, false);
    }

    public Section {
        if (depth < 1) {
            throw new IllegalArgumentException("Sections are counted from 1 inwards, not " + depth);
        }
    }

    /** @param nameKey text key of the heading */
    public static Section named(int depth, String code, String nameKey) {
        return new Section(depth, code, new Cell.Term(nameKey), Optional.empty(), Extent.WHOLE);
    }
}
