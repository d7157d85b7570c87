package no.avstemt.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.avstemt.application.access.Language;
import no.avstemt.domain.text.PlainText;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyReaderTest {

    private static final Field<String> ACCOUNT = Field.required("account_code", Kind.text(10));
    private static final Field<Long> AMOUNT = Field.required("amount", Kind.amount());
    private static final Field<Optional<BigDecimal>> RATE = Field.optional("rate", Kind.decimal(6, 6));
    private static final Shape LINE = Shape.of("Line", ACCOUNT, AMOUNT, RATE);

    private static final Field<LocalDate> DATE = Field.required("date", Kind.date());
    private static final Field<Boolean> DRAFT = Field.withDefault("is_draft", Kind.flag(), false);
    private static final Field<Optional<String>> NOTE = Field.optional("note", Kind.lines(50));
    private static final Field<Long> NUMBER = Field.withDefault("number", Kind.number(1, 9), 7L);
    private static final Field<String> SIDE =
            Field.withDefault("side", Kind.choice(Map.of("customer", "C", "supplier", "S")), "C");
    private static final Field<Optional<Integer>> LENGTH = Field.optional(
            "length",
            Kind.text(20).as(t -> Optional.of(t.length()).filter(n -> n < 5), n -> "", Message.of("body.object")));
    private static final Field<List<Body>> LINES = Field.required("lines", Kind.list(Kind.object(LINE), 1, 3));
    private static final Shape ENTRY = Shape.of("Entry", DATE, DRAFT, NOTE, NUMBER, SIDE, LENGTH, LINES);

    private static final String GOOD_LINE = "{\"account_code\":\"3000\",\"amount\":-1.5}";

    @Test
    void what_is_well_written_comes_out_typed() {
        Body body = read("""
                {"date":"2026-02-28","is_draft":true,"note":"to\\nlinjer æøå 😀","side":"supplier","length":"abc",
                 "lines":[{"account_code":"1920","amount":"1234.50","rate":11.2345},
                          {"account_code":"3000","amount":-0.05}]}
                """);

        assertEquals(LocalDate.of(2026, 2, 28), body.get(DATE));
        assertEquals(true, body.get(DRAFT));
        assertEquals(Optional.of("to\nlinjer æøå 😀"), body.get(NOTE));
        assertEquals(7L, body.get(NUMBER));
        assertEquals("S", body.get(SIDE));
        assertEquals(Optional.of(3), body.get(LENGTH));
        Body first = body.get(LINES).get(0);
        assertEquals(123450L, first.get(AMOUNT));
        assertEquals(Optional.of(new BigDecimal("11.2345")), first.get(RATE));
        assertEquals(-5L, body.get(LINES).get(1).get(AMOUNT));
        assertEquals(Optional.empty(), body.get(LINES).get(1).get(RATE));
    }

    @Test
    void null_is_the_same_as_missing() {
        Body body = read("{\"date\":\"2026-02-28\",\"is_draft\":null,\"note\":null,\"number\":null,\"lines\":["
                + GOOD_LINE + "]}");

        assertEquals(false, body.get(DRAFT));
        assertEquals(Optional.empty(), body.get(NOTE));
        assertEquals(7L, body.get(NUMBER));
    }

    @Test
    void every_fault_is_told_at_once_with_its_place() {
        List<Fault> faults = faults("""
                {"date":"2026-02-30","is_draft":"true","colour":{"deep":[1,2]},"number":7,"number":8,"length":"abcdef",
                 "lines":[{"account_code":1920,"amount":1.234},{"amount":null,"rate":-1},"x"]}
                """);

        assertEquals(
                List.of(
                        "date",
                        "is_draft",
                        "colour",
                        "number",
                        "length",
                        "lines[0].account_code",
                        "lines[0].amount",
                        "lines[1].amount",
                        "lines[1].rate",
                        "lines[1].account_code",
                        "lines[2]"),
                faults.stream().map(Fault::field).toList());
        assertEquals(
                "The field date cannot be \"2026-02-30\". It must be a date as YYYY-MM-DD, from 1900 to 2199.",
                told(faults.get(0)));
        assertEquals("The field is_draft cannot be \"true\". It must be one of: true, false.", told(faults.get(1)));
        assertTrue(told(faults.get(2)).startsWith("Unknown field colour. Known fields here: date, is_draft, note"));
        assertEquals("The field number is given more than once.", told(faults.get(3)));
        assertEquals(
                "The field lines[0].account_code cannot be 1920. It must be a text of 1 to 10 characters.",
                told(faults.get(5)));
        assertTrue(told(faults.get(7)).startsWith("The field lines[1].amount cannot be null. It must be an amount"));
        assertEquals("The field lines[2] cannot be \"x\". It must be a JSON object.", told(faults.get(10)));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "0.1,10", "12.34,1234", "-12.3,-1230", "9999999999999.99,999999999999999", "1,100"})
    void an_amount_is_read_to_the_ore(String written, long ore) {
        assertEquals(ore, amount(written));
        assertEquals(ore, amount('"' + written + '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234",
                "1e2",
                "1E400",
                "-1e-400",
                "\"1,50\"",
                "\"\"",
                "\" 1\"",
                "\"NaN\"",
                "\"1e2\"",
                "10000000000000",
                "99999999999999999999999999",
                "true",
                "null",
                "{}",
                "[]",
                "\"01\"",
                "\"+1\"",
                "1.000",
                "\"\\u0661\""
            })
    void what_is_no_amount_is_refused(String written) {
        List<Fault> faults = faults(withAmount(written));

        assertEquals(
                List.of("lines[0].amount"), faults.stream().map(Fault::field).toList());
    }

    @Test
    void any_number_of_ore_comes_out_as_it_went_in() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long ore = random.nextLong(-999_999_999_999_999L, 1_000_000_000_000_000L) >> random.nextInt(50);
            assertEquals(ore, amount(Kind.amount().json(ore).toString()), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"a\\udfff b\"",
                "\"\\u0000\"",
                "\"\\u0007\"",
                "\"\\u009f\"",
                "\"  \"",
                "\"\"",
                "12",
                "false"
            })
    void a_text_that_no_database_takes_is_refused(String written) {
        String body = "{\"date\":\"2026-01-01\",\"note\":" + written + ",\"lines\":[" + GOOD_LINE + "]}";

        List<Fault> faults = faults(body);

        assertEquals(List.of("note"), faults.stream().map(Fault::field).toList());
        assertTrue(told(faults.get(0)).codePoints().allMatch(PlainText::isPlain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"date\":}",
                "{'date':1}",
                "{\"date\":NaN}",
                "{\"date\":Infinity}",
                "{} {}",
                "{}x",
                "nul",
                "\u0000",
                "{\"date\":\"2026\n\"}",
                "{\"a\":1,}",
                "// comment\n{}",
                "{\"number\":01}",
                "{\"note\":\"\\x\"}"
            })
    void what_is_not_json_is_told_with_its_place(String written) {
        List<Fault> faults = faults(written);

        assertEquals(1, faults.size());
        assertEquals("", faults.get(0).field());
        assertTrue(told(faults.get(0)).startsWith("The content is not valid JSON. It breaks off at line "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "\"x\"", "true", "[{\"date\":\"2026-01-01\"}]"})
    void what_is_json_but_no_object_is_told(String written) {
        assertTrue(told(faults(written).get(0)).endsWith("It must be a JSON object."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t", "\ufeff"})
    void an_empty_body_is_told(String written) {
        assertEquals(
                "The request has no content. Send a JSON object.",
                told(faults(written).get(0)));
    }

    @Test
    void what_is_deep_or_long_or_badly_encoded_is_refused_without_harm() {
        assertEquals(1, faults("{\"x\":" + "[".repeat(500_000)).size());
        assertEquals(1, faults("{\"lines\":" + "{\"a\":".repeat(100_000)).size());
        assertEquals(1, faults("{\"" + "n".repeat(900_000) + "\":1}").size());
        assertTrue(faults(withAmount("1".repeat(900_000))).size() <= 1);
        assertEquals(
                100,
                faults("{\"lines\":[" + "1,".repeat(2) + "1]," + many(5_000) + "}")
                        .size());
        BadBody latin = assertThrows(
                BadBody.class, () -> BodyReader.read("{\"note\":\"æ\"}".getBytes(StandardCharsets.ISO_8859_1), ENTRY));
        assertEquals("The content is not encoded as UTF-8.", told(latin.faults().get(0)));
        assertThrows(BadBody.class, () -> BodyReader.read("{}".getBytes(StandardCharsets.UTF_16), ENTRY));
    }

    @Test
    void a_list_with_too_few_or_too_many_is_refused_by_its_count() {
        String none = "{\"date\":\"2026-01-01\",\"lines\":[]}";
        String four = "{\"date\":\"2026-01-01\",\"lines\":[" + (GOOD_LINE + ",").repeat(3) + GOOD_LINE + "]}";

        assertEquals(
                "The field lines has 0 elements. It must be a list of 1 to 3 elements.",
                told(faults(none).get(0)));
        assertEquals(
                "The field lines has 4 elements. It must be a list of 1 to 3 elements.",
                told(faults(four).get(0)));
    }

    private static String many(int unknown) {
        StringBuilder fields = new StringBuilder("\"u\":1");
        for (int i = 0; i < unknown; i++) {
            fields.append(",\"u").append(i).append("\":1");
        }
        return fields.toString();
    }

    private static long amount(String written) {
        return read(withAmount(written)).get(LINES).get(0).get(AMOUNT);
    }

    private static String withAmount(String written) {
        return "{\"date\":\"2026-01-01\",\"lines\":[{\"account_code\":\"1\",\"amount\":" + written + "}]}";
    }

    private static Body read(String json) {
        return BodyReader.read(json.getBytes(StandardCharsets.UTF_8), ENTRY);
    }

    private static List<Fault> faults(String json) {
        return assertThrows(BadBody.class, () -> read(json)).faults();
    }

    private static String told(Fault fault) {
        return Texts.in(Language.ENGLISH).get(fault.what());
    }
}
