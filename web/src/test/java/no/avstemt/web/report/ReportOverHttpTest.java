package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.found;
import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportOverHttpTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLAIN =
            "/api/v2/reports/trial-balance?client_account_id=1&date_from=2026-01-01&date_to=2026-12-31";
    private static final Pattern ROW = Pattern.compile("<tr class=\"line level-0\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>([^<]*)</t[hd]>");

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, LONG ? 1_000 : 150);

    @Test
    void the_json_is_as_the_contract_says() throws IOException {
        Path golden = Path.of("src/test/resources/golden/trial-balance.json");
        String body = OFFICE.get(PLAIN + "&include_zero_movement=false").body().replace("},{", "},\n{") + "\n";

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, body);
        }

        assertEquals(Files.readString(golden), body);
    }

    @Test
    void totals_stand_in_headers_and_cover_what_rows_leave_out() {
        HttpResponse<String> answer = OFFICE.get(PLAIN + "&include_zero_movement=false");

        assertEquals("0.00", header(answer, "X-Total-Incoming"));
        assertEquals("300.00", header(answer, "X-Total-Debit"));
        assertEquals("300.00", header(answer, "X-Total-Credit"));
        assertEquals("0.00", header(answer, "X-Total-Outgoing"));
        assertFalse(answer.body().contains("\"2099\""));
        assertTrue(OFFICE.get(PLAIN).body().contains("\"2099\""));
    }

    @Test
    void json_and_html_hold_the_same_figures() {
        System.err.println("Seed: " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < (LONG ? 200 : 12); round++) {
            LocalDate from = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(700));
            String path = "/api/v2/reports/trial-balance?client_account_id=2&date_from=" + from + "&date_to="
                    + from.plusDays(random.nextInt(400))
                    + List.of("", "&include_zero_movement=false").get(round % 2)
                    + List.of("", "&include_dimensions=false", "&free_text=kaffe")
                            .get(round % 3)
                    + List.of("", "&group_by_dimension=project").get(random.nextInt(2));

            List<String> inJson = figuresOfJson(OFFICE.get(path).body());
            List<String> inHtml =
                    figuresOfHtml(OFFICE.get(path, "Accept", "text/html").body());
            List<String> onPage = figuresOfHtml(
                    OFFICE.page(path.replace("/api/v2/reports", "")).body());

            assertEquals(inJson, inHtml, "Seed " + SEED + ", " + path);
            assertEquals(inJson, onPage, "Seed " + SEED + ", " + path);
        }
    }

    @Test
    void what_sums_to_zero_has_a_mark_also_beside_another_period_but_not_when_something_is_left_out() {
        String page = PLAIN.replace("/api/v2/reports", "");
        String mark = "<span aria-hidden=\"true\">✓</span>";

        assertTrue(OFFICE.page(page).body().contains(mark));
        String compared = OFFICE.page(page + "&compare=previous_year").body();
        assertTrue(compared.contains(mark), compared);
        assertTrue(compared.contains("Sammenlignet med: 1. januar 2025 – 31. desember 2025"), compared);
        assertTrue(OFFICE.page(page + "&group_by_dimension=project").body().contains(mark));
        assertFalse(OFFICE.page(page + "&account_codes=2700").body().contains(mark));
    }

    @Test
    void drafts_count_where_they_are_asked_for_and_one_is_told_of_those_that_do_not_balance() {
        String posted = header(OFFICE.get(PLAIN), "ETag");
        String before = header(OFFICE.get(PLAIN + "&include_drafts=true"), "ETag");
        long balanced = OFFICE.draft(LocalDate.of(2026, 5, 2), 1_000, -1_000);
        long unbalanced = OFFICE.draft(LocalDate.of(2026, 5, 3), 50_000, -1);

        HttpResponse<String> without = OFFICE.get(PLAIN);
        HttpResponse<String> with = OFFICE.get(PLAIN + "&include_drafts=true");
        String page = OFFICE.page(PLAIN.replace("/api/v2/reports", "") + "&include_drafts=true")
                .body();

        assertEquals("300.00", header(without, "X-Total-Debit"));
        assertEquals("", header(without, "X-Drafts-Left-Out"));
        assertEquals(posted, header(without, "ETag"));
        assertEquals("310.00", header(with, "X-Total-Debit"));
        assertEquals("0.00", header(with, "X-Total-Outgoing"));
        assertEquals("1", header(with, "X-Drafts-Left-Out"));
        assertNotEquals(before, header(with, "ETag"));
        assertTrue(page.contains("Medregnet utkast som ikke er bokført, unntatt 1 som ikke går i null."), page);
        assertTrue(
                found(page, "(/general-ledger[^\"]*1577[^\"]*&amp;include_drafts=true)")
                        .isPresent(),
                page);

        OFFICE.removeDraft(unbalanced);
        assertEquals("0", header(OFFICE.get(PLAIN + "&include_drafts=true"), "X-Drafts-Left-Out"));
        OFFICE.removeDraft(balanced);
        assertEquals(before, header(OFFICE.get(PLAIN + "&include_drafts=true"), "ETag"));
    }

    @Test
    void names_come_in_the_language_asked_for() {
        assertTrue(OFFICE.get(PLAIN, "Accept-Language", "nb").body().contains("\"level_2_name\":\"Omløpsmidler\""));
        assertTrue(OFFICE.get(PLAIN, "Accept-Language", "en").body().contains("\"level_2_name\":\"Current assets\""));
    }

    @Test
    void what_is_asked_for_wrongly_is_refused_by_name() {
        assertRefused(400, "date_from", PLAIN.replace("2026-01-01", "2027-01-01"));
        assertRefused(400, "date_from", PLAIN.replace("&date_from=2026-01-01", ""));
        assertRefused(400, "date_to", PLAIN.replace("2026-12-31", "2026-02-30"));
        assertRefused(400, "dimensions", PLAIN + "&dimensions=colour:1");
        assertRefused(400, "dimensions", PLAIN + "&dimensions=project");
        assertRefused(400, "group_by_dimension", PLAIN + "&group_by_dimension=colour");
        assertRefused(400, "include_drafts", PLAIN + "&include_drafts=yes");
        assertRefused(400, "account_codes", PLAIN + "&account_codes=1577,,3000");
        assertRefused(400, "free_text", PLAIN + "&free_text=ab");
        assertRefused(400, "Accept", PLAIN + "&format=pdf");
        assertRefused(400, "colour", PLAIN + "&colour=blue");
    }

    @Test
    void unknown_ids_and_codes_give_no_rows() {
        assertEquals("[]", OFFICE.get(PLAIN + "&account_codes=9876,none").body());
        assertEquals("[]", OFFICE.get(PLAIN + "&dimensions=project:999999").body());
        assertEquals("[]", OFFICE.get(PLAIN + "&free_text=ingen+har+dette").body());
        assertTrue(OFFICE.get(PLAIN).body().contains("\"account_code\":\"1460\""), "Without a filter, the whole chart");
    }

    @Test
    void the_books_of_another_client_are_refused_whatever_the_path() {
        for (String path : List.of(
                "/api/v2/reports/trial-balance?date_from=2026-01-01&date_to=2026-12-31&client_account_id=",
                "/api/v2/findings?client_account_id=")) {
            for (String client : List.of("3", "4", "", "x", "1&client_account_id=2")) {
                assertRefused(403, "client_account_id", path + client);
            }
        }
        assertEquals(403, OFFICE.page("/trial-balance?client_account_id=3").statusCode());
    }

    @Test
    void client_accounts_are_those_of_the_caller() {
        JsonNode answer = JSON.readTree(OFFICE.get("/api/v2/client-accounts").body());

        assertEquals(2, answer.at("/meta/records").asInt());
        assertEquals("Bryggen <b>Konserter</b>", answer.at("/data/0/name").asString());
        assertEquals(1, answer.at("/data/1/id").asInt());
        assertEquals("918713867", answer.at("/data/1/organisation_number").asString());
        assertEquals(
                "{\"meta\":{\"records\":2,\"per_page\":1,\"page\":9,\"pages\":2},\"data\":[]}",
                OFFICE.get("/api/v2/client-accounts?per_page=1&page=9").body());
    }

    @Test
    void findings_say_what_happened_and_what_to_do() {
        JsonNode finding = JSON.readTree(
                        OFFICE.get("/api/v2/findings?client_account_id=1").body())
                .at("/data/0");

        assertEquals("V-01", finding.at("/code").asString());
        assertTrue(finding.at("/text").asString().contains("loyalty-adjustment"), finding.toString());
        assertFalse(finding.at("/what_to_do").asString().isBlank());
        assertTrue(finding.toString().contains("\"amount\":-42.05,\"currency\":\"NOK\""), finding.toString());
        assertEquals("2026-03-14", finding.at("/ledger_date").asString());
        assertTrue(finding.at("/closed_at").isNull());
    }

    @Test
    void what_a_reader_wrote_stays_text_on_the_page_and_in_the_document() {
        String hostile = "&free_text=%3Cscript%3Ealert(1)%3C%2Fscript%3E";
        String page =
                OFFICE.page("/trial-balance?client_account_id=2" + hostile).body();
        String document = OFFICE.get(PLAIN.replace("account_id=1", "account_id=2") + hostile, "Accept", "text/html")
                .body();

        for (String html : List.of(page, document)) {
            assertFalse(html.contains("<script>"), html);
            assertFalse(html.contains("<b>Konserter"), html);
        }
        assertTrue(page.contains("value=\"&lt;script>alert(1)&lt;/script>\""), page);
    }

    private static void assertRefused(int status, String named, String path) {
        HttpResponse<String> answer = OFFICE.get(path);

        assertEquals(status, answer.statusCode(), path);
        assertTrue(answer.body().contains(named), path + ": " + answer.body());
    }

    private static List<String> figuresOfJson(String body) {
        List<String> figures = new ArrayList<>();
        for (JsonNode row : JSON.readTree(body)) {
            StringBuilder figure = new StringBuilder(row.at("/account_code").asString());
            for (String column : List.of("incoming_balance", "debit", "credit", "outgoing_balance")) {
                figure.append(' ').append(row.at("/" + column).decimalValue().setScale(2));
            }
            figures.add(figure.toString());
        }
        return figures;
    }

    private static List<String> figuresOfHtml(String html) {
        List<String> figures = new ArrayList<>();
        Matcher rows = ROW.matcher(html);
        while (rows.find()) {
            List<String> cells = CELL.matcher(rows.group(1).replaceAll("</?a[^>]*>", ""))
                    .results()
                    .map(cell -> cell.group(1))
                    .toList();
            StringBuilder figure = new StringBuilder(cells.get(0).strip());
            for (String amount : cells.subList(cells.size() - 4, cells.size())) {
                figure.append(' ')
                        .append(amount.strip()
                                .replace("\u00a0", "")
                                .replace('\u2212', '-')
                                .replace(',', '.'));
            }
            figures.add(figure.toString());
        }
        return figures;
    }
}
