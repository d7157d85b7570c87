package no.avstemt.web.currency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import no.avstemt.web.multipart.WrittenForm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class RatesOverHttpTest {

    @AutoClose
    static final RateOffice OFFICE = new RateOffice();

    private static final String RATES = "/api/v2/exchange-rates";
    private static final String CLIENT = "?client_account_id=1";
    private static final String JSON = "application/json";
    private static final String PAGE = "/exchange-rates";

    private static HttpResponse<String> put(String body) {
        return OFFICE.send("PUT", RATES + CLIENT, JSON, body);
    }

    @Test
    void a_rate_is_entered_found_changed_and_removed() {
        HttpResponse<String> made =
                put("{\"currency_code\": \"DKK\", \"date\": \"2026-03-02\", \"rate\": 157.42, \"units\": 100}");
        assertEquals(200, made.statusCode(), made.body());
        String told = ",\"currency_code\":\"DKK\",\"date\":\"2026-03-02\",\"rate\":157.42,\"units\":100,"
                + "\"exchange_rate\":1.5742}";
        assertTrue(made.body().endsWith(told), made.body());
        String id = made.body().replaceAll("^\\{\"id\":([0-9]+),.*", "$1");

        String found = OFFICE.get(RATES + CLIENT + "&currency_code=DKK&date_from=2026-03-02&date_to=2026-03-02")
                .body();
        assertTrue(found.startsWith("{\"meta\":{\"records\":1,"), found);
        assertTrue(found.contains(made.body()), found);
        assertTrue(OFFICE.get(RATES + CLIENT + "&currency_code=ZZZ").body().contains("\"records\":0"));

        HttpResponse<String> changed = put("{\"currency_code\": \"DKK\", \"date\": \"2026-03-02\", \"rate\": \"1.6\"}");
        assertTrue(changed.body().startsWith("{\"id\":" + id + ","), changed.body());
        assertTrue(changed.body().contains("\"units\":1,\"exchange_rate\":1.6"), changed.body());
        String one = RATES + "/" + id + CLIENT;
        assertEquals(changed.body(), OFFICE.get(one).body());
        assertEquals(204, OFFICE.send("DELETE", one, JSON, "").statusCode());
        assertEquals(404, OFFICE.get(one).statusCode());
        assertEquals(404, OFFICE.send("DELETE", one, JSON, "").statusCode());
    }

    @Test
    void a_rate_that_booked_dates_may_rest_on_is_not_changed() {
        OFFICE.bookedInDollars(LocalDate.of(2026, 2, 20));
        String rate = "{\"currency_code\": \"USD\", \"date\": \"2026-02-20\", \"rate\": 10.1}";
        assertEquals(200, put(rate).statusCode());
        assertEquals(200, put(rate).statusCode());

        HttpResponse<String> refused = put(rate.replace("10.1", "10.2"));
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("booked to 2026-02-20"), refused.body());
        String file = "currency;date;rate\nUSD;2026-02-20;10,3\nUSD;2026-02-21;10,4\n";
        assertEquals(
                409,
                OFFICE.send("POST", RATES + "/import" + CLIENT, "text/csv", file)
                        .statusCode());
        HttpResponse<String> page = OFFICE.post(PAGE + "/import", Map.of("rates", file));
        assertEquals(409, page.statusCode(), page.body());
        assertTrue(page.body().contains("20.02.2026") && page.body().contains("10,3"), page.body());
        assertTrue(OFFICE.get(RATES + CLIENT + "&currency_code=USD").body().contains("\"records\":1"));
    }

    @Test
    void what_is_no_rate_is_refused_by_field() {
        HttpResponse<String> bad =
                put("{\"currency_code\": \"NOK\", \"date\": \"2026-02-31\", \"rate\": 0, \"units\": 7}");
        assertEquals(400, bad.statusCode());
        for (String field : new String[] {"currency_code", "date", "rate", "units"}) {
            assertTrue(bad.body().contains(field), bad.body());
        }
        assertEquals(400, OFFICE.get(RATES + CLIENT + "&date_from=yesterday").statusCode());
    }

    @Test
    void a_day_that_nobody_knows_the_rate_of_is_refused_by_program_page_and_file() {
        HttpResponse<String> put = put("{\"currency_code\": \"CAD\", \"date\": \"2062-03-02\", \"rate\": 13}");
        assertEquals(400, put.statusCode());
        assertTrue(put.body().contains("\"field\":\"date\""), put.body());
        assertTrue(put.body().contains("The date 2062-03-02 is too far ahead"), put.body());

        HttpResponse<String> typed =
                OFFICE.post(PAGE, Map.of("currency_code", "CAD", "date", "2062-03-02", "units", "1", "rate", "13"));
        assertEquals(422, typed.statusCode());
        assertTrue(typed.body().contains("Datoen 02.03.2062 er for langt fram"), typed.body());

        HttpResponse<String> listed = OFFICE.post(
                PAGE + "/import", Map.of("rates", "valuta;dato;kurs\nCAD;2026-03-03;13\nCAD;2062-03-03;13"));
        assertEquals(422, listed.statusCode());
        assertTrue(OFFICE.get(RATES + CLIENT + "&currency_code=CAD").body().contains("\"records\":0"));
    }

    @Test
    void a_file_is_taken_whole_or_not_at_all() {
        String import0 = RATES + "/import" + CLIENT;
        HttpResponse<String> bad = OFFICE.send(
                "POST", import0, "text/csv", "currency;date;rate\nSEK;2026-03-02;1,05\nSEK;2026-03-03;dear\n");
        assertEquals(400, bad.statusCode(), bad.body());
        assertTrue(bad.body().contains("Line 3 RATE: “dear” is no rate"), bad.body());
        assertTrue(OFFICE.get(RATES + CLIENT + "&currency_code=SEK").body().contains("\"records\":0"));

        HttpResponse<String> taken = OFFICE.send("POST", import0, "text/csv", """
            FREQ;Frekvens;BASE_CUR;Basisvaluta;QUOTE_CUR;UNIT_MULT;TIME_PERIOD;OBS_VALUE
            B;Virkedag;SEK;Svenske kroner;NOK;2;2026-03-02;105,17
            B;Virkedag;SEK;Svenske kroner;NOK;2;2026-03-03;105,20
            """);
        assertEquals("{\"added\":2,\"changed\":0,\"unchanged\":0,\"journal_entries\":0}", taken.body());
    }

    @Test
    void the_page_says_which_rate_applies_and_takes_one_or_many() {
        String empty = OFFICE.page(PAGE + CLIENT + "&currency=CHF").body();
        assertTrue(empty.contains("høyst sju dager tilbake"), empty);
        assertTrue(empty.contains("Ingen kurser passer til søket."), empty);

        HttpResponse<String> one = ledTo(OFFICE.post(
                PAGE, Map.of("currency_code", "eur", "date", "2026-03-02", "units", "1", "rate", "11,7475")));
        assertEquals(200, one.statusCode(), one.body());
        assertTrue(one.body().contains("Nye kurser: 1."), one.body());
        assertTrue(one.body().contains("11,7475"), one.body());

        HttpResponse<String> wrong =
                OFFICE.post(PAGE, Map.of("currency_code", "NOK", "date", "", "units", "5", "rate", "<b>"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Kroner trenger ingen kurs"), wrong.body());
        assertFalse(wrong.body().contains("<b>"), wrong.body());

        HttpResponse<String> refused =
                OFFICE.post(PAGE + "/import", Map.of("rates", "valuta;dato;kurs\nEUR;2026-03-03;<i>"));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Linje 2 KURS: «&lt;i&gt;» er ingen kurs"), refused.body());

        HttpResponse<String> many = ledTo(OFFICE.post(
                PAGE + "/import",
                Map.of("rates", "valuta\tdato\tkurs\nEUR\t02.03.2026\t11,7475\nEUR\t03.03.2026\t11,80\n")));
        assertTrue(many.body().contains("Nye kurser: 1. Endrede: 0. Uendrede: 1."), many.body());
    }

    @Test
    void the_page_takes_a_file_too() {
        HttpResponse<String> taken = ledTo(OFFICE.upload(
                PAGE + "/import",
                new WrittenForm()
                        .field("rates", "")
                        .file("file", "kurser.csv", "text/csv", "valuta;dato;kurs\nGBP;2026-03-02;13,50\n")));
        assertTrue(taken.body().contains("Nye kurser: 1."), taken.body());

        HttpResponse<String> binary = OFFICE.upload(
                PAGE + "/import", new WrittenForm().file("file", "kurser.xlsx", "text/csv", new byte[] {'P', 'K', 0}));
        assertEquals(422, binary.statusCode());
        assertTrue(binary.body().contains("«kurser.xlsx» er ikke en tekstfil"), binary.body());
    }

    @Test
    void the_refused_import_leads_back_to_the_page_of_the_rates() {
        HttpResponse<String> refused = OFFICE.post(PAGE + "/import", Map.of("rates", "valuta;dato;kurs\nEUR;;1\n"));

        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("name=\"return_to\" value=\"/exchange-rates?client_account_id=1\""),
                refused.body());
        assertEquals(400, OFFICE.page(PAGE + CLIENT + "&done=1-2").statusCode());
    }

    /** What was done is told by a page that can be loaded again. */
    private static HttpResponse<String> ledTo(HttpResponse<String> done) {
        assertEquals(303, done.statusCode(), done.body());
        return OFFICE.page(done.headers().firstValue("Location").orElseThrow());
    }
}
