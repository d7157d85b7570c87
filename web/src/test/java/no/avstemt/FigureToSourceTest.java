package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.Language;
import no.avstemt.web.report.ShownReport;
import no.avstemt.web.report.ShownReport.Line;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a figure of a report to its lines, to the entry, and to what the entry was made from, by links alone. */
final class FigureToSourceTest {

    private static final Texts TEXTS = Texts.in(Language.NORWEGIAN);
    private static final Pattern SOURCE =
            Pattern.compile("href=\"(/(?:settlement-entries|sales|journal-entries/[0-9]+/voucher)\\?[^\"]*)\"");

    @TempDir
    private static Path folder;

    private static Portal portal;
    private static String cookie;

    @BeforeAll
    static void open() {
        portal = new Portal(folder);
        cookie = portal.signedIn(Portal.ACCOUNTANT);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void a_figure_leads_to_the_sales_and_payments_that_it_is_made_of() {
        String dates = "date_from=2026-05-01&date_to=2026-05-21";

        assertLeads("/balance-sheet?report_date=2026-05-21", "statement_balance", "Outgoing");
        assertLeads("/income-statement?" + dates, "period_total", "Outgoing");
        assertLeads("/trial-balance?" + dates, "outgoing_balance", "Outgoing");
        assertLeads("/vat-specification?" + dates, "vat_base", "Outgoing");
        for (String report : List.of("journal", "general-ledger")) {
            assertLeadsOn(page(ofClient("/" + report + "?" + dates)));
        }
    }

    @Test
    void booked_tax_is_the_tax_of_the_lines_it_leads_to() {
        String booked = TEXTS.get("column.vat_booked");
        ShownReport specification = page(ofClient("/vat-specification?date_from=2026-05-01&date_to=2026-05-21"));
        List<Line> rows = specification.rows().stream()
                .filter(row -> row.columnsOfAmounts().anyMatch(booked::equals))
                .filter(row -> row.at(booked).href().contains("tax_codes="))
                .toList();

        assertFalse(rows.isEmpty(), specification.html());
        rows.forEach(row -> assertEquals(
                row.at(booked).amount(), taxOf(row.at(booked).href()).negate(), "Of sales, in ledger sign: " + row));
    }

    /** Of the lines on all pages. */
    private static BigDecimal taxOf(String href) {
        BigDecimal tax = BigDecimal.ZERO;
        for (int page = 1; ; page++) {
            ShownReport lines = page(href + "&page=" + page);
            tax = lines.rows().stream()
                    .map(row -> row.at(TEXTS.get("column.tax_amount")).amount())
                    .reduce(tax, BigDecimal::add);
            if (!lines.html().contains("&amp;page=" + (page + 1) + "\"")) {
                return tax;
            }
        }
    }

    private static String ofClient(String path) {
        return path.replace("?", "?client_account_id=" + portal.client() + "&");
    }

    /** The first amount of a column, to lines that come to it. */
    private static void assertLeads(String path, String column, String sum) {
        String label = TEXTS.get("column." + column);
        Line row = page(ofClient(path)).rows().stream()
                .filter(each -> each.columnsOfAmounts().anyMatch(label::equals))
                .filter(each -> each.at(label).href().startsWith("/general-ledger"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No amount in " + label + " on " + path));

        ShownReport lines = page(row.at(label).href());

        assertEquals(
                row.at(label).amount().abs(),
                lines.sum(TEXTS.get("figure." + sum)).abs(),
                path + ": " + row);
        assertLeadsOn(lines);
    }

    /** From the first line of a page. */
    private static void assertLeadsOn(ShownReport lines) {
        Line line = lines.rows().get(0);
        String entry = line.at(TEXTS.get("column.entry")).href();
        String shown = line.columnsOfAmounts()
                .filter(column -> !line.at(column).href().isEmpty())
                .map(column -> line.at(column).text())
                .findFirst()
                .orElseThrow();
        String html = page(entry.split("#", 2)[0]).html();
        Matcher own = Pattern.compile(
                        "<tr class=\"line\" id=\"" + entry.split("#", 2)[1] + "\">(.*?)</tr>", Pattern.DOTALL)
                .matcher(html);
        assertTrue(own.find(), entry + ": " + html);
        assertTrue(own.group(1).contains(shown), shown + ": " + own.group(1));
        Matcher source = SOURCE.matcher(html);
        assertTrue(source.find(), entry + ": " + html);
        String behind = source.group(1).replace("&amp;", "&");
        HttpResponse<String> answer = portal.get(cookie, behind);
        assertEquals(200, answer.statusCode(), behind);
        assertTrue(answer.body().contains("<tr"), behind + ": " + answer.body());
    }

    private static ShownReport page(String path) {
        HttpResponse<String> answer = portal.get(cookie, path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return ShownReport.of(answer.body());
    }
}
