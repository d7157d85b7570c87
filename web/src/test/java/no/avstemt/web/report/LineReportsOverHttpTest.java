package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.Reports;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports over lines as programs and people meet them: the same figures in each format, and whole while others post. */
class LineReportsOverHttpTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/v2/reports/";
    private static final Pattern ROW = Pattern.compile("<tr class=\"line[^\"]*\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("<td class=\"num\"[^>]*>(?:<a [^>]*>)?([^<]*)<");
    private static final int WRITERS = 4;
    private static final int READERS = 4;
    private static final int EACH = 8;

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, 60);

    @Test
    void json_and_html_hold_the_same_figures_with_drafts_and_without() {
        for (Report report : List.of(
                Reports.GENERAL_LEDGER, Reports.ACCOUNTS_RECEIVABLE, Reports.ACCOUNTS_PAYABLE, Reports.JOURNAL)) {
            for (String drafts : report == Reports.JOURNAL ? List.of("") : List.of("", "&include_drafts=true")) {
                String path = API + report.id() + "?client_account_id=2&per_page=1000" + drafts;
                HttpResponse<String> json = OFFICE.get(path);
                HttpResponse<String> html = OFFICE.get(path, "Accept", "text/html");

                String told = "Seed " + SEED + ", " + path;
                List<String> inJson = new ArrayList<>();
                BigDecimal debit = BigDecimal.ZERO;
                for (JsonNode row : JSON.readTree(json.body()).get("data")) {
                    debit = debit.add(row.get("debit").decimalValue());
                    inJson.add(figure(row.get("debit")) + " " + figure(row.get("credit")));
                }
                List<String> inHtml = figures(html.body());
                assertFalse(inJson.isEmpty(), told);
                assertEquals(
                        inJson.stream().sorted().toList(),
                        inHtml.stream().sorted().toList(),
                        told);
                assertEquals(new BigDecimal(header(json, "X-Total-Debit")), debit.setScale(2), told);
                assertEquals(ReportOffice.seal(json), ReportOffice.seal(html), told);
                assertEquals(header(json, "X-Total-Outgoing"), header(html, "X-Total-Outgoing"), told);
            }
        }
    }

    /** A page of one holds other lines than the same page of the other: the document is ordered by customer or supplier. */
    @Test
    void all_pages_of_a_document_about_partners_hold_the_lines_of_all_pages_in_json() {
        for (Report report : List.of(Reports.ACCOUNTS_RECEIVABLE, Reports.ACCOUNTS_PAYABLE)) {
            String path = API + report.id() + "?client_account_id=2&per_page=3";
            List<String> inJson = new ArrayList<>();
            List<String> inHtml = new ArrayList<>();
            long pages = 1;
            for (long page = 1; page <= pages; page++) {
                JsonNode json = JSON.readTree(OFFICE.get(path + "&page=" + page).body());
                pages = json.at("/meta/pages").asLong();
                json.get("data").forEach(row -> inJson.add(figure(row.get("debit")) + " " + figure(row.get("credit"))));
                inHtml.addAll(figures(OFFICE.get(path + "&page=" + page, "Accept", "text/html")
                        .body()));
            }
            assertTrue(pages > 1, "Seed " + SEED + ", " + path);
            assertEquals(
                    inJson.stream().sorted().toList(), inHtml.stream().sorted().toList(), "Seed " + SEED + ", " + path);
            assertTrue(report.about().contains("page N holds other lines in each"), report.about());
        }
    }

    @Test
    void a_draft_has_no_number_and_no_voucher_and_says_that_it_is_one() {
        HttpResponse<String> answer =
                OFFICE.get(API + "general-ledger?client_account_id=2&per_page=1000&include_drafts=true");
        int drafts = 0;
        for (JsonNode row : JSON.readTree(answer.body()).get("data")) {
            JsonNode entry = row.get("journal_entry");
            boolean draft = entry.get("is_draft").asBoolean();
            drafts += draft ? 1 : 0;
            for (String known :
                    List.of("/id", "/sequence_number", "/journal_entry/sequence_number", "/journal_entry/voucher_id")) {
                assertEquals(draft, row.at(known).isNull(), known + " of " + row);
            }
            assertTrue(entry.get("id").asLong() > 0);
        }

        assertTrue(drafts > 0);
        assertEquals("2", header(answer, "X-Drafts-Left-Out"));
    }

    @Test
    void what_is_asked_of_partners_wrongly_is_refused_and_one_that_nobody_has_gives_nothing() {
        for (String report : List.of("accounts-receivable", "accounts-payable")) {
            String path = API + report + "?client_account_id=2";
            for (String wrong : List.of("0", "-1", "x", "", "1,2", "99999999999999999999")) {
                HttpResponse<String> refused = OFFICE.get(path + "&business_partner_id=" + wrong);
                assertEquals(400, refused.statusCode(), wrong);
                assertTrue(refused.body().contains("business_partner_id"), refused.body());
            }
            assertEquals(400, OFFICE.get(path + "&account_codes=1500").statusCode());
            assertEquals(
                    400,
                    OFFICE.get(path + "&date_from=2026-02-01&date_to=2026-01-31")
                            .statusCode());
            assertEquals(403, OFFICE.get(API + report + "?client_account_id=3").statusCode());
            HttpResponse<String> nobody = OFFICE.get(path + "&business_partner_id=9999999");
            assertEquals(200, nobody.statusCode());
            assertEquals(
                    "{\"meta\":{\"records\":0,\"per_page\":100,\"page\":1,\"pages\":0},\"data\":[]}", nobody.body());
        }
    }

    @Test
    void a_page_about_one_partner_says_its_name() {
        JsonNode partner = JSON.readTree(OFFICE.get(API + "general-ledger?client_account_id=2&per_page=1000")
                        .body())
                .get("data")
                .valueStream()
                .map(row -> row.at("/journal_entry/related_object/business_partner"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        String said =
                "Kunde eller leverandør: " + partner.get("name").asString().replace("&", "&amp;") + "</p>";

        for (String report : List.of("accounts-receivable", "aged-receivables")) {
            String page = OFFICE.page("/" + report + "?client_account_id=2&business_partner_id="
                            + partner.get("id").asString())
                    .body();
            assertTrue(page.contains(said), said + ": " + page);
        }
        String about = OFFICE.get(
                        API + "general-ledger?client_account_id=2&dimensions=businesspartner:"
                                + partner.get("id").asString() + ",project:9999999",
                        "Accept",
                        "text/html")
                .body();
        assertTrue(about.contains(said.replace("Kunde eller leverandør", "Motpart")), about);
        assertTrue(about.contains("Prosjekt: 9999999</p>"), about);
        assertTrue(OFFICE.page("/aged-receivables?client_account_id=2&business_partner_id=9999999")
                .body()
                .contains("Kunde eller leverandør: 9999999"));
    }

    /** Debit and credit of each line of a document. */
    private static List<String> figures(String html) {
        return ROW.matcher(html)
                .results()
                .map(row -> FIGURE.matcher(row.group(1))
                        .results()
                        .map(figure -> figure.group(1)
                                .replaceAll("[\\s\\u00a0\\u202f]", "")
                                .replace(',', '.'))
                        .toList())
                .map(figures -> figures.get(0) + " " + figures.get(1))
                .toList();
    }

    private static String figure(JsonNode amount) {
        return amount.decimalValue().setScale(2).toPlainString();
    }

    @Test
    void every_answer_balances_while_others_post() throws InterruptedException, ExecutionException {
        ExecutorService office = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            AtomicInteger writing = new AtomicInteger(WRITERS);
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                LocalDate day = LocalDate.of(2026, 4, 1 + writer);
                work.add(office.submit(() -> post(day, writing)));
            }
            for (int reader = 0; reader < READERS; reader++) {
                int first = reader;
                work.add(office.submit(() -> read(first, writing)));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            office.shutdownNow();
        }
    }

    private static void post(LocalDate day, AtomicInteger writing) {
        try {
            for (int i = 1; i <= EACH; i++) {
                OFFICE.post(day, "Salg " + i, 125L * i, -100L * i, -25L * i);
                OFFICE.owe(day, "Faktura " + i, 50L * i);
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    /** Each report in turn, beginning with another for each reader, and all of them when everything is posted. */
    private static void read(int first, AtomicInteger writing) {
        List<WholeAnswers> reports = List.of(WholeAnswers.values());
        int last = Integer.MAX_VALUE;
        for (int turn = first; turn < last; turn++) {
            if (writing.get() == 0 && last == Integer.MAX_VALUE) {
                last = turn + reports.size();
            }
            reports.get(turn % reports.size()).read(OFFICE);
        }
    }
}
