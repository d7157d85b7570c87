package no.avstemt.application.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * The rows of a comma-separated text. A field may stand in quotes, and then hold commas, line breaks and doubled quotes.
 * Lines end with any line break. Only one row is kept, of a million characters at most. Empty lines are left out.
 */
public final class CsvReader implements AutoCloseable {

    private static final int END = -1;
    private static final int LONGEST_ROW = 1 << 20;

    private final Reader source;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long line;
    private long rowLine;
    private char[] text = new char[256];
    private int length;
    private int[] ends = new int[16];
    private int fields;
    private boolean endsInQuotes;

    public CsvReader(Reader source) {
        this.source = source;
        separator = ',';
    }

    private CsvReader(Reader source, boolean asItsHead) throws IOException {
        this.source = source;
        separator = asItsHead ? Separator.of(head()) : ',';
    }

    /** Separated by semicolons, tabs or commas, whichever its first line has most of. */
    public static CsvReader separatedAsItsHead(Reader source) throws IOException {
        return new CsvReader(source, true);
    }

    private CharBuffer head() throws IOException {
        peek();
        int end = 0;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return CharBuffer.wrap(buffer, 0, end);
    }

    /** Whether the text ended within quotes, so that the last row is not what was meant. */
    public boolean endsInQuotes() {
        return endsInQuotes;
    }

    /**
     * Goes to the next row; false when there is none.
     *
     * @throws RowTooLong when a row has more than a million characters
     */
    public boolean next() throws IOException {
        do {
            fields = 0;
            length = 0;
            rowLine = line + 1;
            if (peek() == END) {
                return false;
            }
            readRow();
        } while (fields == 1 && length == 0);
        return true;
    }

    /** The line of the text, from 1, on which this row begins. */
    public long line() {
        return rowLine;
    }

    public int fields() {
        return fields;
    }

    public String text(int field) {
        int start = start(field);
        return new String(text, start, ends[field] - start);
    }

    public boolean isEmpty(int field) {
        return start(field) == ends[field];
    }

    /** Whether the field holds just this. */
    public boolean holds(int field, String other) {
        int start = start(field);
        int size = ends[field] - start;
        if (size != other.length()) {
            return false;
        }
        for (int index = size - 1; index >= 0; index--) { // from the end, where neighbouring rows differ
            if (text[start + index] != other.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The field as a whole number of the digits 0 to 9, nothing being 0; -1 when it holds anything else.
     *
     * @param atMost digits, 18 at most
     */
    public long digits(int field, int atMost) {
        int start = start(field);
        if (ends[field] - start > atMost) {
            return -1;
        }
        long number = 0;
        for (int index = start; index < ends[field]; index++) {
            if (text[index] < '0' || text[index] > '9') {
                return -1;
            }
            number = 10 * number + (text[index] - '0');
        }
        return number;
    }

    private int start(int field) {
        if (field < 0 || field >= fields) {
            throw new IllegalArgumentException("Line " + rowLine + " has no field " + field);
        }
        return field == 0 ? 0 : ends[field - 1];
    }

    private void readRow() throws IOException {
        while (true) {
            int end = peek() == '"' ? readQuoted() : readPlain();
            endField();
            if (end != separator) {
                line++;
                return;
            }
        }
    }

    /** @return what ended the field: a comma, a line break or the end */
    private int readPlain() throws IOException {
        while (true) {
            appendPlain();
            int next = read();
            if (next == '\r') {
                return peek() == '\n' ? read() : '\n';
            }
            if (next == separator || next == '\n' || next == END) {
                return next;
            }
            append((char) next);
        }
    }

    /** Takes what is in the buffer up to where the field may end. */
    private void appendPlain() throws RowTooLong {
        int end = position;
        char between = separator;
        while (end < limit && buffer[end] != between && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        int size = end - position;
        if (length + size > text.length) {
            text = Arrays.copyOf(text, room(length + size));
        }
        System.arraycopy(buffer, position, text, length, size);
        length += size;
        position = end;
    }

    private int readQuoted() throws IOException {
        read();
        while (true) {
            int next = read();
            if (next == END) {
                endsInQuotes = true;
                return END;
            }
            if (next == '"') {
                if (peek() != '"') {
                    return readPlain();
                }
                read();
            } else if (next == '\n' || next == '\r' && peek() != '\n') {
                line++;
            }
            append((char) next);
        }
    }

    private int room(int wanted) throws RowTooLong {
        if (wanted > LONGEST_ROW) {
            throw new RowTooLong(rowLine);
        }
        return 2 * wanted;
    }

    private void append(char next) throws RowTooLong {
        if (length == text.length) {
            text = Arrays.copyOf(text, room(length + 1));
        }
        text[length++] = next;
    }

    private void endField() {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = length;
    }

    private int peek() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position];
    }

    private int read() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position++];
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, source.read(buffer));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
