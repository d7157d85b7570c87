package no.avstemt.web.multipart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the parts of a form in its body. */
final class Parts {

    private static final int MOST = 2_000;
    private static final int LONGEST_HEAD = 8_192;
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");

    private final byte[] body;
    private final byte[] delimiter;

    Parts(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ascii("\r\n--" + boundary);
    }

    /** @throws BadMultipart when it is cut off, or has no parts */
    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        int at = startsWithDelimiter() ? delimiter.length - 2 : after(delimiter, 0);
        while (!isLast(at)) {
            int head = after(ascii("\r\n"), at);
            int from = after(END_OF_HEAD, head - 2);
            at = after(delimiter, from);
            parts.add(Part.of(body, head, from, at - delimiter.length));
            if (parts.size() > MOST || from - head > LONGEST_HEAD) {
                throw BadMultipart.broken();
            }
        }
        return parts;
    }

    /** The first delimiter may stand without the line break before it. */
    private boolean startsWithDelimiter() {
        for (int i = 2; i < delimiter.length; i++) {
            if (i - 2 >= body.length || body[i - 2] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isLast(int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    /** Where what follows the next of these begins. */
    private int after(byte[] wanted, int from) {
        for (int at = Math.max(0, from); at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && startsAt(wanted, at)) {
                return at + wanted.length;
            }
        }
        throw BadMultipart.broken();
    }

    private boolean startsAt(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= body.length || body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
