package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.Reports;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a report's page can be asked for with its own fields, and how it says so in its address and in words. */
class ReportFiltersOverHttpTest {

    private static final String TRIAL = "/trial-balance?client_account_id=2&date_from=2025-01-01&date_to=2025-12-31";
    private static final String OPEN = "<details class=\"more-choices\" open";

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(7, 60);

    @Test
    void a_page_has_a_field_for_all_that_the_report_can_be_asked_for() {
        for (Report report : Reports.ALL) {
            String page = page("/" + report.id() + "?client_account_id=2");
            for (Parameter<?> parameter : report.parameters()) {
                if (!parameter.equals(Parameters.PAGE)) {
                    fields(parameter)
                            .forEach(name -> assertTrue(
                                    page.contains("name=\"" + name + "\" aria-label="),
                                    report.id() + " " + name + ": " + page));
                }
            }
            assertFalse(page.contains(OPEN), report.id());
        }
    }

    /** Of the kinds that the client account has anything of. */
    private static List<String> fields(Parameter<?> parameter) {
        if (parameter.equals(Parameters.DIMENSIONS)) {
            return List.of("businesspartner", "bankacc", "project", "tag");
        }
        return List.of(parameter.equals(Parameters.BUSINESS_PARTNER_ID) ? "businesspartner" : parameter.name());
    }

    @Test
    void what_is_written_by_name_is_kept_in_the_address_by_id_and_several_add_up() {
        String first = sent(TRIAL + "&chosen=true&include_drafts=false&include_dimensions=true&free_text=&tag=&project="
                + encoded("Åse Ål"));
        String id = found(first, "project%3A([0-9]+)$");
        assertEquals(TRIAL + "&dimensions=project%3A" + id, first);
        String ticked = page(first);
        assertTrue(ticked.contains(OPEN));
        assertTrue(ticked.contains("name=\"dimensions\" value=\"project:" + id + "\" checked> K0 Åse Ål AS"), ticked);
        assertTrue(ticked.contains("Prosjekt: Åse Ål AS"), ticked);

        String both = sent(TRIAL + "&chosen=true&dimensions=project:" + id + "&project=K1&tag=" + encoded("K2 Zéro"));

        assertTrue(both.matches(".*&dimensions=project%3A" + id + "%2Cproject%3A[0-9]+%2Ctag%3A[0-9]+"), both);
        String several = both.replace("%2C", "&dimensions=").replace("%3A", ":");
        assertEquals(
                ShownReport.of(page(both)).rows(), ShownReport.of(page(several)).rows());
        assertEquals(TRIAL, sent(TRIAL + "&chosen=true&project="));
    }

    @Test
    void one_customer_is_chosen_by_number_and_left_out_by_an_empty_field() {
        String receivable = "/accounts-receivable?client_account_id=2&date_to=2026-12-31";
        String one = sent(receivable + "&businesspartner=K1");
        String id = found(one, "business_partner_id=([0-9]+)");

        assertEquals("/accounts-receivable?client_account_id=2&business_partner_id=" + id + "&date_to=2026-12-31", one);
        assertTrue(page(one).contains("value=\"K1 Nord &amp; Sør\""), page(one));
        assertEquals(receivable, sent(receivable + "&chosen=true&businesspartner="));
    }

    @Test
    void what_can_mean_nothing_or_more_than_one_is_told_and_left_out() {
        String unknown = page(TRIAL + "&chosen=true&project=Fyrlykt");
        String several = page(TRIAL + "&chosen=true&project=r");
        String english = OFFICE.page(TRIAL + "&tag=%3Cb%3E").body();

        assertTrue(unknown.contains("Prosjekt: «Fyrlykt» finnes ikke i registeret."), unknown);
        assertTrue(unknown.contains("value=\"Fyrlykt\""), unknown);
        assertTrue(unknown.contains(OPEN));
        assertTrue(several.contains("Prosjekt: flere passer med «r»."), several);
        assertEquals(ShownReport.of(page(TRIAL)).rows(), ShownReport.of(unknown).rows());
        assertTrue(english.contains("&lt;b&gt;"), english);
        assertEquals(
                400,
                OFFICE.page("/vat-specification?client_account_id=2&project=K1").statusCode());
        assertEquals(400, OFFICE.page(TRIAL + "&dimensions=colour:1").statusCode());
        assertEquals(400, OFFICE.page(TRIAL + "&project=%00").statusCode());
        assertEquals(400, OFFICE.page(TRIAL + "&project=" + "x".repeat(401)).statusCode());
    }

    @Test
    void other_choices_are_few_at_first_and_open_when_one_is_used() {
        for (String used : Set.of("&include_drafts=true", "&include_dimensions=false", "&group_by_dimension=tag")) {
            assertTrue(page(TRIAL + used).contains(OPEN), used);
        }
        for (String inSentence : Set.of("", "&compare=previous_year", "&free_text=kaffe", "&include_drafts=false")) {
            assertFalse(page(TRIAL + inSentence).contains(OPEN), inSentence);
        }
        String perPage = page("/general-ledger?client_account_id=2&per_page=7&tax_codes=3,5");
        assertTrue(perPage.contains("<option value=\"7\" selected>7</option>"), perPage);
        assertTrue(perPage.contains("name=\"tax_codes\" aria-label=\"Mva-koder\" placeholder=\"alle\" value=\"3,5\""));
    }

    private static String page(String path) {
        HttpResponse<String> answer = OFFICE.page(path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return answer.body();
    }

    /** Where a form leads. */
    private static String sent(String path) {
        HttpResponse<String> answer = OFFICE.page(path);
        assertEquals(303, answer.statusCode(), path + ": " + answer.body());
        return ReportOffice.header(answer, "Location");
    }

    private static String found(String text, String pattern) {
        return ReportOffice.found(text, pattern).orElseThrow(() -> new AssertionError(pattern + " in " + text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
