package no.avstemt.application.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of a small file as text: UTF-16 where its mark says so, UTF-8 where all of it is, and else Windows-1252, which
 * has every character of Latin-1 and is what Excel in Western Europe writes. Without the mark.
 */
public final class TextOfFile {

    public static final Charset WESTERN = Charset.forName("windows-1252");

    private static final String MARK = "\uFEFF";

    private TextOfFile() {}

    /** Nothing for what is no text: a byte or character that is zero, or half of a character of UTF-16. */
    public static Optional<String> of(byte[] bytes) {
        return decoded(bytes)
                .filter(text -> text.indexOf('\0') < 0)
                .map(text -> text.startsWith(MARK) ? text.substring(1) : text);
    }

    private static Optional<String> decoded(byte[] bytes) {
        if (isUtf16(bytes, bytes.length)) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        return decoded(bytes, StandardCharsets.UTF_8).or(() -> Optional.of(new String(bytes, WESTERN)));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) { // told by the absence
            return Optional.empty();
        }
    }

    /** Whether the first bytes are the mark of UTF-16, of either order. */
    public static boolean isUtf16(byte[] bytes, int length) {
        return length >= 2
                && (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
                        || bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe);
    }
}
