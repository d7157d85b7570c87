package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports over several client accounts. */
class CombinedOverHttpTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/v2/reports/";
    private static final List<String> QUESTIONS = List.of(
            "balance-sheet?report_date=2026-06-30&include_drafts=true",
            "income-statement?date_from=2026-01-01&date_to=2026-12-31&compare=previous_year",
            "trial-balance?date_from=2026-01-01&date_to=2026-12-31&include_zero_movement=false");

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, 60);

    @Test
    void rows_are_those_of_each_client_account_and_totals_are_those_of_all() {
        for (String question : QUESTIONS) {
            HttpResponse<String> first = OFFICE.get(API + question + "&client_account_id=2");
            HttpResponse<String> second = OFFICE.get(API + question + "&client_account_id=1");
            HttpResponse<String> both = OFFICE.get(API + "combined/" + question + "&client_account_ids=2,1");

            List<JsonNode> rows = new ArrayList<>(named(first, 2, "Bryggen <b>Konserter</b>"));
            rows.addAll(named(second, 1, "Kaffebaren Nord AS"));
            assertEquals(rows, JSON.readTree(both.body()).valueStream().toList(), "Seed " + SEED + ", " + question);
            for (String total : List.of("Assets", "Equity-And-Liabilities", "Result", "Operating-Result", "Debit")) {
                String name = "X-Total-" + total;
                assertEquals(sum(header(first, name), header(second, name)), header(both, name), question);
            }
        }
    }

    private static List<JsonNode> named(HttpResponse<String> answer, long client, String name) {
        return JSON.readTree(answer.body())
                .valueStream()
                .map(row -> {
                    ObjectNode whose = JSON.createObjectNode();
                    whose.put("client_account_id", client).put("client_account_name", name);
                    row.properties().forEach(member -> whose.set(member.getKey(), member.getValue()));
                    return JSON.readTree(whose.toString());
                })
                .toList();
    }

    private static String sum(String one, String other) {
        return one.isEmpty()
                ? ""
                : new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
    }

    @Test
    void drafts_that_are_left_out_are_counted_together_and_the_seal_is_of_all_books() {
        String balance = API + "combined/" + QUESTIONS.get(0) + "&client_account_ids=1,2";
        HttpResponse<String> before = OFFICE.get(balance);
        long draft = OFFICE.draft(LocalDate.of(2026, 5, 3), 50_000, -1);
        HttpResponse<String> after = OFFICE.get(balance);
        OFFICE.removeDraft(draft);

        assertEquals(
                Long.parseLong(header(before, "X-Drafts-Left-Out")) + 1,
                Long.parseLong(header(after, "X-Drafts-Left-Out")));
        assertNotEquals(header(before, "ETag"), header(after, "ETag"));
        assertEquals(
                304,
                OFFICE.get(balance, "If-None-Match", header(before, "ETag")).statusCode());
    }

    @Test
    void one_client_account_that_is_not_the_callers_refuses_all_in_the_words_of_one() {
        String foreign =
                OFFICE.get(API + QUESTIONS.get(0) + "&client_account_id=3").body();

        for (String clients : List.of("1,3", "3", "1,4711", "1,1", "", "x", "1,", "0", "1&client_account_ids=2")) {
            HttpResponse<String> answer =
                    OFFICE.get(API + "combined/" + QUESTIONS.get(0) + "&client_account_ids=" + clients);
            assertEquals(403, answer.statusCode(), clients);
            assertEquals(foreign, answer.body(), clients);
        }
        assertEquals(403, OFFICE.get(API + "combined/" + QUESTIONS.get(0)).statusCode());
    }

    @Test
    void what_is_asked_for_wrongly_is_refused_by_name() {
        String income = API + "combined/" + QUESTIONS.get(1) + "&client_account_ids=1,2";

        for (String wrong : List.of("client_account_id=1", "page=2", "colour=blue", "include_drafts=perhaps")) {
            HttpResponse<String> answer = OFFICE.get(income + "&" + wrong);
            assertEquals(400, answer.statusCode(), wrong);
            assertTrue(answer.body().contains(wrong.substring(0, wrong.indexOf('='))), answer.body());
        }
        assertEquals(406, OFFICE.get(income, "Accept", "text/html").statusCode());
    }
}
