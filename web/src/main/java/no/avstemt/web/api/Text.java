package no.avstemt.web.api;

import no.avstemt.domain.text.PlainText;

/** What a text of a body may be. */
final class Text {

    private Text() {}

    static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && PlainText.isPlain(text);
    }

    static boolean isLines(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.codePoints().allMatch(c -> PlainText.isPlain(c) || c == '\n' || c == '\r' || c == '\t');
    }
}
