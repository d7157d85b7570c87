package no.avstemt.domain.text;

/** Which characters a text may hold, whatever way it comes in. */
public final class PlainText {

    private PlainText() {}

    /** Neither a control character nor half of a surrogate pair, which no database stores. */
    public static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** Whether all of it is plain. */
    public static boolean isPlain(String text) {
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (!isPlain(codePoint)) {
                return false;
            }
            index += Character.charCount(codePoint);
        }
        return true;
    }
}
