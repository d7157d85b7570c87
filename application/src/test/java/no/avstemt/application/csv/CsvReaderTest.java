package no.avstemt.application.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    @Test
    void rows_end_with_any_line_break_and_fields_may_be_empty() throws IOException {
        assertEquals(List.of(List.of("a", "", "c"), List.of("d"), List.of("", "")), rows("a,,c\r\nd\n\n,\n"));
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d")), rows("a,b\r\rc,d\r"));
        assertEquals(List.of(List.of("last", "line")), rows("last,line"));
        assertEquals(List.of(), rows(""));
    }

    @Test
    void quotes_hold_commas_line_breaks_and_quotes() throws IOException {
        assertEquals(
                List.of(List.of("Kafé, \"Fjord\"", "to\nlinjer", "x")),
                rows("\"Kafé, \"\"Fjord\"\"\",\"to\nlinjer\",x\n"));
        assertEquals(List.of(List.of("a\"b")), rows("a\"b"));
        assertEquals(List.of(List.of("never ended,\n")), rows("\"never ended,\n"));
    }

    @Test
    void a_quote_that_is_never_closed_is_told() throws IOException {
        try (CsvReader reader = new CsvReader(new StringReader("a,\"b\n"))) {
            assertTrue(reader.next());
            assertTrue(reader.endsInQuotes());
        }
    }

    @Test
    void a_row_without_an_end_is_refused_before_it_fills_the_memory() throws IOException {
        try (CsvReader reader = new CsvReader(new StringReader("a\n" + "x".repeat(3_000_000)))) {
            assertTrue(reader.next());
            RowTooLong refused = assertThrows(RowTooLong.class, reader::next);
            assertEquals(2, refused.line());
        }
    }

    @Test
    void the_first_line_says_whether_semicolons_part_the_fields() throws IOException {
        try (CsvReader reader = CsvReader.separatedAsItsHead(new StringReader("a;b\n1,5;2,5\n"))) {
            assertTrue(reader.next());
            assertTrue(reader.next());
            assertEquals("1,5", reader.text(0));
            assertEquals(2, reader.fields());
        }
        try (CsvReader reader = CsvReader.separatedAsItsHead(new StringReader("a\tb\r1,5;6\t2,5\r"))) {
            assertTrue(reader.next());
            assertTrue(reader.next());
            assertEquals("1,5;6", reader.text(0));
            assertEquals(2, reader.line());
        }
    }

    @Test
    void a_row_knows_the_line_it_begins_on() throws IOException {
        for (String end : List.of("\n", "\r", "\r\n")) {
            linesAreKnown("a\n\"b\nb\"\n\nc\n".replace("\n", end));
        }
    }

    private static void linesAreKnown(String text) throws IOException {
        try (CsvReader reader = new CsvReader(new StringReader(text))) {
            List<Long> lines = new ArrayList<>();
            while (reader.next()) {
                lines.add(reader.line());
            }

            assertEquals(List.of(1L, 2L, 5L), lines);
        }
    }

    @Test
    void a_field_is_compared_without_being_copied_out() throws IOException {
        try (CsvReader reader = new CsvReader(new StringReader("ab,abc,\n"))) {
            assertTrue(reader.next());

            assertTrue(reader.holds(0, "ab"));
            assertFalse(reader.holds(1, "ab"));
            assertFalse(reader.holds(0, "abc"));
            assertTrue(reader.isEmpty(2));
            assertThrows(IllegalArgumentException.class, () -> reader.text(3));
        }
    }

    @Test
    void a_whole_number_is_digits_alone() throws IOException {
        try (CsvReader reader = new CsvReader(new StringReader("0123,,-1,1234567,12a,\u0661\n"))) {
            assertTrue(reader.next());

            assertEquals(123, reader.digits(0, 6));
            assertEquals(0, reader.digits(1, 6));
            for (int field = 2; field < 6; field++) {
                assertEquals(-1, reader.digits(field, 6));
            }
        }
    }

    @Test
    void fields_longer_than_what_is_read_at_once_are_whole() throws IOException {
        String much = "æ".repeat(200_000);
        assertEquals(List.of(List.of("a", much, "b")), rows("a," + much + ",b\r\n"));
        assertEquals(List.of(List.of(much), List.of("x")), rows(much + "\rx"));
    }

    @Test
    void whatever_is_written_in_quotes_is_read_again() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 3; row++) {
                List<String> fields = new ArrayList<>();
                for (int field = 0; field < 3; field++) {
                    fields.add(random.ints(random.nextInt(round == 0 ? 3_000 : 30), 0, 6)
                            .mapToObj(one ->
                                    List.of(",", "\"", "\n", "å", "x", ";").get(one))
                            .reduce("", String::concat));
                }
                rows.add(fields);
                text.append(fields.stream()
                                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                                .reduce((one, two) -> one + "," + two)
                                .orElseThrow())
                        .append('\n');
            }

            assertEquals(rows, rows(text.toString()), "Seed " + seed);
        }
    }

    private static List<List<String>> rows(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(new StringReader(text))) {
            while (reader.next()) {
                List<String> row = new ArrayList<>();
                for (int field = 0; field < reader.fields(); field++) {
                    row.add(reader.text(field));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
