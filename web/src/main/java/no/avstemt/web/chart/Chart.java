package no.avstemt.web.chart;

import java.util.List;

/**
 * One drawing and what stands around it.
 *
 * @param id of its heading on the page
 * @param now the last value, in words
 * @param scale labels of the hairlines, from the top
 * @param shallow whether the lowest part is a quarter of the upper, not its like
 * @param days labels below, evenly spaced from the first day to the last
 * @param width of the drawing
 * @param line,bars,ticks paths; empty for none
 * @param hairlines a path
 * @param heads of the table
 * @param rows of the table, the latest first; none when there is nothing to draw
 */
public record Chart(
        String id,
        String title,
        String now,
        List<String> scale,
        boolean shallow,
        List<String> days,
        int width,
        String hairlines,
        String line,
        String bars,
        String ticks,
        List<String> heads,
        List<List<String>> rows) {

    /** Ticks stand below the hairline of the bottom. */
    public static final int HEIGHT = Scale.HEIGHT + 80;

    public Chart {
        scale = List.copyOf(scale);
        days = List.copyOf(days);
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public String viewBox() {
        return "0 0 " + width + " " + HEIGHT;
    }
}
