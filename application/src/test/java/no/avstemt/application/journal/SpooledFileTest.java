package no.avstemt.application.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpooledFileTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    @Test
    void utf_8_and_latin_1_are_told_apart_by_their_bytes() throws IOException {
        assertEquals("Smørbrød 5 €", read("Smørbrød 5 €".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Smørbrød 5 €", read("Smørbrød 5 €".getBytes(WESTERN)));
        assertEquals("æ", read("æ".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("plain", read("plain".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("", read(new byte[0]));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() throws IOException {
        assertEquals("id", read("\ufeffid".getBytes(StandardCharsets.UTF_8)));
        assertEquals("ï»ø", read("ï»ø".getBytes(WESTERN)));
    }

    @Test
    void what_java_takes_for_utf_8_is_taken_for_it_here() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 6)];
            random.nextBytes(bytes);
            Encoding encoding = new Encoding();
            encoding.take(bytes, bytes.length);
            assertEquals(isUtf8(bytes), encoding.isUtf8(), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void utf_16_with_its_mark_is_read_in_either_order() throws IOException {
        String text = "id\tSmørbrød 5 € \ud83c\udf5e\r\n".repeat(20_000);

        assertEquals(text, read(text.getBytes(StandardCharsets.UTF_16)));
        assertEquals(text, read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("", read("\ufeff".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void what_is_marked_as_utf_16_and_is_not_is_found_with_its_line() throws IOException {
        byte[] halved = Arrays.copyOf("\ufeffa\nb".getBytes(StandardCharsets.UTF_16BE), 7);
        byte[] lone = "\ufeffa\n\n\ud83cb".getBytes(StandardCharsets.UTF_16BE);
        lone[8] = (byte) 0xd8;

        assertEquals(Optional.of(2L), of(halved).lineThatIsNoText());
        assertEquals(Optional.of(3L), of(lone).lineThatIsNoText());
    }

    @Test
    void lines_end_with_any_line_break() throws IOException {
        for (String end : List.of("\n", "\r", "\r\n")) {
            assertEquals(
                    Optional.of(4L), taken("a\nb\n\nc\0d\n".replace("\n", end)).lineThatIsNoText());
            assertEquals(Optional.of(2L), marked("a\nbø\nc".replace("\n", end)).lineThatIsNotUtf8());
        }
        assertEquals(
                Optional.empty(),
                taken(("x".repeat(1_000) + "\r").repeat(10_000)).lineThatIsTooLong());
    }

    @Test
    void a_zero_and_a_line_without_an_end_are_found_with_their_lines() throws IOException {
        assertEquals(Optional.of(3L), taken("a\nb\nc\0d\n").lineThatIsNoText());
        assertEquals(Optional.empty(), taken("a\nb\n").lineThatIsNoText());
        assertEquals(Optional.of(2L), taken("a\n" + "x".repeat(5 << 20)).lineThatIsTooLong());
        assertEquals(Optional.of(1L), taken("x".repeat(5 << 20) + "\na\n").lineThatIsTooLong());
        assertEquals(
                Optional.empty(),
                taken(("x".repeat(1_000) + "\n").repeat(10_000)).lineThatIsTooLong());
    }

    @Test
    void a_text_that_says_it_is_utf_8_and_is_not_is_found_with_its_line() throws IOException {
        assertEquals(Optional.of(2L), marked("a\nbø\nc").lineThatIsNotUtf8());
        assertEquals(Optional.of(2L), marked("a\nbø").lineThatIsNotUtf8());
        assertEquals(Optional.empty(), marked("a\nb").lineThatIsNotUtf8());
        assertEquals(Optional.empty(), taken("\ufeffa\nbø\n").lineThatIsNotUtf8());
    }

    /** In Latin-1, after the three bytes that UTF-8 begins with. */
    private static SpooledFile marked(String text) throws IOException {
        byte[] bytes = ("ï»¿" + text).getBytes(StandardCharsets.ISO_8859_1);
        try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(bytes), Long.MAX_VALUE)) {
            return file;
        }
    }

    @Test
    void more_than_is_taken_is_refused() {
        assertThrows(
                SpooledFile.TooLarge.class,
                () -> SpooledFile.of(new ByteArrayInputStream(new byte[1_001]), 1_000)
                        .close());
    }

    private static SpooledFile taken(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SpooledFile of(byte[] bytes) throws IOException {
        try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(bytes), Long.MAX_VALUE)) {
            return file;
        }
    }

    private static String read(byte[] bytes) throws IOException {
        try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
                Reader reader = file.open()) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
