package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.web.multipart.WrittenForm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ImportPagesTest {

    private static final String PATH = "/journal-entries/import";
    private static final String PAGE = PATH + "?client_account_id=1";
    private static final String HEAD = "entry_id;date;account;debit;credit;description;project\n";
    private static final Pattern TOKEN = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @AutoClose
    private static final WritingOffice OFFICE = new WritingOffice();

    @Test
    void a_preview_tells_what_would_be_posted_and_stores_nothing() {
        long entries = count("journal_entry");
        long accounts = count("account");
        String file = entry("1", "2024-06-02", "6311", "1234,50") + entry("2", "2024-06-30", "6311", "0,50");

        HttpResponse<String> preview = send("preview", newToken(), HEAD + file, "true", "");

        assertEquals(200, preview.statusCode(), preview.body());
        assertHolds(preview, "<dt>Posteringer</dt>\n    <dd>2</dd>", "<dt>Linjer</dt>\n    <dd>4</dd>");
        assertHolds(preview, "<dd>1\u00a0235,00</dd>", "<dt>Posteringsnumre i 2024</dt>\n    <dd>1–2</dd>");
        assertHolds(preview, "<dd>02.06.2024–30.06.2024</dd>", "<dd>6311</dd>");
        assertHolds(preview, "<dd>Prosjekt ny</dd>", "name=\"create_missing\" value=\"true\" checked");
        assertEquals(entries, count("journal_entry"));
        assertEquals(accounts, count("account"));
    }

    @Test
    void a_file_is_posted_and_told_of() {
        HttpResponse<String> posted = send(
                "post", newToken(), HEAD + entry("1", "2025-07-02", "6300", "1").replace("ny", "12"), "", "");

        assertEquals(303, posted.statusCode(), posted.body());
        String page = OFFICE.page(posted.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(page.contains("Filen er bokført. Posteringer: 1. Linjer: 2."), page);
        assertEquals(1, count("journal_entry WHERE posting_date = '2025-07-02'"));
    }

    @Test
    void a_form_that_is_sent_twice_is_posted_once() {
        String token = newToken();
        String file = HEAD + entry("1", "2025-07-03", "6300", "1").replace("ny", "12");

        HttpResponse<String> first = send("post", token, file, "", "");
        HttpResponse<String> again = send("post", token, file, "", "");
        HttpResponse<String> other = send("post", token, file.replace(";1;", ";2;"), "", "");

        assertEquals(303, first.statusCode(), first.body());
        assertEquals(303, again.statusCode(), again.body());
        assertEquals(409, other.statusCode(), other.body());
        assertHolds(other, "Skjemaet er sendt før");
        assertFalse(token(other.body()).equals(token));
        assertEquals(1, count("journal_entry WHERE posting_date = '2025-07-03'"));
    }

    @Test
    void faults_are_told_with_line_and_column_and_nothing_is_posted() {
        String file = HEAD + "1;x;6300;1;;<b>Leie</b>;\n1;2025-07-04;2050;;1;x;\n";

        HttpResponse<String> faulty = send("post", newToken(), file, "", "");
        HttpResponse<String> unknown = send("post", newToken(), HEAD + entry("1", "2025-07-04", "6399", "1"), "", "");

        assertEquals(422, faulty.statusCode(), faulty.body());
        assertHolds(faulty, "Linje 2 i filen, date: «x» er ingen dato");
        assertEquals(422, unknown.statusCode(), unknown.body());
        assertHolds(unknown, "Linje 2 i filen, account: Konto 6399 finnes ikke i kontoplanen.");
        assertEquals(0, count("journal_entry WHERE posting_date = '2025-07-04'"));
    }

    @Test
    void a_file_that_is_posted_already_is_told_by_a_preview_of_another_form() {
        String file = HEAD + entry("1", "2025-07-08", "6300", "1").replace("ny", "12");

        assertFalse(send("preview", newToken(), file, "", "").body().contains("allerede bokført"));
        assertEquals(303, send("post", newToken(), file, "", "").statusCode());
        HttpResponse<String> again = send("preview", newToken(), file, "", "");
        HttpResponse<String> other = send("preview", newToken(), file.replace(";1;", ";2;"), "", "");

        assertHolds(again, "Denne filen er allerede bokført");
        assertHolds(again, "blir alt ført to ganger");
        assertFalse(other.body().contains("allerede bokført"), other.body());
    }

    @Test
    void what_is_refused_says_that_the_file_is_not_posted() {
        HttpResponse<String> unknown =
                send("preview", newToken(), HEAD + entry("1", "2025-07-04", "6399", "1"), "", "");

        assertHolds(unknown, "Filen er ikke bokført:");
        assertFalse(unknown.body().contains("Skjemaet er ikke lagret"), unknown.body());
    }

    @Test
    void a_file_that_begins_as_json_is_read_as_that() {
        String file = "\n{\"posting_date\":\"2025-07-05\",\"description\":\"J\",\"lines\":["
                + "{\"account_code\":\"6300\",\"debit\":5},{\"account_code\":\"2050\",\"credit\":5}]}\n";

        HttpResponse<String> posted = send("post", newToken(), file, "", "");

        assertEquals(303, posted.statusCode(), posted.body());
        assertEquals(1, count("journal_entry WHERE posting_date = '2025-07-05'"));
    }

    @Test
    void a_month_on_hold_asks_for_a_reason_that_is_kept() {
        OFFICE.say(YearMonth.of(2025, 3), PeriodState.HELD);
        String file = HEAD + entry("1", "2025-03-05", "6300", "1").replace("ny", "12");

        HttpResponse<String> refused = send("post", newToken(), file, "", " ");
        HttpResponse<String> posted = send("post", newToken(), file, "", "Glemt bilag");

        assertEquals(422, refused.statusCode(), refused.body());
        assertHolds(refused, "2025-03 er holdt tilbake. Oppgi en begrunnelse");
        assertEquals(303, posted.statusCode(), posted.body());
        assertEquals(1, count("journal_entry WHERE posting_date = '2025-03-05'"));
    }

    @Test
    void a_form_without_a_file_and_one_that_is_too_large_are_refused() {
        HttpResponse<String> none = OFFICE.upload(PATH, new WrittenForm().field("do", "post"));
        HttpResponse<String> large = send("preview", newToken(), "x".repeat(3 << 20), "", "");

        assertEquals(422, none.statusCode(), none.body());
        assertHolds(none, "Velg en fil som har innhold.");
        assertEquals(413, large.statusCode(), large.body());
        assertHolds(large, "sendes over API-et");
    }

    @Test
    void only_those_who_may_write_on_the_client_account_come_here() {
        assertEquals(403, OFFICE.pageOfAuditor(PAGE).statusCode());
        assertFalse(OFFICE.pageOfAuditor("/journal-entries?client_account_id=1")
                .body()
                .contains(PATH));
        assertTrue(OFFICE.page("/journal-entries?client_account_id=1").body().contains(PATH));
        assertEquals(403, OFFICE.page(PATH + "?client_account_id=999").statusCode());
        assertEquals(403, OFFICE.postOf("999", PATH, "do", "post").statusCode());
    }

    private static String entry(String id, String date, String account, String amount) {
        String debit = String.join(";", id, date, account, amount, "", "Leie", "ny");
        return debit + "\n" + String.join(";", id, date, "2050", "", amount, "Leie", "") + "\n";
    }

    private static HttpResponse<String> send(
            String wish, String token, String file, String createMissing, String reason) {
        return OFFICE.upload(
                PATH,
                new WrittenForm()
                        .field("do", wish)
                        .field("once", token)
                        .field("create_missing", createMissing)
                        .field("reason", reason)
                        .file("file", "bilag.csv", "text/csv", file));
    }

    private static String newToken() {
        return token(OFFICE.page(PAGE).body());
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertTrue(token.find(), page);
        return token.group(1);
    }

    private static long count(String what) {
        return OFFICE.books.count("SELECT count(*) FROM " + what);
    }

    private static void assertHolds(HttpResponse<String> answer, String... parts) {
        for (String part : parts) {
            assertTrue(answer.body().contains(part), () -> part + "\n" + answer.body());
        }
    }
}
