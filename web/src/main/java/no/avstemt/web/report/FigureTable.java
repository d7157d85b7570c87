package no.avstemt.web.report;

import java.util.List;

/**
 * A table of finished texts.
 *
 * @param caption says what it is, for those who do not see the page
 * @param whenEmpty stands instead of rows when there are none
 */
public record FigureTable(String caption, List<Head> heads, List<Row> rows, String whenEmpty) {

    static final FigureTable NONE = new FigureTable("", List.of(), List.of(), "");

    public FigureTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** The same where others of its kind stand beside it. */
    FigureTable of(String company) {
        return new FigureTable(caption + ", " + company, heads, rows, whenEmpty);
    }

    /** More columns than a page is wide: it scrolls inside itself. */
    public boolean isWide() {
        return heads.size() > 8;
    }

    public record Head(String label, boolean isNumber) {

        public String css() {
            return isNumber ? "num" : "";
        }
    }

    public enum Rank {
        LINE("line"),
        /** Names the rows that follow. */
        GROUP("group"),
        /** What comes from before or goes on after the rows. */
        CARRIED("carried"),
        SUBTOTAL("subtotal"),
        /** What the rows so far come to. */
        RESULT("result"),
        TOTAL("total");

        private final String css;

        Rank(String css) {
            this.css = css;
        }
    }

    /** The first cell names the row. */
    public record Row(Rank rank, int level, List<Figure> figures) {

        public Row {
            figures = List.copyOf(figures);
        }

        public static Row line(List<Figure> figures) {
            return new Row(Rank.LINE, 0, figures);
        }

        public String css() {
            return rank.css + " level-" + level;
        }
    }

    /**
     * @param href what is behind it; may be empty
     * @param span over how many columns
     */
    public record Figure(String text, boolean isNumber, String href, int span) {

        public static Figure text(String text) {
            return new Figure(text, false, "", 1);
        }

        public static Figure number(String text) {
            return new Figure(text, true, "", 1);
        }

        public Figure linkedTo(String address) {
            return new Figure(text, isNumber, address, span);
        }

        public Figure over(int columns) {
            return new Figure(text, isNumber, href, columns);
        }

        public String css() {
            return isNumber ? "num" : "";
        }

        public String spanText() {
            return Integer.toString(span);
        }
    }
}
