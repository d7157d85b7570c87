package no.avstemt.application.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a small text as spreadsheets write it; read whole. Semicolons, tabs or commas separate the cells, whichever
 * the first line has most of. A cell may stand in quotes, and then hold separators, line breaks and doubled quotes. Lines
 * end with any line break; empty ones are left out.
 */
public final class SmallTable {

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private int position;
    private long line = 1;
    private boolean endsInQuotes;
    private boolean endsWithBreak;

    private SmallTable(String text) {
        this.text = text;
        separator = Separator.of(text.lines().findFirst().orElse(""));
    }

    /** @param line of the text, from 1, on which the row begins */
    public record Row(long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Where a text ends in the middle of a row.
     *
     * @param column as the first row names it: the first that is missing, or the one whose quote is not closed
     */
    public record CutOff(long line, String column, boolean inQuotes) {}

    public static SmallTable of(String text) {
        SmallTable table = new SmallTable(text);
        while (table.position < text.length()) {
            table.readRow();
        }
        return table;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Without the last, where the text ends in the middle of it. */
    public List<Row> wholeRows() {
        return cutOff().isPresent() ? List.copyOf(rows.subList(0, rows.size() - 1)) : rows();
    }

    /**
     * Whether the last row is not whole: a quote is not closed, or it has fewer cells than the first row, and than the row
     * before it or no line break at its end. Rows that are shorter otherwise are whole: spreadsheets leave out empty cells
     * at the end.
     */
    public Optional<CutOff> cutOff() {
        if (rows.size() < 2) {
            return endsInQuotes && !rows.isEmpty() ? Optional.of(cutOff(rows.get(0))) : Optional.empty();
        }
        Row last = rows.get(rows.size() - 1);
        int width = last.cells().size();
        boolean isShort = width < rows.get(0).cells().size();
        boolean isShorter = width < rows.get(rows.size() - 2).cells().size();
        return endsInQuotes || isShort && (isShorter || !endsWithBreak) ? Optional.of(cutOff(last)) : Optional.empty();
    }

    private CutOff cutOff(Row row) {
        List<String> names = rows.get(0).cells();
        int column = row.cells().size() - (endsInQuotes ? 1 : 0);
        return new CutOff(
                row.line(), names.get(Math.min(column, names.size() - 1)).strip(), endsInQuotes);
    }

    private void readRow() {
        long first = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(readCell());
            more = position < text.length() && text.charAt(position) == separator;
            position += more ? 1 : 0;
        }
        endsWithBreak = position < text.length();
        position += lengthOfBreak();
        line++;
        if (cells.size() > 1 || !cells.get(0).isEmpty()) {
            rows.add(new Row(first, cells));
        }
    }

    private int lengthOfBreak() {
        return text.startsWith("\r\n", position) ? 2 : 1;
    }

    /** Ends at a separator, a line break or the end. */
    private String readCell() {
        StringBuilder cell = new StringBuilder();
        if (position < text.length() && text.charAt(position) == '"') {
            position++;
            readQuoted(cell);
        }
        while (position < text.length()) {
            char next = text.charAt(position);
            if (next == separator || next == '\n' || next == '\r') {
                break;
            }
            cell.append(next);
            position++;
        }
        return cell.toString();
    }

    /** Up to behind the quote that closes it. */
    private void readQuoted(StringBuilder cell) {
        while (position < text.length()) {
            char next = text.charAt(position);
            if (next == '"') {
                position++;
                if (position == text.length() || text.charAt(position) != '"') {
                    return;
                }
            } else if (next == '\n' || next == '\r' && !text.startsWith("\r\n", position)) {
                line++;
            }
            cell.append(next);
            position++;
        }
        endsInQuotes = true;
    }
}
