package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is told of a form in which something means nothing: all that can be told without it. */
final class AllFaultsOfFormTest {

    @AutoClose
    private static final WritingOffice OFFICE = new WritingOffice();

    @Test
    void an_amount_that_is_none_hides_no_other_fault() {
        List<String> fields = WritingOffice.purchase("post", "2026-03-06");
        fields.set(fields.indexOf("1 000,00"), "fem");
        fields.set(fields.indexOf("1900"), "9876");
        fields.set(fields.indexOf("Kontorrekvisita"), "");

        HttpResponse<String> answer = OFFICE.sendForm(fields);

        assertEquals(422, answer.statusCode());
        for (String id : List.of("debit-1", "account-2", "description")) {
            assertTrue(answer.body().contains("id=\"" + id + "-fault\""), id + " in " + answer.body());
        }
        assertFalse(answer.body().contains("href=\"#sums\""), "What it comes to is not known");
        assertEquals(List.of(), OFFICE.entries(LocalDate.of(2026, 3, 6), false));
    }

    @Test
    void a_date_that_is_none_hides_neither_the_difference_nor_an_account_and_tells_nothing_of_a_month() {
        List<String> fields = WritingOffice.purchase("post", "2026-02-30");
        fields.set(fields.indexOf("6800"), "9876");
        fields.set(fields.indexOf("1000"), "99");

        HttpResponse<String> answer = OFFICE.sendForm(fields);

        assertEquals(422, answer.statusCode());
        for (String id : List.of("date", "account-1")) {
            assertTrue(answer.body().contains("id=\"" + id + "-fault\""), id + " in " + answer.body());
        }
        assertTrue(answer.body().contains("href=\"#sums\""), answer.body());
        assertFalse(answer.body().contains("href=\"#held_reason\""), answer.body());
    }

    @Test
    void a_draft_is_told_all_its_faults_too_and_only_its_own() {
        List<String> fields = WritingOffice.purchase("draft", "2026-03-07");
        fields.set(fields.indexOf("1 000,00"), "fem");
        fields.set(fields.indexOf("1900"), "9876");
        fields.set(fields.indexOf("Kontorrekvisita"), "");

        HttpResponse<String> answer = OFFICE.sendForm(fields);

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"debit-1-fault\""), answer.body());
        assertTrue(answer.body().contains("id=\"account-2-fault\""), answer.body());
        assertFalse(answer.body().contains("id=\"description-fault\""), "A draft may lack its description");
    }

    @Test
    void a_document_type_that_was_never_offered_and_a_year_that_no_books_have_are_told_as_such() {
        List<String> fields = WritingOffice.purchase("draft", "2026-03-02");
        fields.addAll(List.of("document_number", "F-1", "document_type", "BOGUS", "document_date", "3026-01-01"));
        fields.addAll(List.of("due_date", "31.02.2026"));

        HttpResponse<String> answer = OFFICE.sendForm(fields);

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Bilagstypen BOGUS finnes ikke"), answer.body());
        assertTrue(answer.body().contains("3026-01-01 er utenfor det som tas imot"), answer.body());
        assertTrue(answer.body().contains("31.02.2026 er ikke en dato"), answer.body());
    }
}
