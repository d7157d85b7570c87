package no.avstemt.web.report;

import static no.avstemt.web.report.ReportOffice.header;
import static no.avstemt.web.report.ReportOffice.seal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a caller has of a report: its seal is the same in every form, and its entity tag is another in each. */
class SealOverHttpTest {

    private static final String API = "/api/v2/reports/";
    private static final String YEAR = "date_from=2026-01-01&date_to=2026-12-31";
    private static final String PLAIN = API + "trial-balance?client_account_id=1&" + YEAR;
    private static final String TOGETHER =
            API + "combined/balance-sheet?client_account_ids=2,1&report_date=2026-06-30&include_drafts=true";
    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    @AutoClose
    static final ReportOffice OFFICE = new ReportOffice(1, 40);

    private record Form(String type, String language) {

        HttpResponse<String> of(String path, String... headers) {
            List<String> all = new ArrayList<>(List.of(headers));
            all.addAll(List.of("Accept", type, "Accept-Language", language));
            return OFFICE.get(path, all.toArray(String[]::new));
        }
    }

    private static final List<Form> FORMS =
            List.of(new Form(JSON, "nb"), new Form(JSON, "en"), new Form(HTML, "nb"), new Form(HTML, "en"));

    @Test
    void what_is_kept_in_one_format_and_language_never_stands_for_another() {
        for (String path : List.of(PLAIN, TOGETHER)) {
            List<String> tags =
                    FORMS.stream().map(form -> header(form.of(path), "ETag")).toList();
            assertEquals(FORMS.size(), new HashSet<>(tags).size(), tags::toString);
            for (Form kept : FORMS) {
                for (Form asked : FORMS) {
                    HttpResponse<String> answer = asked.of(path, "If-None-Match", tags.get(FORMS.indexOf(kept)));
                    String told = kept + " is kept, " + asked + " is asked for: " + path;
                    assertEquals(kept.equals(asked) ? 304 : 200, answer.statusCode(), told);
                    assertEquals(kept.equals(asked), answer.body().isEmpty(), told);
                    assertEquals(tags.get(FORMS.indexOf(asked)), header(answer, "ETag"), told);
                }
            }
        }
    }

    @Test
    void the_tag_is_the_seal_with_format_and_language() {
        HttpResponse<String> english = new Form(HTML, "en").of(PLAIN);

        assertTrue(header(english, "ETag").matches("\"[0-9a-f]{64}-html-en\""), header(english, "ETag"));
        assertTrue(english.body().contains("Seal " + seal(english)), english.body());
        assertTrue(header(OFFICE.get(PLAIN), "ETag").matches("\"[0-9a-f]{64}-json-nb\""));
        FORMS.forEach(form -> assertEquals(seal(english), seal(form.of(PLAIN))));
    }

    /** A browser that has the page takes the headers of the answer for it: with others its style would be forbidden. */
    @Test
    void a_page_that_is_unchanged_keeps_its_policy() {
        HttpResponse<String> first = OFFICE.get(PLAIN, "Accept", HTML);
        HttpResponse<String> again = OFFICE.get(PLAIN, "Accept", HTML, "If-None-Match", header(first, "ETag"));

        assertEquals(304, again.statusCode());
        assertEquals(header(first, "Content-Security-Policy"), header(again, "Content-Security-Policy"));
    }

    @Test
    void whoever_has_the_report_is_told_so_until_something_is_posted() {
        String tag = header(OFFICE.get(PLAIN), "ETag");

        assertEquals(tag, header(OFFICE.get(PLAIN + "&include_dimensions=true"), "ETag"));
        assertNotEquals(tag, header(OFFICE.get(PLAIN + "&include_dimensions=false"), "ETag"));
        HttpResponse<String> again = OFFICE.get(PLAIN, "If-None-Match", "\"other\", W/" + tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());

        OFFICE.post(LocalDate.of(2024, 1, 2), "Nytt", 0, 0, 0);
        HttpResponse<String> after = OFFICE.get(PLAIN, "If-None-Match", tag);
        assertEquals(200, after.statusCode());
        assertNotEquals(tag, header(after, "ETag"));
    }

    @Test
    void a_report_under_another_name_of_the_client_is_another() {
        String tag = header(OFFICE.get(PLAIN, "Accept", HTML), "ETag");

        OFFICE.rename("Kaffebaren Sør AS");
        HttpResponse<String> renamed = OFFICE.get(PLAIN, "Accept", HTML, "If-None-Match", tag);
        OFFICE.rename("Kaffebaren Nord AS");

        assertEquals(200, renamed.statusCode());
        assertTrue(renamed.body().contains("Kaffebaren Sør AS"), renamed.body());
        assertEquals(
                304, OFFICE.get(PLAIN, "Accept", HTML, "If-None-Match", tag).statusCode());
    }

    @Test
    void the_seal_of_several_is_of_all_their_books_and_drafts() {
        HttpResponse<String> before = OFFICE.get(TOGETHER);

        long draft = OFFICE.draft(LocalDate.of(2026, 5, 3), 50_000, -1);
        HttpResponse<String> withDraft = OFFICE.get(TOGETHER);
        OFFICE.removeDraft(draft);
        OFFICE.post(LocalDate.of(2026, 3, 15), "Salg", 30_000, -24_000, -6_000);
        HttpResponse<String> after = OFFICE.get(TOGETHER, "If-None-Match", header(before, "ETag"), "Accept", HTML);

        assertNotEquals(seal(before), seal(withDraft));
        assertEquals(
                Long.parseLong(header(before, "X-Drafts-Left-Out")) + 1,
                Long.parseLong(header(withDraft, "X-Drafts-Left-Out")));
        assertEquals(200, after.statusCode());
        assertNotEquals(seal(before), seal(after));
        assertTrue(after.body().contains("Segl " + seal(after)), after.body());
    }
}
