package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three ledgers of the guide to the Reports API, one parameter at a time over books of chance: an answer is the whole
 * ledger without what was not asked for, in the same order.
 */
class LedgersByParameterTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String GENERAL = "general-ledger";
    private static final List<String> LEDGERS = List.of(GENERAL, "accounts-payable", "accounts-receivable");
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, LONG ? 1_000 : 250);

    @BeforeAll
    static void tellTheSeed() {
        System.err.println("Seed: " + SEED);
    }

    @Test
    void what_is_left_out_stands_at_the_default_of_the_guide() {
        for (String ledger : LEDGERS) {
            HttpResponse<String> plain = get(ledger, "");
            for (String standing : List.of(
                    "&page=1",
                    "&per_page=100",
                    "&include_drafts=false",
                    "&include_reconciled=true",
                    "&include_cancelled=true")) {
                HttpResponse<String> said = get(ledger, standing);
                assertEquals(plain.body(), said.body(), ledger + standing);
                assertEquals(header(plain, "ETag"), header(said, "ETag"), ledger + standing);
            }
            assertEquals(100, JSON.readTree(plain.body()).at("/meta/per_page").asInt());
        }
    }

    @Test
    void payables_are_the_lines_of_2400_and_receivables_those_of_1500() {
        assertEquals(ids(rows("accounts-payable", "")), ids(rows(GENERAL, "&account_codes=2400")));
        assertEquals(ids(rows("accounts-receivable", "")), ids(rows(GENERAL, "&account_codes=1500")));
    }

    @Test
    void dates_are_those_of_the_posting_and_both_ends_count() {
        for (String ledger : LEDGERS) {
            String first = text(rows(ledger, "").get(0), "/posting_date");
            assertKept(ledger, "&date_from=2025-06-01", row -> day(row).compareTo("2025-06-01") >= 0);
            assertKept(ledger, "&date_to=2025-12-31", row -> day(row).compareTo("2025-12-31") <= 0);
            assertKept(ledger, "&date_from=" + first + "&date_to=" + first, row -> day(row).equals(first));
        }
    }

    @Test
    void account_codes_and_tax_codes_are_any_of_those_named() {
        assertKept(
                GENERAL,
                "&account_codes=3000,1577",
                row -> Set.of("1577", "3000").contains(text(row, "/account_code")));
        assertKept(GENERAL, "&tax_codes=31,3", row -> Set.of("3", "31").contains(text(row, "/tax_code")));
    }

    @Test
    void dimensions_are_any_value_within_a_type_and_every_type_that_is_named() {
        List<JsonNode> rows = rows(GENERAL, "");
        List<String> both = rows.stream()
                .map(LedgersByParameterTest::about)
                .filter(about -> about.size() > 1)
                .findFirst()
                .orElseThrow();
        String type = both.get(0).split(":")[0];
        String other = rows.stream()
                .flatMap(row -> about(row).stream())
                .filter(value -> value.startsWith(type) && !value.equals(both.get(0)))
                .findFirst()
                .orElseThrow();

        assertKept(GENERAL, "&dimensions=" + other, row -> about(row).contains(other));
        assertKept(
                GENERAL,
                "&dimensions=" + other + "," + both.get(1) + "," + both.get(0),
                row -> about(row).contains(both.get(1))
                        && (about(row).contains(both.get(0)) || about(row).contains(other)));
    }

    @Test
    void a_business_partner_is_who_a_line_is_about() {
        for (String ledger : LEDGERS.subList(1, 3)) {
            String partner = rows(ledger, "").stream()
                    .flatMap(row -> about(row).stream())
                    .filter(value -> value.startsWith("businesspartner:"))
                    .findFirst()
                    .orElseThrow();
            String id = partner.substring(partner.indexOf(':') + 1);
            assertKept(ledger, "&business_partner_id=" + id, row -> about(row).contains(partner));
        }
    }

    @Test
    void lines_that_are_reconciled_in_full_are_left_out_where_one_says_so() {
        for (String ledger : LEDGERS) {
            assertKept(
                    ledger,
                    "&include_reconciled=false",
                    row -> amount(row, "/reconciled_amount")
                                    .compareTo(amount(row, "/debit")
                                            .add(amount(row, "/credit"))
                                            .max(LEAST))
                            < 0);
        }
    }

    @Test
    void a_cancelled_entry_is_left_out_together_with_the_one_that_cancels_it() {
        List<JsonNode> whole = rows(GENERAL, "");
        Set<Long> left = Set.copyOf(entries(rows(GENERAL, "&include_cancelled=false").stream()));

        List<Long> cancelled = entries(whole.stream().filter(LedgersByParameterTest::isCancelled));
        List<Long> gone = entries(whole.stream()).stream()
                .filter(entry -> !left.contains(entry))
                .toList();

        assertFalse(cancelled.isEmpty());
        assertTrue(gone.containsAll(cancelled));
        assertTrue(gone.size() > cancelled.size() && gone.size() <= 2 * cancelled.size(), gone + " " + cancelled);
        for (String ledger : LEDGERS) {
            assertKept(ledger, "&include_cancelled=false", row -> left.contains(entry(row)));
        }
    }

    @Test
    void a_text_is_found_whatever_its_case_in_all_that_is_said_of_a_line() {
        for (String ledger : LEDGERS) {
            assertKept(
                    ledger,
                    "&free_text=kAFFe",
                    row -> Stream.of(
                                    "/description",
                                    "/journal_entry/description",
                                    "/journal_entry/related_object/document_number",
                                    "/journal_entry/related_object/payment_ref")
                            .anyMatch(place ->
                                    text(row, place).toLowerCase(Locale.ROOT).contains("kaffe")));
        }
        assertKept(
                GENERAL,
                "&free_text=F-2025-1",
                row -> text(row, "/journal_entry/related_object/document_number")
                        .equals("F-2025-1"));
        assertKept(
                GENERAL,
                "&free_text=KID003",
                row -> text(row, "/journal_entry/related_object/payment_ref").equals("KID003"));
    }

    @Test
    void drafts_stand_among_the_lines_where_one_asks_for_them() {
        for (String ledger : LEDGERS) {
            List<JsonNode> with = rows(ledger, "&include_drafts=true");
            List<JsonNode> posted = with.stream()
                    .filter(row -> !row.at("/journal_entry/is_draft").asBoolean())
                    .toList();

            assertTrue(posted.size() < with.size() || !ledger.equals(GENERAL), told(ledger, ""));
            assertEquals(rows(ledger, ""), posted, told(ledger, "&include_drafts=true"));
        }
    }

    @Test
    void pages_laid_one_after_the_other_are_the_whole() {
        for (String ledger : LEDGERS) {
            List<JsonNode> whole = rows(ledger, "");
            JsonNode meta = JSON.readTree(get(ledger, "&per_page=7").body()).get("meta");
            List<JsonNode> pages = new ArrayList<>();
            for (int page = 1; page <= meta.get("pages").asInt(); page++) {
                pages.addAll(data(get(ledger, "&per_page=7&page=" + page)));
            }

            assertEquals(whole, pages, told(ledger, "&per_page=7"));
            assertEquals(whole.size(), meta.get("records").asInt());
            assertEquals((whole.size() + 6) / 7, meta.get("pages").asInt());
        }
    }

    /** Of the general ledger something is left out, too: else one could not see it. Of some accounts chance may leave all. */
    private static void assertKept(String ledger, String query, Predicate<JsonNode> kept) {
        List<JsonNode> whole = rows(ledger, "");
        List<JsonNode> expected = whole.stream().filter(kept).toList();
        if (ledger.equals(GENERAL)) {
            assertFalse(expected.isEmpty(), told(ledger, query));
            assertTrue(expected.size() < whole.size(), told(ledger, query));
        }
        assertEquals(ids(expected), ids(rows(ledger, query)), told(ledger, query));
    }

    /** Of all pages. */
    private static List<JsonNode> rows(String ledger, String query) {
        List<JsonNode> rows = new ArrayList<>();
        List<JsonNode> page;
        do {
            page = data(get(ledger, query + "&per_page=1000&page=" + (rows.size() / 1000 + 1)));
            rows.addAll(page);
        } while (page.size() == 1000);
        return rows;
    }

    private static List<JsonNode> data(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("data").valueStream().toList();
    }

    private static HttpResponse<String> get(String ledger, String query) {
        HttpResponse<String> answer = OFFICE.get("/api/v2/reports/" + ledger + "?client_account_id=2" + query);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer;
    }

    private static List<Long> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("id").asLong()).toList();
    }

    private static List<Long> entries(Stream<JsonNode> rows) {
        return rows.map(LedgersByParameterTest::entry).distinct().toList();
    }

    private static long entry(JsonNode row) {
        return row.at("/journal_entry/id").asLong();
    }

    private static boolean isCancelled(JsonNode row) {
        return row.at("/journal_entry/cancelled").asBoolean();
    }

    /** Each as {@code type:id}. */
    private static List<String> about(JsonNode row) {
        List<String> about = new ArrayList<>();
        if (!row.get("relation_type").isNull()) {
            about.add(text(row, "/relation_type") + ":" + row.get("relation_id"));
        }
        row.get("dimensions").forEach(value -> about.add(text(value, "/type") + ":" + value.get("id")));
        return about;
    }

    private static String day(JsonNode row) {
        return text(row, "/posting_date");
    }

    private static String text(JsonNode row, String place) {
        return row.at(place).asString("");
    }

    private static BigDecimal amount(JsonNode row, String place) {
        return row.at(place).decimalValue();
    }

    private static String told(String ledger, String query) {
        return "Seed " + SEED + ", " + ledger + query;
    }
}
