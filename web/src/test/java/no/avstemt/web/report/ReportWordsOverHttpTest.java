package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What stands in words on the pages of reports and in their documents. */
class ReportWordsOverHttpTest {

    private static final String API = "/api/v2/reports/";

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(11, 60);

    @Test
    void what_is_open_is_of_a_day_and_nothing_open_is_said_so() {
        String open = document("aged-receivables?client_account_id=2&report_date=2026-04-30");
        String nothing = document("aged-payables?client_account_id=1&report_date=2026-04-30");
        String english = OFFICE.get(
                        API + "aged-payables?client_account_id=1&report_date=2026-04-30",
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "en")
                .body();

        assertTrue(open.contains("<p>Per 30. april 2026</p>"), open);
        assertTrue(nothing.contains("Ingenting er utestående."), nothing);
        assertTrue(english.contains("Nothing is outstanding."), english);
    }

    @Test
    void names_keep_their_letters_in_the_words_for_a_sum() {
        String receivables = document("accounts-receivable?client_account_id=2");
        String english = OFFICE.get(
                        API + "vat-specification?client_account_id=2&date_from=2025-01-01&date_to=2025-12-31",
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        "en")
                .body();
        String trial = document("trial-balance?client_account_id=1&date_from=2026-01-01&date_to=2026-12-31");

        assertTrue(receivables.contains("Sum K"), receivables);
        assertFalse(receivables.contains("Sum k"), receivables);
        assertTrue(english.contains("Total VAT accounts") || english.contains("Total VAT "), english);
        assertFalse(english.contains("vAT"), english);
        assertTrue(trial.contains("Sum omløpsmidler"), trial);
    }

    @Test
    void tax_to_be_had_back_is_not_less_than_nothing_to_pay() {
        OFFICE.buy(LocalDate.of(2026, 7, 1), 100_000, 25_000);
        String july = OFFICE.page("/vat-specification?client_account_id=1&date_from=2026-07-01&date_to=2026-07-31")
                .body();
        String october = OFFICE.page("/vat-specification?client_account_id=1&date_from=2026-10-01&date_to=2026-10-31")
                .body();

        assertEquals("250.00", ShownReport.of(july).sum("Til gode").toPlainString());
        assertEquals("0.00", ShownReport.of(october).sum("Å betale").toPlainString());
    }

    @Test
    void a_first_day_alone_is_to_the_end_of_its_year_and_another_report_is_of_the_same_day() {
        String earlier = OFFICE.page("/income-statement?client_account_id=1&date_from=2025-03-01")
                .body();
        String now = OFFICE.page("/income-statement?client_account_id=1&date_from=2026-03-01")
                .body();
        String receivable = OFFICE.page("/accounts-receivable?client_account_id=1&date_to=2026-03-31")
                .body();
        String aged = OFFICE.page("/aged-receivables?client_account_id=1&report_date=2026-03-31")
                .body();

        assertTrue(earlier.contains("name=\"date_to\" aria-label=\"Til dato\" value=\"2025-12-31\""), earlier);
        assertTrue(now.contains("value=\"" + OFFICE.today() + "\""), now);
        assertTrue(
                receivable.contains("/aged-receivables?client_account_id=1&amp;report_date=2026-03-31\""), receivable);
        assertTrue(aged.contains("/accounts-receivable?client_account_id=1&amp;date_to=2026-03-31\""), aged);
    }

    private static String document(String path) {
        return OFFICE.get(API + path, "Accept", "text/html").body();
    }
}
