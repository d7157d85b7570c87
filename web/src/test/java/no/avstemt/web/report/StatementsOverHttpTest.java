package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.found;
import static no.avstemt.web.report.ReportOffice.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
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

/** Balance sheet and income statement, as a program and as an accountant get them. */
class StatementsOverHttpTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/v2/reports/";
    private static final String BALANCE = "balance-sheet?client_account_id=1&report_date=2026-12-31";
    private static final String INCOME = "income-statement?client_account_id=1&date_from=2026-01-01&date_to=2026-12-31";
    private static final Pattern ROW = Pattern.compile("<tr class=\"line level-0\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>([^<]*)</t[hd]>");

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, LONG ? 500 : 80);

    @Test
    void the_json_is_as_the_contract_says() throws IOException {
        assertGolden("balance-sheet", BALANCE);
        assertGolden("income-statement", INCOME);
        assertGolden("income-statement-by-tag", INCOME + "&group_by_dimension=tag&compare=previous_year");
    }

    private static void assertGolden(String name, String path) throws IOException {
        Path golden = Path.of("src/test/resources/golden/" + name + ".json");
        String body = OFFICE.get(API + path).body().replace("},{\"grouping", "},\n{\"grouping") + "\n";

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, body);
        }

        assertEquals(Files.readString(golden), body);
    }

    @Test
    void totals_stand_in_headers_in_the_sign_of_a_profit() {
        HttpResponse<String> balance = OFFICE.get(API + BALANCE);
        HttpResponse<String> income = OFFICE.get(API + INCOME);

        assertEquals("400.00", header(balance, "X-Total-Assets"));
        assertEquals("400.00", header(balance, "X-Total-Equity-And-Liabilities"));
        assertEquals("240.00", header(income, "X-Total-Operating-Result"));
        assertEquals("240.00", header(income, "X-Total-Result-Before-Tax"));
        assertEquals("240.00", header(income, "X-Total-Result"));
        assertEquals("[]", OFFICE.get(API + INCOME.replace("2026", "2024")).body());
    }

    @Test
    void the_first_days_that_books_can_have_stand_beside_nothing() {
        for (String day : List.of("1900-01-01", "1900-12-31")) {
            for (String compare : List.of("previous_year", "previous_period")) {
                HttpResponse<String> balance =
                        OFFICE.get(API + BALANCE.replace("2026-12-31", day) + "&compare=" + compare);
                assertEquals(200, balance.statusCode(), balance.body());
                assertEquals("[]", balance.body());
                assertEquals("0.00", header(balance, "X-Total-Assets"));
            }
        }
    }

    @Test
    void without_dates_they_are_of_today_and_of_this_calendar_year() {
        LocalDate today = OFFICE.today();

        assertEquals(
                header(OFFICE.get(API + BALANCE.replace("2026-12-31", today.toString())), "ETag"),
                header(OFFICE.get(API + "balance-sheet?client_account_id=1"), "ETag"));
        assertEquals(
                header(
                        OFFICE.get(API + "income-statement?client_account_id=1&date_from=" + today.getYear()
                                + "-01-01&date_to=" + today),
                        "ETag"),
                header(OFFICE.get(API + "income-statement?client_account_id=1"), "ETag"));
    }

    @Test
    void what_they_cannot_be_asked_is_refused_by_name() {
        for (String parameter : List.of("account_codes=1577", "free_text=salg", "date_from=2026-01-01")) {
            assertRefused(parameter.substring(0, parameter.indexOf('=')), BALANCE + "&" + parameter);
        }
        for (String parameter : List.of("account_codes=3000", "include_dimensions=true", "report_date=2026-01-01")) {
            assertRefused(parameter.substring(0, parameter.indexOf('=')), INCOME + "&" + parameter);
        }
        assertRefused("report_date", BALANCE.replace("2026-12-31", "2026-13-01"));
        assertRefused("compare", BALANCE + "&compare=budget");
        assertRefused("date_from", INCOME.replace("2026-12-31", "2025-12-31"));
        assertRefused("date_to", INCOME.replace("2026-12-31", "2027-01-01"));
        assertRefused("date_from", "income-statement?client_account_id=1&date_to=1999-12-31");
    }

    private static void assertRefused(String named, String path) {
        HttpResponse<String> answer = OFFICE.get(API + path);

        assertEquals(400, answer.statusCode(), path);
        assertTrue(answer.body().contains(named), path + ": " + answer.body());
    }

    @Test
    void drafts_count_where_they_are_asked_for() {
        long balanced = OFFICE.draft(LocalDate.of(2026, 5, 2), 1_000, -1_000);
        long unbalanced = OFFICE.draft(LocalDate.of(2025, 5, 3), 50_000, -1);

        HttpResponse<String> balance = OFFICE.get(API + BALANCE + "&include_drafts=true");
        HttpResponse<String> income = OFFICE.get(API + INCOME + "&include_drafts=true");

        assertEquals("410.00", header(balance, "X-Total-Assets"));
        assertEquals("1", header(balance, "X-Drafts-Left-Out"));
        assertEquals("250.00", header(income, "X-Total-Result"));
        assertEquals("0", header(income, "X-Drafts-Left-Out"));
        assertEquals(
                "1",
                header(OFFICE.get(API + INCOME + "&include_drafts=true&compare=previous_year"), "X-Drafts-Left-Out"));
        assertNotEquals(header(OFFICE.get(API + INCOME), "ETag"), header(income, "ETag"));
        assertTrue(income.body().contains("\"5\":10.00"), income.body());
        OFFICE.removeDraft(balanced);
        OFFICE.removeDraft(unbalanced);
    }

    @Test
    void a_document_has_the_results_between_its_sums() {
        String income =
                plainText(OFFICE.get(API + INCOME, "Accept", "text/html").body());
        String part = plainText(OFFICE.get(API + INCOME.replace("2026-12-31", "2026-03-31"), "Accept", "text/html")
                .body());
        String balance =
                plainText(OFFICE.get(API + BALANCE, "Accept", "text/html").body());

        assertTrue(
                income.matches(".*Driftsinntekter.*Sum driftsinntekter .* 240,00 Driftsresultat .* 240,00"
                        + " Resultat før skattekostnad .* 240,00 Årsresultat .* 240,00 .*"),
                income);
        assertFalse(income.contains("Netto finansposter"), income);
        assertTrue(part.contains("Periodens resultat"), part);
        String beside = plainText(OFFICE.get(API + BALANCE + "&compare=previous_year", "Accept", "text/html")
                .body());
        assertTrue(beside.contains("Sammenlignet med: 31. desember 2025"), beside);
        assertTrue(
                balance.matches(".*Per 31. desember 2026.*Sum eiendeler 400,00.*2099 Udisponert resultat .* 320,00"
                        + ".*Sum egenkapital og gjeld 400,00.*"),
                balance);
    }

    private static String plainText(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void figures_on_a_page_lead_to_their_lines() {
        String income = OFFICE.page("/" + INCOME).body();
        String balance = OFFICE.page("/" + BALANCE).body();

        String march = link(
                income,
                "/general-ledger\\?client_account_id=1&amp;account_codes=3000"
                        + "&amp;date_from=2026-03-01&amp;date_to=2026-03-31");
        String before =
                link(balance, "/general-ledger\\?client_account_id=1&amp;account_codes=1577&amp;date_to=2026-12-31");
        link(balance, "/trial-balance\\?client_account_id=1&amp;date_from=2026-01-01&amp;date_to=2026-12-31");
        assertTrue(OFFICE.page(march).body().contains("240,00"));
        assertTrue(OFFICE.page(before).body().contains("400,00"));
        assertEquals(200, OFFICE.page("/income-statement?client_account_id=1").statusCode());
        assertEquals(200, OFFICE.page("/balance-sheet?client_account_id=1").statusCode());
    }

    private static String link(String page, String pattern) {
        return found(page, "\"(" + pattern + ")\"").orElseThrow().replace("&amp;", "&");
    }

    @Test
    void json_and_html_hold_the_same_figures() {
        System.err.println("Seed: " + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < (LONG ? 150 : 8); round++) {
            LocalDate from = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(700));
            LocalDate to = from.plusDays(random.nextInt(330));
            String more = List.of("", "&include_drafts=true").get(random.nextInt(2))
                    + List.of("", "&compare=previous_year", "&compare=previous_period")
                            .get(random.nextInt(3));
            String income = "income-statement?client_account_id=2&date_from=" + from + "&date_to=" + to + more
                    + List.of("", "&free_text=kaffe", "&group_by_dimension=project")
                            .get(random.nextInt(3));
            String balance = "balance-sheet?client_account_id=2&report_date=" + from + more;

            assertSame(income, row -> movements(row, from, to));
            assertSame(balance, StatementsOverHttpTest::balances);
        }
    }

    private interface Figures {

        List<BigDecimal> of(JsonNode row);
    }

    private static void assertSame(String path, Figures figures) {
        List<String> inJson = new ArrayList<>();
        for (JsonNode row : JSON.readTree(OFFICE.get(API + path).body())) {
            inJson.add(row.at("/account_code").asString() + " " + figures.of(row));
        }

        assertEquals(inJson, html(OFFICE.get(API + path, "Accept", "text/html").body()), "Seed " + SEED + " " + path);
        assertEquals(inJson, html(OFFICE.page("/" + path).body()), "Seed " + SEED + " " + path);
    }

    private static List<BigDecimal> balances(JsonNode row) {
        List<BigDecimal> amounts = new ArrayList<>(List.of(amount(row, "/balance")));
        if (row.has("compared_balance")) {
            amounts.add(amount(row, "/compared_balance"));
        }
        return amounts;
    }

    /** The months of the period in their order, their sum, and that of the other period. */
    private static List<BigDecimal> movements(JsonNode row, LocalDate from, LocalDate to) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
            amounts.add(amount(row, "/period_debit_movements/" + month.getMonthValue()));
        }
        amounts.add(sum(row, "/period_debit_movements"));
        if (row.has("compared_debit_movements")) {
            amounts.add(sum(row, "/compared_debit_movements"));
        }
        return amounts;
    }

    private static BigDecimal sum(JsonNode row, String member) {
        BigDecimal sum = new BigDecimal("0.00");
        assertEquals(12, row.at(member).size());
        for (int month = 1; month <= 12; month++) {
            sum = sum.add(amount(row, member + "/" + month));
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode row, String path) {
        return row.at(path).decimalValue().setScale(2);
    }

    /** Account and amounts of each row; a dash is nothing. */
    private static List<String> html(String html) {
        List<String> figures = new ArrayList<>();
        Matcher rows = ROW.matcher(html);
        while (rows.find()) {
            List<String> cells = CELL.matcher(rows.group(1).replaceAll("</?a[^>]*>", ""))
                    .results()
                    .map(cell -> cell.group(1).strip())
                    .toList();
            List<String> amounts = cells.stream()
                    .skip(2)
                    .map(cell -> cell.equals("–") ? "0.00" : cell)
                    .map(cell ->
                            cell.replace("\u00a0", "").replace('\u2212', '-').replace(',', '.'))
                    .filter(cell -> cell.matches("-?[0-9]+\\.[0-9]{2}"))
                    .toList();
            figures.add(cells.get(0) + " " + amounts);
        }
        return figures;
    }
}
