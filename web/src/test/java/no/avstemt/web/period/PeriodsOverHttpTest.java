package no.avstemt.web.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.ShowPeriods;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the tenth of March 2026: client account 1 has a ledger that nothing is booked of, 2 has none. */
final class PeriodsOverHttpTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final GivenBooks BOOKS = new GivenBooks();
    private static final Office OFFICE = new Office();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), ZoneOffset.UTC);

    private static String kari = "";
    private static String anna = "";
    private static String key = "";
    private static String accountants = "";

    @BeforeAll
    static void open() {
        ClientAccountId first = BOOKS.client("Kaffebaren Nord AS", new LedgerId("302321"));
        ClientAccountId second = BOOKS.client("Bryggen Konserter");
        ShowPeriods show = new ShowPeriods(BOOKS.unit(), CLOCK);
        ChangePeriod change = new ChangePeriod(BOOKS.unit(), CLOCK);
        ClientFrames frames = new ClientFrames(new ListClients(BOOKS.unit()), OFFICE.frames);
        OFFICE.open(Stream.of(new PeriodPages(show, change, frames).routes(), new PeriodApi(show, change).routes())
                .flatMap(List::stream)
                .toList());
        kari = OFFICE.signedIn("kari@kontor.example");
        anna = OFFICE.signedIn("anna@kontor.example");
        ClientScope scope = Office.scope(first.value(), second.value());
        key = "Bearer " + OFFICE.key(OFFICE.anna, scope, Right.WRITE);
        accountants = "Bearer " + OFFICE.key(OFFICE.kari, scope, Right.WRITE);
    }

    @AfterAll
    static void close() {
        OFFICE.close();
        BOOKS.close();
    }

    @Test
    void a_year_has_twelve_months_and_six_terms() {
        HttpResponse<String> months = get("/api/v2/periods?client_account_id=1&year=2026");

        assertEquals(200, months.statusCode(), months.body());
        assertTrue(months.body().startsWith("{\"meta\":{\"records\":12,"), months.body());
        assertTrue(months.body().contains("{\"month\":\"2026-12\",\"state\":\"open\",\"has_ended\":false,"));
        HttpResponse<String> terms = get("/api/v2/vat-terms?client_account_id=1&year=2026");
        assertTrue(
                terms.body()
                        .contains("{\"year\":2026,\"number\":3,\"date_from\":\"2026-05-01\",\"date_to\":\"2026-06-30\","
                                + "\"due_date\":\"2026-08-31\",\"state\":\"running\"}"),
                terms.body());
    }

    @Test
    void a_month_that_is_not_in_order_is_closed_with_a_reason_and_opened_with_one() {
        String close = "/api/v2/periods/2026-01/close?client_account_id=1";
        HttpResponse<String> list = get("/api/v2/periods/2026-01/checklist?client_account_id=1");
        assertTrue(
                list.body()
                        .contains("{\"point\":\"ledgers_complete\",\"met\":false,\"required\":true,\"count\":1,"
                                + "\"amount\":0.00}"),
                list.body());

        HttpResponse<String> refused = send(close, "{}");
        assertEquals(409, refused.statusCode());
        assertTrue(
                refused.body().contains("2026-01: Every ledger is fetched and booked to the end of the month (1)"),
                refused.body());
        assertEquals(
                409,
                send("/api/v2/periods/2026-02/close?client_account_id=1", "{}").statusCode());
        HttpResponse<String> closed = send(close, "{\"reason\":\"Levert\"}");
        assertEquals(200, closed.statusCode(), closed.body());
        assertTrue(closed.body().startsWith("{\"month\":\"2026-01\",\"state\":\"closed\",\"has_ended\":true,"));
        assertTrue(closed.body().contains("\"reason\":\"Levert\""));

        String reopen = "/api/v2/periods/2026-01/reopen?client_account_id=1";
        assertEquals(409, send(reopen, "{}").statusCode());
        HttpResponse<String> forbidden = send(reopen, "{\"reason\":\"Feil\"}", accountants);
        assertEquals(403, forbidden.statusCode());
        assertTrue(
                forbidden.body().contains("2026-01 is closed. Only an administrator can reopen a closed month."),
                forbidden.body());
        assertEquals(200, send(reopen, "{\"reason\":\"Feil\"}").statusCode());
        assertEquals(409, send(reopen, "{\"reason\":\"Feil\"}").statusCode());
        assertEquals(
                200,
                send("/api/v2/periods/2026-01/hold?client_account_id=1", "{}").statusCode());
        assertEquals(
                400,
                send("/api/v2/periods/2026-13/hold?client_account_id=1", "{}").statusCode());
        assertEquals(
                403,
                send("/api/v2/periods/2026-01/hold?client_account_id=9", "{}").statusCode());
    }

    @Test
    void the_page_closes_and_says_what_is_missing() {
        String page =
                page("/periods?client_account_id=2&year=2026&month=2026-01").body();
        assertTrue(page.contains("januar 2026"), page);
        assertTrue(page.contains("Sjekkliste"));

        HttpResponse<String> early = post("close", "2026-02", "");
        assertEquals(409, early.statusCode());
        assertTrue(early.body().contains("Januar 2026 er åpen"), early.body());
        assertEquals(303, post("close", "2026-01", "").statusCode());
        String karis = page("/periods?client_account_id=2&month=2026-01").body();
        assertTrue(karis.contains("Bare en administrator kan åpne en lukket måned igjen."), karis);
        assertFalse(karis.contains("Åpne måneden igjen"), karis);
        HttpResponse<String> forbidden = post("reopen", "2026-01", "Feil");
        assertEquals(403, forbidden.statusCode());
        assertTrue(forbidden.body().contains("Januar 2026 er lukket. Bare en administrator"), forbidden.body());

        String annas = page(anna, "/periods?client_account_id=2&month=2026-01").body();
        assertTrue(annas.contains("Åpne måneden igjen"), annas);
        assertFalse(annas.contains("Bare en administrator"), annas);
        HttpResponse<String> silent = post(anna, "reopen", "2026-01", " ");
        assertEquals(409, silent.statusCode());
        assertTrue(silent.body().contains("Skriv hvorfor den skal åpnes"));
        assertEquals(303, post(anna, "reopen", "2026-01", "<b>Feil</b>").statusCode());
        String reopened = page(anna, "/periods?client_account_id=2&year=2026").body();
        assertTrue(reopened.contains("&lt;b&gt;Feil"), reopened);
        assertFalse(reopened.contains("<b>Feil"));
    }

    private static HttpResponse<String> get(String path) {
        return OFFICE.get(path, "Authorization", key);
    }

    private static HttpResponse<String> send(String path, String json) {
        return send(path, json, key);
    }

    private static HttpResponse<String> send(String path, String json, String as) {
        return OFFICE.send(
                "POST", path, BodyPublishers.ofString(json), "Authorization", as, "Content-Type", "application/json");
    }

    private static HttpResponse<String> page(String path) {
        return page(kari, path);
    }

    private static HttpResponse<String> page(String as, String path) {
        return OFFICE.get(path, "Cookie", as, "Accept", "text/html", "Accept-Language", "nb");
    }

    private static HttpResponse<String> post(String action, String month, String reason) {
        return post(kari, action, month, reason);
    }

    private static HttpResponse<String> post(String as, String action, String month, String reason) {
        Matcher token = CSRF.matcher(
                page(as, "/periods?client_account_id=2&month=2026-01").body());
        assertTrue(token.find());
        String body = "client_account_id=2&month=" + month + "&_csrf=" + token.group(1) + "&reason="
                + URLEncoder.encode(reason, StandardCharsets.UTF_8);
        return OFFICE.send(
                "POST",
                "/periods/" + action,
                BodyPublishers.ofString(body),
                "Cookie",
                as,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }
}
