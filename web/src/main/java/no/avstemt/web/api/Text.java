package no.avstemt.web.api;

/** Which characters a text may hold. */
final class Text {

    private Text() {}

    /** Neither a control character nor half of a surrogate pair, which no database stores. */
    static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().allMatch(Text::isPlain);
    }

    static boolean isLines(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.codePoints().allMatch(c -> isPlain(c) || c == '\n' || c == '\r' || c == '\t');
    }
}
