package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.domain.period.PeriodState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The form when it is sent twice, when its month is not open, and what it says then. */
final class EntryFormTwiceTest {

    private static final String FORM = "/journal-entries/new";
    private static final Pattern TOKEN = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

    @AutoClose
    private static final WritingOffice OFFICE = new WritingOffice();

    @Test
    void the_same_form_sent_again_shows_the_entry_that_was_posted() {
        LocalDate day = LocalDate.of(2026, 4, 2);
        List<String> form = rent("post", day, token());

        HttpResponse<String> first = send(form);
        HttpResponse<String> second = send(form);

        assertEquals(303, first.statusCode(), first.body());
        assertEquals(303, second.statusCode(), second.body());
        assertEquals(location(first), location(second));
        assertEquals(1, OFFICE.entries(day, false).size());
    }

    @Test
    void two_clicks_at_the_same_moment_post_once() throws Exception {
        LocalDate day = LocalDate.of(2026, 4, 3);
        List<String> form = rent("post", day, token());
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            Callable<HttpResponse<String>> click = () -> send(form);
            for (Future<HttpResponse<String>> answer : clicks.invokeAll(List.of(click, click))) {
                assertEquals(303, answer.get().statusCode());
            }
        } finally {
            clicks.shutdownNow();
        }
        assertEquals(1, OFFICE.entries(day, false).size());
    }

    @Test
    void a_draft_is_kept_once_and_a_faulty_form_can_be_mended_and_sent_again() {
        LocalDate day = LocalDate.of(2026, 4, 4);
        String token = token();
        List<String> form = rent("draft", day, token);
        send(form);
        send(form);
        assertEquals(1, OFFICE.entries(day, true).size());

        List<String> faulty = rent("post", day, token());
        faulty.set(faulty.indexOf("900"), "800");
        HttpResponse<String> refused = send(faulty);
        assertEquals(422, refused.statusCode());
        faulty.set(faulty.indexOf("800"), "900");
        assertEquals(303, send(faulty).statusCode());
        assertEquals(1, OFFICE.entries(day, false).size());
    }

    @Test
    void a_form_that_was_changed_after_it_was_posted_asks_before_it_posts_again() {
        LocalDate day = LocalDate.of(2026, 4, 5);
        List<String> form = rent("post", day, token());
        send(form);
        form.set(form.indexOf("Husleie"), "Husleie for garasjen");

        HttpResponse<String> asked = send(form);

        assertEquals(409, asked.statusCode());
        assertTrue(asked.body().contains("Husleie for garasjen"), asked.body());
        assertTrue(asked.body().contains("Se posteringen som ble lagret"), asked.body());
        String fresh = token(asked.body());
        assertNotEquals(form.get(1), fresh);
        form.set(1, fresh);
        assertEquals(303, send(form).statusCode());
        assertEquals(2, OFFICE.entries(day, false).size());
    }

    @Test
    void a_draft_that_is_posted_twice_from_its_list_shows_the_entry() {
        LocalDate day = LocalDate.of(2026, 4, 6);
        send(rent("draft", day, token()));
        long id = OFFICE.entries(day, true).get(0).id();

        HttpResponse<String> first = OFFICE.post("/drafts/" + id + "/post");
        HttpResponse<String> second = OFFICE.post("/drafts/" + id + "/post");

        assertEquals(location(first), location(second));
        assertEquals(1, OFFICE.entries(day, false).size());
    }

    @Test
    void a_held_month_asks_for_a_reason_and_keeps_it() {
        LocalDate day = LocalDate.of(2025, 11, 10);
        OFFICE.say(YearMonth.of(2025, 11), PeriodState.HELD);
        String opened = send(rent("compute", day, token())).body();
        assertTrue(opened.contains("November 2025 er holdt tilbake"), opened);

        HttpResponse<String> refused = send(rent("post", day, token()));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("id=\"held_reason-fault\""), refused.body());
        assertTrue(refused.body().contains("aria-describedby=\"held_reason-fault\""), refused.body());

        List<String> explained = rent("post", day, token());
        explained.addAll(List.of("held_reason", "Glemt faktura"));
        assertEquals(303, send(explained).statusCode());
        FullEntry entry = OFFICE.entries(day, false).get(0);
        assertEquals("Glemt faktura", entry.heldReason().orElse(""));
    }

    @Test
    void a_draft_in_a_held_month_is_posted_from_its_form_where_the_reason_is_written() {
        LocalDate day = LocalDate.of(2025, 11, 11);
        OFFICE.say(YearMonth.of(2025, 11), PeriodState.HELD);
        send(rent("draft", day, token()));
        long id = OFFICE.entries(day, true).get(0).id();

        HttpResponse<String> sentOn = OFFICE.post("/drafts/" + id + "/post");

        assertEquals(303, sentOn.statusCode());
        assertTrue(location(sentOn).endsWith("draft=" + id + "#held_reason"), location(sentOn));
        String form = OFFICE.page(WritingOffice.FORM + "&draft=" + id).body();
        assertTrue(form.contains("November 2025 er holdt tilbake"), form);
        List<String> explained = rent("post", day, token(form));
        explained.addAll(List.of("draft", Long.toString(id), "held_reason", "Glemt"));
        assertEquals(303, send(explained).statusCode());
        assertEquals(id, OFFICE.entries(day, false).get(0).id());
    }

    @Test
    void a_closed_month_is_refused_with_the_first_open_date() {
        LocalDate day = LocalDate.of(2025, 6, 10);
        OFFICE.say(YearMonth.of(2025, 6), PeriodState.CLOSED);

        HttpResponse<String> refused = send(rent("post", day, token()));

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("id=\"date-fault\""), refused.body());
        assertTrue(refused.body().contains("Juni 2025 er lukket. Bruk en dato fra og med 01.07.2025"), refused.body());
    }

    @Test
    void faults_are_told_in_the_words_and_numbers_of_the_page_beside_their_field() {
        List<String> form = rent("post", LocalDate.of(2026, 4, 7), token());
        form.set(form.indexOf("6300"), "2400");
        form.set(form.indexOf("900"), "12345,5");

        String page = send(form).body();

        assertTrue(page.contains("id=\"businesspartner-1-fault\""), page);
        assertTrue(page.contains("aria-describedby=\"businesspartner-1-fault\""), page);
        assertTrue(page.contains("Linje 1: Konto 2400 krever motpart."), page);
        assertTrue(page.contains("debet minus kredit er 11\u00A0445,50 kroner"), page);
        assertTrue(page.contains("id=\"sums-fault\""), page);
        assertTrue(page.contains("value=\"12345,5\""), page);
    }

    private static List<String> rent(String wish, LocalDate day, String token) {
        return new ArrayList<>(List.of(
                "once",
                token,
                "do",
                wish,
                "date",
                day.toString(),
                "description",
                "Husleie",
                "account",
                "6300",
                "debit",
                "900",
                "credit",
                "",
                "account",
                "1900",
                "debit",
                "",
                "credit",
                "900"));
    }

    private static HttpResponse<String> send(List<String> form) {
        return OFFICE.post(FORM, form.toArray(String[]::new));
    }

    private static String token() {
        return token(OFFICE.page(WritingOffice.FORM).body());
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertTrue(token.find(), page);
        return token.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
