package no.avstemt.web.settlement;

/**
 * JSON with line breaks and indents between its tokens, and nothing else about it changed: numbers keep their digits, keys
 * their order, and what is not JSON at all still comes out.
 */
public final class RawJson {

    private static final String INDENT = "  ";

    private final String raw;
    private final StringBuilder out;
    private int depth;

    private RawJson(String raw) {
        this.raw = raw;
        this.out = new StringBuilder(raw.length() * 2);
    }

    public static String indented(String raw) {
        return new RawJson(raw).indented();
    }

    private String indented() {
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            switch (c) {
                case '"' -> at = copyText(at);
                case '{', '[' -> at = open(c, at);
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    breakLine();
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    breakLine();
                }
                case ':' -> out.append(": ");
                case ' ', '\n', '\r', '\t' -> {}
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns the place of the closing quote. */
    private int copyText(int from) {
        int at = from + 1;
        while (at < raw.length() && raw.charAt(at) != '"') {
            at += raw.charAt(at) == '\\' ? 2 : 1;
        }
        out.append(raw, from, Math.min(at + 1, raw.length()));
        return at;
    }

    /** An empty object or array stays on its line. */
    private int open(char opening, int at) {
        int next = at + 1;
        while (next < raw.length() && Character.isWhitespace(raw.charAt(next))) {
            next++;
        }
        char closing = opening == '{' ? '}' : ']';
        if (next < raw.length() && raw.charAt(next) == closing) {
            out.append(opening).append(closing);
            return next;
        }
        depth++;
        out.append(opening);
        breakLine();
        return at;
    }

    private void breakLine() {
        out.append('\n').append(INDENT.repeat(depth));
    }
}
