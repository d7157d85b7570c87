package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import no.avstemt.application.journal.FullEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EntryFormOverHttpTest {

    private static final String FORM = "/journal-entries/new";

    private static WritingOffice office;

    @BeforeAll
    static void open() {
        office = new WritingOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static List<String> lines(FullEntry entry) {
        return entry.lines().stream()
                .map(line -> line.account().orElseThrow().code() + " " + line.amount()
                        + line.taxCode()
                                .map(code -> " " + code + ":" + line.taxBase().orElse(0L) + ":"
                                        + line.taxAmount().orElse(0L))
                                .orElse(""))
                .toList();
    }

    @Test
    void what_is_posted_has_its_tax_on_a_line_of_its_own() {
        HttpResponse<String> answer = office.sendForm(WritingOffice.purchase("post", "2026-03-02"));
        assertEquals(303, answer.statusCode(), answer.body());
        FullEntry entry = office.entries(LocalDate.of(2026, 3, 2), false).get(0);
        assertEquals(List.of("6800 80000 1:80000:20000", "2710 20000", "1900 -100000"), lines(entry));
        assertTrue(answer.headers().firstValue("Location").orElse("").contains("/journal-entries/" + entry.id()));
    }

    @Test
    void computing_shows_the_tax_line_and_the_difference_and_keeps_what_was_typed() {
        List<String> fields = WritingOffice.purchase("compute", "2026-03-03");
        fields.set(fields.indexOf("1000"), "900");
        String page = office.sendForm(fields).body();
        assertTrue(page.contains("Netto 800,00"), page);
        assertTrue(page.contains("2710"), page);
        assertTrue(page.contains("100,00"), page);
        assertTrue(page.contains("value=\"1 000,00\""), page);
        assertEquals(List.of(), office.entries(LocalDate.of(2026, 3, 3), false));
    }

    @Test
    void lines_are_added_and_removed_without_losing_the_others() {
        String more =
                office.sendForm(WritingOffice.purchase("add", "2026-03-04")).body();
        assertTrue(more.contains("id=\"account-3\""), more);
        String fewer = office.sendForm(WritingOffice.purchase("remove-1", "2026-03-04"))
                .body();
        assertFalse(fewer.contains("value=\"1 000,00\""), "The first line is gone");
        assertTrue(fewer.contains("value=\"1000\""), fewer);
    }

    @Test
    void an_account_is_found_by_its_name() {
        List<String> fields = WritingOffice.purchase("post", "2026-03-05");
        fields.set(fields.indexOf("1900"), "kontanter");
        HttpResponse<String> answer = office.sendForm(fields);
        assertEquals(303, answer.statusCode(), answer.body());
    }

    @Test
    void faults_stand_beside_their_line_and_field_and_nothing_is_booked() {
        List<String> fields = WritingOffice.purchase("post", "2026-03-06");
        fields.set(fields.indexOf("6800"), "1900");
        fields.set(fields.indexOf("1000"), "99");
        HttpResponse<String> answer = office.sendForm(fields);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"tax_code-1-fault\""), answer.body());
        assertTrue(answer.body().contains("href=\"#sums\""), answer.body());
        assertTrue(answer.body().contains("value=\"99\""), answer.body());
        fields.set(fields.indexOf("99"), "ni kroner");
        assertTrue(office.sendForm(fields).body().contains("«ni kroner» er ikke et beløp"));
        assertEquals(List.of(), office.entries(LocalDate.of(2026, 3, 6), false));
    }

    @Test
    void what_was_typed_is_shown_and_never_run() {
        List<String> fields = WritingOffice.purchase("compute", "2026-03-07");
        fields.set(fields.indexOf("Kontorrekvisita"), "\"><script>alert(1)</script>");
        assertFalse(office.sendForm(fields).body().contains("<script>alert"));
    }

    @Test
    void a_draft_is_kept_written_on_and_posted() {
        LocalDate day = LocalDate.of(2026, 3, 8);
        List<String> fields = WritingOffice.purchase("draft", day.toString());
        fields.set(fields.indexOf("1000"), "900");
        assertEquals(303, office.sendForm(fields).statusCode());
        FullEntry draft = office.entries(day, true).get(0);
        String id = Long.toString(draft.id());
        assertTrue(office.page("/drafts?client_account_id=1").body().contains("Kontorrekvisita"));
        String form = office.page(FORM + "?client_account_id=1&draft=" + id).body();
        assertTrue(form.contains("value=\"1\u00A0000,00\""), "The tax is in the amount again: " + form);

        HttpResponse<String> refused = office.post("/drafts/" + id + "/post");
        assertEquals(422, refused.statusCode(), refused.body());
        fields.set(fields.indexOf("draft"), "post");
        fields.set(fields.indexOf("900"), "1000");
        fields.addAll(List.of("draft", id));
        assertEquals(303, office.sendForm(fields).statusCode());
        assertEquals(draft.id(), office.entries(day, false).get(0).id());
        assertEquals(List.of(), office.entries(day, true));
        assertEquals(409, office.sendForm(fields).statusCode());
    }

    @Test
    void a_draft_is_deleted() {
        LocalDate day = LocalDate.of(2026, 3, 9);
        office.sendForm(WritingOffice.purchase("draft", day.toString()));
        long id = office.entries(day, true).get(0).id();
        assertEquals(303, office.post("/drafts/" + id + "/delete").statusCode());
        assertEquals(404, office.post("/drafts/" + id + "/delete").statusCode());
        assertEquals(List.of(), office.entries(day, true));
    }

    @Test
    void a_posted_entry_is_copied_and_cancelled_with_a_reason() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        office.sendForm(WritingOffice.purchase("post", day.toString()));
        long id = office.entries(day, false).get(0).id();
        String copy = office.page(FORM + "?client_account_id=1&copy=" + id).body();
        assertTrue(copy.contains("value=\"1\u00A0000,00\""), copy);

        assertTrue(office.page("/journal-entries/" + id + "?client_account_id=1")
                .body()
                .contains("10. mars 2026"));
        assertEquals(422, office.post("/journal-entries/" + id + "/cancel").statusCode());
        assertEquals(
                303,
                office.post("/journal-entries/" + id + "/cancel", "reason", "Feil konto")
                        .statusCode());
        assertEquals(2, office.entries(day, false).size());
        assertEquals(
                409,
                office.post("/journal-entries/" + id + "/cancel", "reason", "En gang til")
                        .statusCode());
    }

    @Test
    void a_date_far_from_the_books_is_told_beside_its_field() {
        HttpResponse<String> refused = office.sendForm(WritingOffice.purchase("post", "2062-03-02"));

        assertEquals(422, refused.statusCode());
        String told = "Datoen 02.03.2062 er utenfor tiden det kan bokføres i, 01.01.2016 til 31.12.2027.";
        assertTrue(refused.body().contains(told), refused.body());
    }

    @Test
    void foreign_currency_dimensions_and_document_are_posted() {
        LocalDate day = LocalDate.of(2026, 3, 11);
        HttpResponse<String> answer = office.post(
                FORM,
                "do",
                "post",
                "date",
                day.toString(),
                "description",
                "Reise",
                "document_number",
                "A-17",
                "document_type",
                "INVOICE",
                "account",
                "7140",
                "debit",
                "100",
                "credit",
                "",
                "currency",
                "eur",
                "rate",
                "11,75",
                "project",
                "12",
                "account",
                "1900",
                "debit",
                "",
                "credit",
                "1175",
                "currency",
                "",
                "rate",
                "",
                "project",
                "");
        assertEquals(303, answer.statusCode(), answer.body());
        FullEntry entry = office.entries(day, false).get(0);
        assertEquals(117_500, entry.lines().get(0).amount());
        assertEquals("12", entry.lines().get(0).dimensions().get(0).ref().key());
        assertEquals("A-17", entry.document().orElseThrow().document().number());
    }

    @Test
    void the_journal_lists_the_newest_first_and_an_auditor_only_reads() {
        office.sendForm(WritingOffice.purchase("post", "2026-03-12"));
        String list = office.page("/journal-entries?client_account_id=1&date_from=2026-03-12&date_to=2026-03-12")
                .body();
        assertTrue(list.contains("12.03.2026"), list);
        assertTrue(list.contains("1 postering"), list);
        String read =
                office.pageOfAuditor("/journal-entries?client_account_id=1").body();
        assertFalse(read.contains(FORM), "No way to the form");
        assertEquals(403, office.pageOfAuditor(WritingOffice.FORM).statusCode());
    }

    @Test
    void what_belongs_to_another_client_account_is_not_found() {
        office.sendForm(WritingOffice.purchase("draft", "2026-03-13"));
        long id = office.entries(LocalDate.of(2026, 3, 13), true).get(0).id();
        assertEquals(404, office.page(FORM + "?client_account_id=2&draft=" + id).statusCode());
        assertEquals(404, office.page(FORM + "?client_account_id=2&copy=" + id).statusCode());
        assertEquals(404, office.postOf("2", "/drafts/" + id + "/delete").statusCode());
        assertEquals(403, office.page(FORM + "?client_account_id=4711").statusCode());
    }
}
