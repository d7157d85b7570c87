package no.avstemt.application.journal;

import java.util.Optional;

/** What the bytes of a text tell of their encoding, some at a time. */
final class Encoding {

    private static final int LONGEST_LINE = 1 << 22;
    private static final int[] MARK = {0xef, 0xbb, 0xbf};

    private boolean utf8 = true;
    private boolean mark = true;
    private long size;
    private long line = 1;
    private long lineStart;
    private boolean afterReturn;
    private long zero;
    private long notUtf8;
    private long tooLong;
    private int expected;
    private int lowest = 0x80;
    private int highest = 0xbf;

    void take(byte[] bytes, int count) {
        for (int index = 0; index < count; index++) {
            byte one = bytes[index];
            if (one >= ' ' && expected == 0 && size >= MARK.length) {
                size++;
            } else {
                other(one & 0xff);
            }
        }
        if (tooLong == 0 && size - lineStart > LONGEST_LINE) {
            tooLong = line;
        }
    }

    private void other(int one) {
        if (size < MARK.length) {
            mark = mark && one == MARK[(int) size];
        }
        size++;
        boolean ofReturn = one == '\n' && afterReturn && lineStart == size - 1;
        boolean isBreak = one == '\n' && !ofReturn || one == '\r';
        afterReturn = one == '\r';
        if (isBreak) {
            endLine();
        } else if (ofReturn) {
            lineStart = size;
        }
        if (one == 0 && zero == 0) {
            zero = line;
        }
        if (utf8) {
            follow(one);
            if (!utf8) {
                notUtf8 = isBreak ? line - 1 : line;
            }
        }
    }

    /** With a line feed, a carriage return, or both. */
    private void endLine() {
        if (tooLong == 0 && size - lineStart > LONGEST_LINE) {
            tooLong = line;
        }
        line++;
        lineStart = size;
    }

    /** The Unicode Standard, table 3-7: neither overlong forms nor halves of pairs. */
    private void follow(int one) {
        if (expected > 0) {
            utf8 = one >= lowest && one <= highest;
            expected--;
            lowest = 0x80;
            highest = 0xbf;
        } else if (one >= 0x80) {
            expected = one >= 0xf0 ? 3 : one >= 0xe0 ? 2 : 1;
            utf8 = one >= 0xc2 && one <= 0xf4;
            lowest = one == 0xe0 ? 0xa0 : one == 0xf0 ? 0x90 : 0x80;
            highest = one == 0xed ? 0x9f : one == 0xf4 ? 0x8f : 0xbf;
        }
    }

    /** The one that the bytes so far end on, from 1. */
    long line() {
        return line;
    }

    boolean isUtf8() {
        return utf8 && expected == 0;
    }

    boolean hasMark() {
        return mark && size >= MARK.length;
    }

    /** Where a text that says it is UTF-8 is not. */
    Optional<Long> lineThatBreaksMark() {
        return !hasMark() || isUtf8() ? Optional.empty() : Optional.of(utf8 ? line : notUtf8);
    }

    Optional<Long> lineOfZero() {
        return zero == 0 ? Optional.empty() : Optional.of(zero);
    }

    Optional<Long> lineTooLong() {
        return tooLong == 0 ? Optional.empty() : Optional.of(tooLong);
    }
}
