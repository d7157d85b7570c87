package no.avstemt.application.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a small text with a separator of one's choice, as spreadsheets write it; read whole. A cell may stand in
 * quotes, and then hold separators, line breaks and doubled quotes. Empty lines are left out.
 */
public final class SmallTable {

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private int position;
    private long line = 1;

    private SmallTable(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** @param line of the text, from 1, on which the row begins */
    public record Row(long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public static List<Row> parse(String text, char separator) {
        SmallTable table = new SmallTable(text, separator);
        while (table.position < text.length()) {
            table.readRow();
        }
        return List.copyOf(table.rows);
    }

    private void readRow() {
        long first = line;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(readCell());
            more = position < text.length() && text.charAt(position) == separator;
            position++;
        }
        line++;
        if (cells.size() > 1 || !cells.get(0).isEmpty()) {
            rows.add(new Row(first, cells));
        }
    }

    /** Ends at a separator, a line break or the end. */
    private String readCell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = position < text.length() && text.charAt(position) == '"';
        position += quoted ? 1 : 0;
        while (position < text.length()) {
            char next = text.charAt(position);
            boolean doubled = next == '"' && position + 1 < text.length() && text.charAt(position + 1) == '"';
            if (quoted && next == '"' && !doubled) {
                quoted = false;
            } else if (!quoted && (next == separator || next == '\n')) {
                break;
            } else if (quoted || next != '\r') {
                cell.append(next);
                position += quoted && doubled ? 1 : 0;
                line += next == '\n' ? 1 : 0;
            }
            position++;
        }
        return cell.toString();
    }
}
