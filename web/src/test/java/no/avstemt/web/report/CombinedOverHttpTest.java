package no.avstemt.web.report;

import static no.avstemt.web.report.CombinedQuestions.API;
import static no.avstemt.web.report.CombinedQuestions.HTML;
import static no.avstemt.web.report.CombinedQuestions.JSON;
import static no.avstemt.web.report.CombinedQuestions.meta;
import static no.avstemt.web.report.CombinedQuestions.ofReport;
import static no.avstemt.web.report.CombinedQuestions.rows;
import static no.avstemt.web.report.CombinedQuestions.tablesOfClients;
import static no.avstemt.web.report.CombinedQuestions.together;
import static no.avstemt.web.report.CombinedQuestions.totals;
import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.Reports;
import no.avstemt.web.text.Formats;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports over several client accounts: those of each, one after the other. */
class CombinedOverHttpTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, 60);

    private final CombinedQuestions questions = new CombinedQuestions(OFFICE);

    @BeforeAll
    static void prepare() {
        new CombinedQuestions(OFFICE).prepare();
    }

    @Test
    void rows_are_those_of_each_client_account_and_totals_are_those_of_all() {
        for (Report report : Reports.ALL) {
            List<HttpResponse<String>> second = questions.alone(report, 2, JSON);
            List<HttpResponse<String>> first = questions.alone(report, 1, JSON);
            List<JsonNode> expected = new ArrayList<>(named(second, 2, "Bryggen <b>Konserter</b>"));
            expected.addAll(named(first, 1, "Kaffebaren Nord AS"));

            List<HttpResponse<String>> together = questions.together(report, JSON);

            assertEquals(expected, rows(together), "Seed " + SEED + ", " + report.id());
            Map<String, String> totals = sums(totals(second.get(0)), totals(first.get(0)));
            together.forEach(answer -> assertEquals(totals, totals(answer), report.id()));
        }
    }

    private static List<JsonNode> named(List<HttpResponse<String>> pages, long client, String name) {
        return rows(pages).stream()
                .map(row -> {
                    ObjectNode whose = MAPPER.createObjectNode();
                    whose.put("client_account_id", client).put("client_account_name", name);
                    row.properties().forEach(member -> whose.set(member.getKey(), member.getValue()));
                    return MAPPER.readTree(whose.toString());
                })
                .toList();
    }

    private static Map<String, String> sums(Map<String, String> one, Map<String, String> other) {
        Map<String, String> sums = new TreeMap<>(one);
        other.forEach((name, amount) -> sums.merge(
                name, amount, (a, b) -> new BigDecimal(a).add(new BigDecimal(b)).toPlainString()));
        return sums;
    }

    /** Every line comes once, as all pages together are the rows of each; and no page is of two. */
    @Test
    void a_page_is_of_one_client_account_and_says_how_many_there_are_of_all() {
        for (Report report :
                Reports.ALL.stream().filter(CombinedQuestions::isPaged).toList()) {
            HttpResponse<String> second = questions.alone(report, 2, JSON).get(0);
            HttpResponse<String> first = questions.alone(report, 1, JSON).get(0);
            long records = meta(second, "records") + meta(first, "records");
            long pages = meta(second, "pages") + meta(first, "pages");
            assertTrue(pages > 0, report.id());

            List<HttpResponse<String>> together = questions.together(report, JSON);

            for (int page = 1; page <= pages; page++) {
                HttpResponse<String> answer = together.get(page - 1);
                assertEquals(
                        List.of(records, pages, (long) page),
                        List.of(meta(answer, "records"), meta(answer, "pages"), meta(answer, "page")),
                        report.id());
                assertEquals(1, clients(answer).size(), answer.body());
            }
            HttpResponse<String> past = OFFICE.get(together(report) + "&page=" + (pages + 1));
            assertEquals(200, past.statusCode());
            assertEquals(List.of(), rows(past));
            assertEquals(totals(together.get(0)), totals(past));
        }
    }

    private static List<String> clients(HttpResponse<String> answer) {
        return rows(answer).stream()
                .map(row -> row.get("client_account_id").asString())
                .distinct()
                .toList();
    }

    @Test
    void a_document_has_the_tables_of_each_client_account_and_what_all_come_to() {
        for (Report report : Reports.ALL) {
            List<String> expected = new ArrayList<>();
            questions.alone(report, 2, HTML).forEach(page -> expected.addAll(tablesOfClients(page)));
            questions.alone(report, 1, HTML).forEach(page -> expected.addAll(tablesOfClients(page)));

            List<String> found = new ArrayList<>();
            for (HttpResponse<String> page : questions.together(report, HTML)) {
                found.addAll(tablesOfClients(page));
                String sums = CombinedQuestions.sums(page);
                totals(page).values().forEach(total -> assertTrue(sums.contains(">" + inDocument(total) + "<"), sums));
            }

            assertEquals(expected, found, "Seed " + SEED + ", " + report.id());
        }
    }

    private static String inDocument(String amount) {
        return Formats.in(Language.NORWEGIAN)
                .amount(new BigDecimal(amount).movePointRight(2).longValueExact());
    }

    @Test
    void a_document_names_each_client_account_and_stands_alone() {
        String balance = together(Reports.BALANCE_SHEET);

        HttpResponse<String> answer = OFFICE.get(balance, "Accept", HTML);

        String page = answer.body();
        assertTrue(page.contains("<h2>Kaffebaren Nord AS, org.nr. 918\u00a0713\u00a0867</h2>"), page);
        assertTrue(page.contains("<h2>Bryggen &lt;b&gt;Konserter&lt;/b&gt;, org.nr. "), page);
        assertTrue(page.contains("<p class=\"company\">2 klienter</p>"), page);
        assertFalse(Pattern.compile("(src|href)=").matcher(page).find(), page);
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
        HttpResponse<String> english = OFFICE.get(balance, "Accept", HTML, "Accept-Language", "en");
        assertTrue(english.body().contains("<h2>Client by client</h2>"), english.body());
        HttpResponse<String> small = OFFICE.get(balance, "Accept", HTML, "Accept-Encoding", "gzip");
        assertEquals("gzip", header(small, "Content-Encoding"));
    }

    @Test
    void where_nobody_has_rows_there_is_one_empty_page() {
        String nothing = API + "combined/general-ledger?date_from=1999-01-01&date_to=1999-01-31&client_account_ids=2,1";

        HttpResponse<String> answer = OFFICE.get(nothing);

        assertEquals(List.of(), rows(answer));
        assertEquals(List.of(0L, 1L), List.of(meta(answer, "records"), meta(answer, "page")));
        assertEquals("0.00", header(answer, "X-Total-Outgoing"));
        String page = OFFICE.get(nothing, "Accept", HTML).body();
        assertTrue(page.contains("Ingen føringer i perioden."), page);
        String past = OFFICE.get(nothing + "&page=2", "Accept", HTML).body();
        assertTrue(past.contains("Det er ingen føringer på denne siden."), past);
    }

    @Test
    void the_id_of_a_dimension_is_one_client_accounts_own() {
        String path = API + "combined/general-ledger?dimensions=bankacc:1&per_page=1000&client_account_ids=1,2";

        HttpResponse<String> answer = OFFICE.get(path);

        assertEquals(List.of("1"), clients(answer));
        assertEquals(1, meta(answer, "pages"));
    }

    @Test
    void one_client_account_that_is_not_the_callers_refuses_all_in_the_words_of_one() {
        String foreign = OFFICE.get(API + ofReport("balance-sheet") + "&client_account_id=3")
                .body();

        for (Report report : Reports.ALL) {
            String path = API + "combined/" + ofReport(report.id());
            for (String clients : List.of("1,3", "3", "1,4711", "1,1", "", "x", "1,", "0", "1&client_account_ids=2")) {
                for (String format : List.of(JSON, HTML)) {
                    HttpResponse<String> answer = OFFICE.get(path + "&client_account_ids=" + clients, "Accept", format);
                    assertEquals(403, answer.statusCode(), path + " " + clients);
                    assertEquals(foreign, answer.body(), path + " " + clients);
                }
            }
            assertEquals(403, OFFICE.get(path).statusCode(), path);
        }
    }

    @Test
    void what_is_asked_for_wrongly_is_refused_by_name() {
        String income = together(Reports.INCOME_STATEMENT);

        for (String wrong : List.of("client_account_id=1", "page=2", "colour=blue", "include_drafts=perhaps")) {
            HttpResponse<String> answer = OFFICE.get(income + "&" + wrong);
            assertEquals(400, answer.statusCode(), wrong);
            assertTrue(answer.body().contains(wrong.substring(0, wrong.indexOf('='))), answer.body());
        }
        HttpResponse<String> answer = OFFICE.get(income, "Accept", "image/png");
        assertEquals(406, answer.statusCode());
        assertTrue(answer.body().contains("text/html"), answer.body());
    }
}
