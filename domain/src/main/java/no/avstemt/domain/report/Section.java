package no.avstemt.domain.report;

/**
 * A part of a report under a heading. Sections hold sections; a document shows them, JSON only their rows.
 *
 * @param depth 1 for the outermost
 * @param nameKey text key of the heading
 */
public record Section(int depth, String code, String nameKey) {

    public Section {
        if (depth < 1) {
            throw new IllegalArgumentException("Sections are counted from 1 inwards, not " + depth);
        }
    }
}
