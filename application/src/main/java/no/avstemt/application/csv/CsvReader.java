package no.avstemt.application.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * The rows of a comma-separated text. A field may stand in quotes, and then hold commas, line breaks and doubled quotes.
 * Only one row is kept. Empty lines are left out.
 */
public final class CsvReader implements AutoCloseable {

    private static final int END = -1;

    private final Reader source;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long line;
    private long rowLine;
    private char[] text = new char[256];
    private int length;
    private int[] ends = new int[16];
    private int fields;

    public CsvReader(Reader source) {
        this.source = source;
    }

    /** Goes to the next row; false when there is none. */
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
            if (end != ',') {
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
            if (next == ',' || next == '\n' || next == END) {
                return next;
            }
            if (next != '\r' || peek() != '\n') {
                append((char) next);
            }
        }
    }

    /** Takes what is in the buffer up to where the field may end. */
    private void appendPlain() {
        int end = position;
        while (end < limit && buffer[end] != ',' && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        int size = end - position;
        if (length + size > text.length) {
            text = Arrays.copyOf(text, 2 * (length + size));
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
                return END;
            }
            if (next == '"') {
                if (peek() != '"') {
                    return readPlain();
                }
                read();
            } else if (next == '\n') {
                line++;
            }
            append((char) next);
        }
    }

    private void append(char next) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
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
