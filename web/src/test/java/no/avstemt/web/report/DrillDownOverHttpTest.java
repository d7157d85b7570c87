package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.avstemt.application.access.Language;
import no.avstemt.web.report.ShownReport.Line;
import no.avstemt.web.report.ShownReport.Shown;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A figure that is clicked leads to a page whose sum is that figure. */
class DrillDownOverHttpTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final Texts TEXTS = Texts.in(Language.NORWEGIAN);
    private static final int EACH = LONG ? 60 : 8;

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(SEED, LONG ? 400 : 80);

    private final Random random = new Random(SEED);
    private final Set<String> followed = new HashSet<>();

    @Test
    void figures_of_the_statements_are_the_sums_of_their_lines() {
        System.err.println("Seed: " + SEED);
        for (String more : List.of("", "&include_drafts=true", "&dimensions=" + aProject())) {
            LocalDate day = LocalDate.of(2025, 3, 1).plusDays(random.nextInt(600));
            LocalDate from = day.withDayOfMonth(1).minusMonths(random.nextInt(10));
            String dates = "&date_from=" + from + "&date_to=" + day + more;

            follow("/balance-sheet?client_account_id=2&report_date=" + day + more);
            follow("/income-statement?client_account_id=2" + dates);
            follow("/income-statement?client_account_id=2&group_by_dimension=project" + dates);
            follow("/trial-balance?client_account_id=2&include_dimensions=false" + dates);
            follow("/trial-balance?client_account_id=2&include_dimensions=false&free_text=kaffe" + dates);
            follow("/trial-balance?client_account_id=2&group_by_dimension=project" + dates);
        }
        follow("/trial-balance?client_account_id=1&date_from=2026-01-01&date_to=2026-12-31");
        assertTrue(followed.size() > 50, followed.toString());
    }

    @Test
    void what_is_open_and_what_tax_is_of_are_the_sums_of_their_lines() {
        for (String report : List.of("aged-receivables", "aged-payables")) {
            follow("/" + report + "?client_account_id=2&report_date=2026-12-31", 1);
        }
        int open = followed.size();
        assertTrue(open > 0);

        follow("/vat-specification?client_account_id=2&date_from=2025-02-10&date_to=2026-08-31", 1);

        assertTrue(followed.size() > open + 3, followed.toString());
    }

    @Test
    void the_rest_of_an_account_leads_nowhere_and_the_whole_of_it_does() {
        ShownReport byProject = page("/trial-balance?client_account_id=2&date_from=2025-01-01&date_to=2026-12-31"
                + "&group_by_dimension=project");
        long rests = byProject.rows().stream()
                .filter(row -> row.at(text("outgoing_balance")).href().isEmpty())
                .peek(row -> {
                    assertEquals("", row.at(text("relation")).text());
                    assertTrue(row.cells().stream().allMatch(cell -> cell.href().isEmpty()));
                    assertTrue(isInactive(row)
                            || byProject.rows().stream()
                                    .anyMatch(
                                            other -> other != row && code(other).equals(code(row))));
                })
                .count();

        assertTrue(rests > 0);
        assertTrue(byProject.rows().stream()
                .anyMatch(row -> row.at(text("relation")).text().isEmpty()
                        && !row.at(text("outgoing_balance")).href().isEmpty()));
    }

    /** What is nothing is not shown of it. */
    private static boolean isInactive(Line row) {
        return code(row).equals("6800");
    }

    private static String code(Line row) {
        return row.cells().get(0).text();
    }

    private static String aProject() {
        return "project:"
                + JsonMapper.shared()
                        .readTree(OFFICE.get("/api/v2/reports/trial-balance?client_account_id=2&date_from=2024-01-01"
                                        + "&date_to=2026-12-31&group_by_dimension=project&include_zero_movement=false")
                                .body())
                        .valueStream()
                        .filter(row -> row.hasNonNull("relation_id"))
                        .findFirst()
                        .orElseThrow()
                        .get("relation_id")
                        .asString();
    }

    private void follow(String path) {
        follow(path, 3);
    }

    /** Figures of a page, of one row of so many. */
    private void follow(String path, int oneOf) {
        for (Line row : page(path).rows()) {
            List<String> amounts = row.columnsOfAmounts()
                    .filter(column -> !row.at(column).href().isEmpty())
                    .toList();
            if (!amounts.isEmpty() && random.nextInt(oneOf) == 0 || code(row).equals("2099")) {
                amounts.stream().limit(EACH).forEach(column -> follow(path, row, column));
            }
        }
    }

    private void follow(String path, Line row, String column) {
        Shown figure = row.at(column);
        boolean isPart = figure.href().contains("include_reconciled=false") // one age of what is open
                || figure.href().contains("tax_codes=") && !column.equals(text("vat_base"));
        if (isPart) {
            return;
        }
        ShownReport lines = page(figure.href());
        String told = "Seed " + SEED + ": " + column + " of " + row + " on " + path;
        followed.add(figure.href());
        assertEquals(figure.amount().abs(), behind(figure.href(), column, lines).abs(), told);
    }

    /** What a page that is led to comes to. */
    private static BigDecimal behind(String href, String column, ShownReport page) {
        if (href.startsWith("/trial-balance")) {
            return results(page);
        }
        if (column.equals(text("debit"))) {
            return page.sum(TEXTS.get("figure.Debit"));
        }
        if (column.equals(text("credit"))) {
            return page.sum(TEXTS.get("figure.Credit"));
        }
        boolean isBalance = Set.of("incoming_balance", "outgoing_balance", "statement_balance", "open_balance").stream()
                .map(DrillDownOverHttpTest::text)
                .anyMatch(column::equals);
        return isBalance
                ? page.sum(TEXTS.get("figure.Outgoing"))
                : page.sum(TEXTS.get("figure.Debit")).subtract(page.sum(TEXTS.get("figure.Credit")));
    }

    /** What no year has disposed of at the end of a trial balance. */
    private static BigDecimal results(ShownReport trialBalance) {
        return trialBalance.rows().stream()
                .filter(row -> code(row).equals("2099") || code(row).compareTo("3000") >= 0)
                .map(row -> row.at(text("outgoing_balance")).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(String column) {
        return TEXTS.get("column." + column);
    }

    private static ShownReport page(String path) {
        HttpResponse<String> answer = OFFICE.page(path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return ShownReport.of(answer.body());
    }
}
