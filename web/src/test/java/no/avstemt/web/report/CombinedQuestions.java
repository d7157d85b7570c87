package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same question to each report, about client accounts 2 and 1 together and about each alone. */
record CombinedQuestions(ReportOffice office) {

    static final String API = "/api/v2/reports/";
    static final String JSON = "application/json";
    static final String HTML = "text/html";

    /** Those with pages are asked for small ones. */
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("balance-sheet", "report_date=2026-06-30&include_drafts=true"),
            Map.entry("income-statement", "date_from=2026-01-01&date_to=2026-12-31&compare=previous_year"),
            Map.entry("trial-balance", "date_from=2026-01-01&date_to=2026-12-31&include_zero_movement=false"),
            Map.entry("general-ledger", "date_from=2025-03-01&include_drafts=true&per_page=40"),
            Map.entry("accounts-receivable", "include_reconciled=false&per_page=2"),
            Map.entry("accounts-payable", "date_to=2026-10-31&per_page=2"),
            Map.entry("aged-receivables", "report_date=2026-12-31"),
            Map.entry("aged-payables", "report_date=2026-12-31"),
            Map.entry("journal", "per_page=7"),
            Map.entry("vat-specification", "date_from=2026-01-01&date_to=2026-06-30"),
            Map.entry("processing-history", "per_page=2"));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SUMS = "<caption class=\"unseen\">Klient for klient</caption>";
    private static final Pattern TABLE = Pattern.compile("<table class=\"figures\">.*?</table>", Pattern.DOTALL);

    /** Both have something to tell in the processing history, and a draft. */
    void prepare() {
        for (long client : List.of(1L, 2L, 2L, 2L)) {
            office.remember(client);
        }
        office.draft(LocalDate.of(2026, 4, 2), 10_000, -10_000);
    }

    static String ofReport(String id) {
        return id + "?" + Objects.requireNonNull(QUESTIONS.get(id), id);
    }

    static String together(Report report) {
        return API + "combined/" + ofReport(report.id()) + "&client_account_ids=2,1";
    }

    List<HttpResponse<String>> together(Report report, String format) {
        return pages(together(report), format);
    }

    List<HttpResponse<String>> alone(Report report, long client, String format) {
        return pages(API + ofReport(report.id()) + "&client_account_id=" + client, format);
    }

    private List<HttpResponse<String>> pages(String path, String format) {
        HttpResponse<String> first = office.get(path);
        long pages = first.body().startsWith("{") ? meta(first, "pages") : 1;
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (long page = 1; page <= Math.max(1, pages); page++) {
            HttpResponse<String> answer = office.get(page == 1 ? path : path + "&page=" + page, "Accept", format);
            assertEquals(200, answer.statusCode(), path + ": " + answer.body());
            answers.add(answer);
        }
        return answers;
    }

    static boolean isPaged(Report report) {
        return report.parameters().contains(Parameters.PAGE);
    }

    static long meta(HttpResponse<String> answer, String name) {
        return MAPPER.readTree(answer.body()).at("/meta/" + name).asLong();
    }

    static List<JsonNode> rows(HttpResponse<String> answer) {
        JsonNode body = MAPPER.readTree(answer.body());
        return (body.isArray() ? body : body.get("data")).valueStream().toList();
    }

    static List<JsonNode> rows(List<HttpResponse<String>> pages) {
        return pages.stream().flatMap(page -> rows(page).stream()).toList();
    }

    /** Without what says whose they are, and what all come to. */
    static List<String> tablesOfClients(HttpResponse<String> page) {
        return tables(page.body())
                .filter(table -> !table.contains(SUMS))
                .map(table -> table.replaceAll("<caption.*?</caption>", ""))
                .toList();
    }

    /** What each and all come to. */
    static String sums(HttpResponse<String> page) {
        return tables(page.body())
                .filter(table -> table.contains(SUMS))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.body()));
    }

    private static Stream<String> tables(String page) {
        return TABLE.matcher(page).results().map(MatchResult::group);
    }

    /** By the names of the headers. */
    static Map<String, String> totals(HttpResponse<String> answer) {
        Map<String, String> totals = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-total-")) {
                totals.put(name, values.get(0));
            }
        });
        return totals;
    }
}
