package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.period.Checklist;
import no.avstemt.application.period.ShowPeriods;
import no.avstemt.web.multipart.WrittenForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files as they are sent from the pages of entries and drafts. */
final class AttachmentsOverHttpTest {

    private static final String PDF = "%PDF-1.7 kvittering %%EOF";
    private static final String ME = "?client_account_id=1";

    private static WritingOffice office;

    @BeforeAll
    static void open() {
        office = new WritingOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static WrittenForm purchase(String wish, String day) {
        return new WrittenForm()
                .field("do", wish)
                .field("date", day)
                .field("description", "Kontorrekvisita")
                .field("account", "6800")
                .field("debit", "100,00")
                .field("credit", "")
                .field("account", "1900")
                .field("debit", "")
                .field("credit", "100,00");
    }

    private static FullEntry written(String wish, LocalDate day) {
        HttpResponse<String> answer = office.upload("/journal-entries/new", purchase(wish, day.toString()));
        assertEquals(303, answer.statusCode(), answer.body());
        return office.entries(day, wish.equals("draft")).get(0);
    }

    private static String beside(FullEntry entry) {
        return "/journal-entries/" + entry.id() + "/attachments";
    }

    private static HttpResponse<String> attached(FullEntry entry, String name, String type, String content) {
        return office.upload(beside(entry), new WrittenForm().file("files", name, type, content));
    }

    private static String linkTo(HttpResponse<String> page, String what) {
        Matcher link = Pattern.compile("href=\"(/attachments/[0-9]+[^\"]*" + what + ")\"")
                .matcher(page.body());
        assertTrue(link.find(), page.body());
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void files_beside_a_posted_entry_are_listed_and_come_back_as_they_were() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 2));
        String page = "/journal-entries/" + entry.id() + ME;
        assertTrue(office.page(page).body().contains("Ingen vedlegg ennå"));

        HttpResponse<String> sent = office.upload(
                beside(entry),
                new WrittenForm()
                        .file("files", "Kvittering blå.pdf", "application/pdf", PDF)
                        .file("files", "ehf.xml", "text/xml", "<a onload='alert(1)'/>"));
        assertEquals(303, sent.statusCode(), sent.body());

        HttpResponse<String> shown = office.page(page);
        assertTrue(shown.body().contains("Kvittering blå.pdf"), shown.body());
        assertTrue(shown.body().contains("Kari Nordmann"));
        assertFalse(shown.body().contains("Fjern"), "What documents a posted entry stays");
        HttpResponse<String> opened = office.page(linkTo(shown, "client_account_id=1"));
        assertEquals(PDF, opened.body());
        assertEquals(
                "application/pdf", opened.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "nosniff", opened.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                "inline; filename=\"Kvittering bl_.pdf\"; filename*=UTF-8''Kvittering%20bl%C3%A5.pdf",
                opened.headers().firstValue("Content-Disposition").orElse(""));
        HttpResponse<String> saved = office.page(linkTo(shown, "as=download"));
        assertTrue(saved.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment;"));
    }

    @Test
    void xml_is_never_shown_by_the_browser() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 3));
        attached(entry, "ehf.xml", "text/xml", "<a/>");
        HttpResponse<String> shown = office.page("/journal-entries/" + entry.id() + ME);

        HttpResponse<String> answer = office.page(linkTo(shown, "client_account_id=1"));

        assertTrue(answer.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment;"));
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("default-src 'none'"));
    }

    @Test
    void a_file_that_lies_or_is_nothing_we_take_is_refused_by_name_and_with_it_all_the_others() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 4));
        String[][] wrong = {
            {"bilde.png", "image/png", PDF, "«bilde.png» heter PNG, men innholdet er PDF"},
            {"faktura.pdf", "application/pdf", "<html></html", "«faktura.pdf» heter PDF, men innholdet er ikke PDF"},
            {"virus.exe", "application/pdf", PDF, "«virus.exe» er verken PDF"},
            {"tom.pdf", "application/pdf", "", "«tom.pdf» er tom"},
            {"x.xml", "text/xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "«x.xml» heter XML"}
        };
        for (String[] one : wrong) {
            HttpResponse<String> answer = office.upload(
                    beside(entry),
                    new WrittenForm()
                            .file("files", "god.pdf", "application/pdf", PDF)
                            .file("files", one[0], one[1], one[2]));
            assertEquals(422, answer.statusCode(), one[0]);
            assertTrue(answer.body().contains(one[3]), answer.body());
            assertTrue(answer.body().contains("Ingen av filene er lagret"), one[0]);
        }
        assertEquals(422, office.upload(beside(entry), new WrittenForm()).statusCode());
        assertFalse(office.page(beside(entry) + ME).body().contains("god.pdf"));
    }

    @Test
    void more_than_is_taken_at_once_is_refused_with_what_to_do() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 5));
        String large = PDF + "x".repeat(3 * WritingOffice.MOST_BYTES);

        HttpResponse<String> answer = attached(entry, "stor.pdf", "application/pdf", large);

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("større enn 1 MB"), answer.body());
        assertTrue(answer.body().contains("lavere oppløsning"), answer.body());
    }

    @Test
    void the_same_file_sent_twice_is_there_once() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 6));
        attached(entry, "a.pdf", "application/pdf", PDF);
        attached(entry, "a.pdf", "application/pdf", PDF);

        assertEquals(2, office.page(beside(entry) + ME).body().split("class=\"attachment-name\"").length);
    }

    @Test
    void files_sent_with_the_form_follow_the_draft_and_stay_when_it_is_posted() {
        LocalDate day = LocalDate.of(2026, 3, 9);
        HttpResponse<String> kept = office.upload(
                "/journal-entries/new",
                purchase("attach", day.toString())
                        .file("files", "a.pdf", "application/pdf", PDF)
                        .file("files", "b.pdf", "application/pdf", PDF + "b"));
        assertEquals(303, kept.statusCode(), kept.body());
        FullEntry draft = office.entries(day, true).get(0);
        HttpResponse<String> form = office.page("/journal-entries/new" + ME + "&draft=" + draft.id());
        assertTrue(form.body().contains("a.pdf"), form.body());
        Matcher detach = Pattern.compile("value=\"(detach-[0-9]+)\"").matcher(form.body());
        assertTrue(detach.find(), form.body());

        String fewer = office.upload(
                        "/journal-entries/new",
                        purchase(detach.group(1), day.toString()).field("draft", Long.toString(draft.id())))
                .body();
        assertFalse(fewer.contains("a.pdf"), fewer);
        HttpResponse<String> posted = office.upload(
                "/journal-entries/new", purchase("post", day.toString()).field("draft", Long.toString(draft.id())));

        assertEquals(303, posted.statusCode(), posted.body());
        String page = office.page("/journal-entries/" + draft.id() + ME).body();
        assertTrue(page.contains("b.pdf"), page);
        assertFalse(page.contains("a.pdf"), page);
    }

    @Test
    void a_new_entry_is_posted_with_its_file_at_once() {
        LocalDate day = LocalDate.of(2026, 3, 10);

        HttpResponse<String> answer = office.upload(
                "/journal-entries/new",
                purchase("post", day.toString()).file("files", "a.pdf", "application/pdf", PDF));

        assertEquals(303, answer.statusCode(), answer.body());
        FullEntry entry = office.entries(day, false).get(0);
        assertTrue(office.page("/journal-entries/" + entry.id() + ME).body().contains("a.pdf"));
        assertEquals(List.of(), office.entries(day, true));
    }

    @Test
    void a_form_with_a_fault_stores_no_file_and_says_so() {
        HttpResponse<String> answer = office.upload(
                "/journal-entries/new", purchase("post", "2026-99-99").file("files", "a.pdf", "application/pdf", PDF));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Filene er ikke lagret. Velg dem på nytt."), answer.body());
    }

    @Test
    void a_file_of_a_posted_entry_cannot_be_removed_and_a_deleted_draft_takes_its_files_along() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 11));
        attached(entry, "a.pdf", "application/pdf", PDF);
        String file = linkTo(office.page("/journal-entries/" + entry.id() + ME), "client_account_id=1");

        HttpResponse<String> refused = office.post(file.replace(ME, "") + "/remove");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("kan ikke fjernes"), refused.body());

        FullEntry draft = written("draft", LocalDate.of(2026, 3, 12));
        attached(draft, "utkast.pdf", "application/pdf", PDF);
        String ofDraft = linkTo(office.page(beside(draft) + ME), "client_account_id=1");
        assertEquals(200, office.page(ofDraft).statusCode());
        assertEquals(303, office.post("/drafts/" + draft.id() + "/delete").statusCode());
        assertEquals(404, office.page(ofDraft).statusCode());
    }

    @Test
    void what_another_page_sends_is_refused_and_other_clients_files_are_not_to_be_seen() {
        FullEntry entry = written("post", LocalDate.of(2026, 3, 13));

        HttpResponse<String> foreign = office.uploadWithToken(
                beside(entry), "", new WrittenForm().file("files", "a.pdf", "application/pdf", PDF));
        assertEquals(403, foreign.statusCode());

        attached(entry, "a.pdf", "application/pdf", PDF);
        String file = linkTo(office.page("/journal-entries/" + entry.id() + ME), "client_account_id=1");
        assertEquals(404, office.page(file.replace("id=1", "id=2")).statusCode());
        assertEquals(403, office.page(file.replace("id=1", "id=3")).statusCode());
    }

    private static long undocumentedInMay() {
        ShowPeriods periods = new ShowPeriods(office.books.unit(), office.office.clock);
        return periods.month(office.client, YearMonth.of(2026, 5)).checklist().points().stream()
                .filter(point -> point.kind() == Checklist.Kind.DOCUMENTED)
                .findFirst()
                .orElseThrow()
                .count();
    }

    @Test
    void an_entry_and_its_document_lead_to_each_other() {
        LocalDate day = LocalDate.of(2026, 6, 2);
        office.upload(
                "/journal-entries/new",
                purchase("post", day.toString())
                        .field("document_type", "INVOICE")
                        .field("document_number", "F-77")
                        .field("document_date", "2026-06-01"));
        FullEntry entry = office.entries(day, false).get(0);

        HttpResponse<String> page = office.page("/journal-entries/" + entry.id() + ME);
        Matcher link = Pattern.compile("href=\"(/registers/documents/[0-9]+[^\"]*)\">Faktura F-77")
                .matcher(page.body());
        assertTrue(link.find(), page.body());
        String document = office.page(link.group(1)).body();
        assertTrue(document.contains("/journal-entries/" + entry.id() + ME), document);
    }

    @Test
    void an_entry_without_a_file_is_listed_in_its_month_until_it_has_one() {
        FullEntry entry = written("post", LocalDate.of(2026, 5, 14));
        String may = "/undocumented-entries" + ME + "&month=2026-05";
        HttpResponse<String> before = office.page(may);
        assertTrue(before.body().contains("1 postering uten dokumentasjon"), before.body());
        assertTrue(before.body().contains("/journal-entries/" + entry.id()), before.body());
        assertTrue(office.page("/undocumented-entries" + ME).body().contains("mai 2026 (1)"));

        assertEquals(1, undocumentedInMay());
        attached(entry, "a.pdf", "application/pdf", PDF);

        assertEquals(0, undocumentedInMay());
        assertTrue(office.page(may).body().contains("Alle posteringer i mai 2026 er dokumentert"));
        assertTrue(office.pageOfAuditor(may).statusCode() == 200);
        assertEquals(
                400,
                office.page("/undocumented-entries" + ME + "&month=2026-13").statusCode());
    }
}
