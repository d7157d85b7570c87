package no.avstemt.web.report;

import static no.avstemt.web.report.CombinedQuestions.tablesOfClients;
import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.Reports;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on which client accounts are ticked and a report of them is shown. */
class CombinedPagesOverHttpTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final String PAGE = "/reports/combined";

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, 60);

    @BeforeAll
    static void prepare() {
        new CombinedQuestions(OFFICE).prepare();
    }

    @Test
    void at_first_it_is_about_all_that_the_reader_may_see() {
        String page = shown(PAGE);

        assertTrue(page.contains("<h1>Balanse</h1>"), page);
        assertTrue(page.contains("for alle klienter (2)"), page);
        assertEquals(List.of("1", "2"), ticked(page));
        assertFalse(page.contains("Fjellgarn"), page);
        for (Report report : Reports.ALL) {
            assertTrue(page.contains("<option value=\"" + report.id() + "\""), report.id());
        }
    }

    @Test
    void each_report_of_it_is_that_of_the_client_accounts_page() {
        for (Report report : Reports.ALL) {
            String days = CombinedQuestions.isPaged(report) ? "&date_from=2024-01-01&date_to=2027-12-31" : "";
            List<String> expected = new ArrayList<>();
            for (long client : List.of(2, 1)) {
                expected.addAll(everyTable("/" + report.id() + "?client_account_id=" + client + days));
            }
            List<String> found = everyTable(PAGE + "?report=" + report.id() + days);

            assertEquals(expected, found, "Seed " + SEED + ", " + report.id());
        }
    }

    /** Of all pages; what stands on them leads back to where they are, which is not the same. */
    private static List<String> everyTable(String path) {
        List<String> tables = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            HttpResponse<String> answer = OFFICE.page(path + (path.contains("?") ? "&" : "?") + "page=" + page);
            if (answer.statusCode() == 400) {
                answer = OFFICE.page(path); // a report of a client account that has no pages
            }
            assertEquals(200, answer.statusCode(), path + ": " + answer.body());
            pages = ReportOffice.found(answer.body(), "Side [0-9]+ av ([0-9]+)")
                    .map(Integer::parseInt)
                    .orElse(1);
            tablesOfClients(answer).forEach(table -> tables.add(table.replaceAll(" href=\"[^\"]*\"", "")));
        }
        return tables;
    }

    @Test
    void every_client_account_leads_to_its_own_page_of_the_same_question() {
        String page = shown(PAGE + "?report=trial-balance&date_from=2026-01-01&date_to=2026-06-30");

        for (long client : List.of(1, 2)) {
            String own = "/trial-balance?client_account_id=" + client
                    + "&amp;date_from=2026-01-01&amp;date_to=2026-06-30\">";
            assertEquals(2, page.split(Pattern.quote("<a href=\"" + own), -1).length - 1, page);
            assertEquals(
                    200,
                    OFFICE.page(own.replace("&amp;", "&").replace("\">", "")).statusCode());
        }
        assertTrue(
                page.contains("/general-ledger?client_account_id=1&amp;account_codes=1577&amp;date_from=2026-01-01"),
                page);
        String document = ReportOffice.found(page, "href=\"(/api/v2/reports/combined/trial-balance[^\"]+)\"")
                .orElseThrow();
        HttpResponse<String> api = OFFICE.get(document.replace("&amp;", "&"), "Accept", "text/html");
        assertEquals(200, api.statusCode(), api.body());
        assertTrue(page.contains("Segl " + ReportOffice.seal(api)), page);
    }

    @Test
    void a_page_past_the_last_client_account_still_says_what_all_come_to() {
        String first = shown(PAGE + "?report=trial-balance&date_from=2026-01-01&date_to=2026-06-30");
        HttpResponse<String> past =
                OFFICE.page(PAGE + "?report=trial-balance&date_from=2026-01-01&date_to=2026-06-30&page=2");

        assertTrue(past.body().contains("Det er ingen føringer på denne siden."), past.body());
        assertEquals(List.of(), tablesOfClients(past));
        assertTrue(first.contains(CombinedQuestions.sums(past)), past.body());
    }

    @Test
    void what_is_ticked_gives_the_shortest_address_that_says_it() {
        String form = PAGE + "?report=journal&date_from=2026-01-01&date_to=&ticked=true";

        assertEquals(
                PAGE + "?report=journal&date_from=2026-01-01&client_account_ids=2",
                header(OFFICE.page(form + "&client_account_ids=2"), "Location"));
        assertEquals(
                PAGE + "?report=journal&date_from=2026-01-01",
                header(OFFICE.page(form + "&client_account_ids=2&client_account_ids=1"), "Location"));
        String one = shown(PAGE + "?report=journal&date_from=2026-01-01&client_account_ids=2");
        assertEquals(List.of("2"), ticked(one));
        assertTrue(one.contains("for 1 av 2 klienter"), one);
        String none = shown(form);
        assertEquals(List.of(), ticked(none));
        assertTrue(none.contains("Velg minst én klient"), none);
        assertTrue(none.contains("value=\"2026-01-01\""), none);
    }

    @Test
    void another_report_is_of_the_same_days() {
        String balance = shown(PAGE + "?report=balance-sheet&date_from=2026-01-01&date_to=2026-02-28");
        String ledger = shown(PAGE + "?report=trial-balance&report_date=2026-02-28");

        assertTrue(balance.contains("name=\"report_date\" aria-label=\"Dato\" value=\"2026-02-28\""), balance);
        assertTrue(ledger.contains("name=\"date_to\" aria-label=\"Til dato\" value=\"2026-02-28\""), ledger);
        assertTrue(ledger.contains("name=\"date_from\" aria-label=\"Fra dato\" value=\"2026-01-01\""), ledger);
    }

    @Test
    void nobody_elses_client_account_can_be_asked_for() {
        String foreign = OFFICE.page("/balance-sheet?client_account_id=3").body();

        for (String clients : List.of("3", "1,3", "1&client_account_ids=3", "4711", "x", "")) {
            for (String ticked : List.of("", "&ticked=true")) {
                HttpResponse<String> answer = OFFICE.page(PAGE + "?client_account_ids=" + clients + ticked);
                assertEquals(403, answer.statusCode(), clients);
                assertEquals(withoutItself(foreign), withoutItself(answer.body()), clients);
            }
        }
        assertEquals(400, OFFICE.page(PAGE + "?report=colour").statusCode());
        assertEquals(400, OFFICE.page(PAGE + "?client_account_id=1").statusCode());
        assertEquals(
                400,
                OFFICE.page(PAGE + "?report=journal&date_from=2026-02-01&date_to=2026-01-01")
                        .statusCode());
    }

    /** A page says where one was. */
    private static String withoutItself(String page) {
        return page.replaceAll("<code>[^<]*</code>", "");
    }

    @Test
    void the_list_of_reports_leads_to_it() {
        assertTrue(shown("/reports?client_account_id=1").contains("<a href=\"" + PAGE + "\">"));
    }

    private static String shown(String path) {
        HttpResponse<String> page = OFFICE.page(path);
        assertEquals(200, page.statusCode(), path + ": " + page.body());
        return page.body();
    }

    private static List<String> ticked(String page) {
        return Pattern.compile("name=\"client_account_ids\" value=\"([0-9]+)\" checked")
                .matcher(page)
                .results()
                .map(tick -> tick.group(1))
                .sorted()
                .toList();
    }
}
