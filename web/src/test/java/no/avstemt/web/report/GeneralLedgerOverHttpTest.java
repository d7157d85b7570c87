package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The general ledger as programs and people meet it. */
class GeneralLedgerOverHttpTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLAIN = "/api/v2/reports/general-ledger?client_account_id=1";
    private static final String CHANCE = "/api/v2/reports/general-ledger?client_account_id=2";
    private static final Pattern LINK = Pattern.compile("<a href=\"(/general-ledger[^\"]*)\">([^<]+)</a>");

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, LONG ? 500 : 100);

    @Test
    void the_json_is_as_the_contract_says() throws IOException {
        Path golden = Path.of("src/test/resources/golden/general-ledger.json");
        String body =
                OFFICE.get(PLAIN + "&per_page=4").body().replaceAll("\\{(?=\"id\":\\d+,\"line_id\")", "\n{") + "\n";

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, body);
        }

        assertEquals(Files.readString(golden), body);
    }

    @Test
    void what_is_known_of_documents_dimensions_and_people_is_told_and_what_is_not_is_null() {
        System.err.println("Seed: " + SEED);
        boolean[] met = new boolean[6];
        for (JsonNode row : allOfChance()) {
            JsonNode entry = row.at("/journal_entry");
            JsonNode related = entry.at("/related_object");
            met[0] |= related.isNull();
            met[1] |= related.at("/document_number").asString("").startsWith("F-2025-")
                    && related.at("/business_partner").isNull();
            met[2] |= related.at("/business_partner/name").asString("").equals("Nord & Sør");
            met[3] |= row.at("/dimensions/0/name").isString();
            met[4] |= entry.at("/cancelled").asBoolean();
            met[5] |= entry.at("/created_by/id").asLong(0) == 7;
            assertTrue(entry.at("/created_by/full_name").isString());
            assertFalse(entry.at("/is_draft").asBoolean());
        }
        assertEquals("[true, true, true, true, true, true]", java.util.Arrays.toString(met), "Seed " + SEED);
    }

    @Test
    void totals_cover_all_pages_and_the_page_past_the_end_is_empty() {
        HttpResponse<String> first = OFFICE.get(PLAIN + "&account_codes=1577&date_from=2026-01-01&per_page=1");
        HttpResponse<String> past = OFFICE.get(PLAIN + "&account_codes=1577&date_from=2026-01-01&page=9");

        assertEquals("100.00", header(first, "X-Total-Incoming"));
        assertEquals("300.00", header(first, "X-Total-Debit"));
        assertEquals("0.00", header(first, "X-Total-Credit"));
        assertEquals("400.00", header(first, "X-Total-Outgoing"));
        assertEquals("400.00", header(past, "X-Total-Outgoing"));
        assertEquals(200, past.statusCode());
        assertEquals("{\"meta\":{\"records\":1,\"per_page\":100,\"page\":9,\"pages\":1},\"data\":[]}", past.body());
    }

    @Test
    void whoever_has_the_page_is_told_so_and_another_page_is_another() {
        String tag = header(OFFICE.get(PLAIN), "ETag");

        assertEquals(304, OFFICE.get(PLAIN, "If-None-Match", tag).statusCode());
        assertEquals(tag, header(OFFICE.get(PLAIN + "&page=1"), "ETag"));
        assertNotEquals(tag, header(OFFICE.get(PLAIN + "&page=2"), "ETag"));
        assertNotEquals(tag, header(OFFICE.get(PLAIN + "&per_page=1"), "ETag"));
    }

    @Test
    void what_is_asked_for_wrongly_is_refused_by_name() {
        assertRefused(400, "page", PLAIN + "&page=0");
        assertRefused(400, "page", PLAIN + "&page=x");
        assertRefused(400, "page", PLAIN + "&page=");
        assertRefused(400, "per_page", PLAIN + "&per_page=0");
        assertRefused(400, "per_page", PLAIN + "&per_page=1001");
        assertRefused(400, "per_page", PLAIN + "&per_page=99999999999999999999");
        assertRefused(400, "tax_codes", PLAIN + "&tax_codes=3,,5");
        assertRefused(400, "include_reconciled", PLAIN + "&include_reconciled=1");
        assertRefused(400, "include_cancelled", PLAIN + "&include_cancelled=no");
        assertRefused(400, "date_from", PLAIN + "&date_from=2026-02-01&date_to=2026-01-31");
        assertRefused(400, "include_dimensions", PLAIN + "&include_dimensions=true");
        for (String client : List.of("3", "4", "", "x", "1&client_account_id=2")) {
            assertRefused(403, "client_account_id", "/api/v2/reports/general-ledger?client_account_id=" + client);
        }
        assertEquals(403, OFFICE.page("/general-ledger?client_account_id=3").statusCode());
    }

    @Test
    void a_line_leads_to_its_entry_and_back_unless_the_way_back_is_too_long_for_an_address() {
        String codes = IntStream.range(1001, 1500).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertTrue(entryOfFirstLine("1577").contains("back="));
        assertFalse(entryOfFirstLine("1577," + codes).contains("back="));
    }

    private static String entryOfFirstLine(String codes) {
        String page = OFFICE.page("/general-ledger?client_account_id=1&account_codes=" + codes)
                .body();
        return ReportOffice.found(page, "<a href=\"(/journal-entries/[^\"]*)\"").orElseThrow();
    }

    @Test
    void any_search_is_only_a_search() {
        for (String text : List.of("%%%", "___", "'; DROP TABLE journal_line; --", "\\\\\\", "<script>", "\"\"\"")) {
            String search = "&free_text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            HttpResponse<String> answer = OFFICE.get(CHANCE + search);
            String page =
                    OFFICE.page("/general-ledger?client_account_id=2" + search).body();

            assertEquals(0, JSON.readTree(answer.body()).at("/meta/records").asInt(), text);
            assertFalse(page.contains("<script>"), page);
        }
    }

    @Test
    void the_page_shows_each_account_from_its_opening_to_its_closing_balance() {
        String page = OFFICE.page("/general-ledger?client_account_id=1&account_codes=1577&date_from=2026-01-01")
                .body();

        String text = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        assertTrue(text.contains("1577 Fordring Vipps MobilePay Inngående balanse 100,00"), text);
        assertTrue(
                text.contains("14.03.2026 1 Salg Vipps 302321 300,00 0,00 400,00"
                        + " Sum 1577 Fordring Vipps MobilePay 300,00 0,00 400,00"),
                text);
        assertTrue(page.contains("/journal-entries/2?client_account_id=1#line-1"), page);
        assertTrue(page.contains("href=\"/trial-balance?client_account_id=1&amp;date_from=2026-01-01\""), page);
        assertFalse(page.contains("class=\"pager numbered\""), page);
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_and_leads_to_its_neighbours() {
        String address = "/general-ledger?client_account_id=2&date_from=2024-01-01&date_to=2027-12-31&per_page=7";
        List<JsonNode> rows = allOfChance();
        long pages = (rows.size() + 6) / 7;
        long inside = LongStream.range(2, pages)
                .filter(page -> accountOf(rows, page * 7 - 8).equals(accountOf(rows, page * 7 - 7)))
                .findFirst()
                .orElseThrow();
        String page = OFFICE.page(address + "&page=" + inside).body();
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(page);
        while (matcher.find()) {
            links.add(matcher.group(2) + " "
                    + ReportOffice.found(matcher.group(1), "[?&;]page=(\\d+)").orElse("-"));
        }

        assertTrue(
                links.containsAll(
                        List.of("Første 1", "Forrige " + (inside - 1), "Neste " + (inside + 1), "Siste " + pages)),
                links.toString());
        assertTrue(page.contains("Side " + inside + " av " + pages), page);
        assertTrue(page.contains("Fra forrige side"), page);
        String past = OFFICE.page(address + "&page=" + (pages + 1)).body();
        assertTrue(past.contains("Det er ingen føringer på denne siden."), past);
    }

    @Test
    void every_figure_of_the_trial_balance_leads_to_lines_that_come_to_it() {
        String page = OFFICE.page("/trial-balance?client_account_id=2&date_from=2025-05-10&date_to=2026-03-20"
                        + "&include_dimensions=false")
                .body();
        Matcher figures = LINK.matcher(page);
        int followed = 0;
        while (figures.find() && followed < (LONG ? 1000 : 60)) {
            String figure = figures.group(2).strip();
            if (figure.matches("[\\d\u00a0\u2212]+,\\d\\d")) {
                String ledger =
                        OFFICE.page(figures.group(1).replace("&amp;", "&")).body();
                assertTrue(ledger.contains(figure), "Seed " + SEED + ", " + figures.group());
                followed++;
            }
        }
        assertTrue(followed > 20, page);
    }

    @Test
    void a_row_of_one_relation_leads_to_the_lines_about_it() {
        String page = OFFICE.page("/trial-balance?client_account_id=1&date_from=2026-01-01&date_to=2026-12-31")
                .body();

        assertTrue(
                page.contains("/general-ledger?client_account_id=1&amp;account_codes=1577&amp;date_from=2026-01-01"
                        + "&amp;date_to=2026-12-31&amp;dimensions=bankacc%3A1"),
                page);
        assertTrue(
                page.contains("/general-ledger?client_account_id=1&amp;account_codes=1577&amp;date_to=2025-12-31"
                        + "&amp;dimensions=bankacc%3A1"),
                page);
    }

    @Test
    void without_dates_the_page_is_this_year_and_with_one_it_is_open_at_the_other_end() {
        assertTrue(OFFICE.page("/general-ledger?client_account_id=1").body().contains("value=\"2026-01-01\""));
        String open = OFFICE.page("/general-ledger?client_account_id=1&date_to=2025-12-31")
                .body();
        assertTrue(open.contains("name=\"date_from\" aria-label=\"Fra dato\" value=\"\""), open);
        assertTrue(open.contains("31.12.2025"), open);
        assertTrue(OFFICE.page("/trial-balance?client_account_id=1&date_to=2025-12-31")
                .body()
                .contains("value=\"2025-01-01\""));
    }

    private static String accountOf(List<JsonNode> rows, long index) {
        return rows.get((int) index).at("/account_code").asString();
    }

    private static List<JsonNode> allOfChance() {
        List<JsonNode> rows = new ArrayList<>();
        long pages = 1;
        for (long page = 1; page <= pages; page++) {
            JsonNode answer = JSON.readTree(
                    OFFICE.get(CHANCE + "&per_page=1000&page=" + page).body());
            pages = answer.at("/meta/pages").asLong();
            answer.at("/data").forEach(rows::add);
        }
        return rows;
    }

    private static void assertRefused(int status, String named, String path) {
        HttpResponse<String> answer = OFFICE.get(path);

        assertEquals(status, answer.statusCode(), path);
        assertTrue(answer.body().contains(named), path + ": " + answer.body());
    }
}
