package no.avstemt.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.avstemt.web.multipart.WrittenForm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class AccountsOverHttpTest {

    @AutoClose
    static final AccountOffice OFFICE = new AccountOffice();

    private static final String ACCOUNTS = "accounts?client_account_id=1";
    private static final String FORM_OF = "/chart/accounts/";

    @Test
    void an_account_is_added_read_changed_and_deleted() {
        HttpResponse<String> made = OFFICE.api("POST", ACCOUNTS, account("6790", "Fremmed <tjeneste>"));
        long id = OFFICE.idOf("6790");
        HttpResponse<String> read = OFFICE.api("accounts/" + id + "?client_account_id=1");
        HttpResponse<String> changed =
                OFFICE.api("PUT", "accounts/" + id + "?client_account_id=1", changed("Kjøpt tjeneste", true));
        HttpResponse<String> found = OFFICE.api(ACCOUNTS + "&search=kjøpt&per_page=1".replace("ø", "%C3%B8"));
        HttpResponse<String> deleted = OFFICE.api("DELETE", "accounts/" + id + "?client_account_id=1", "");

        assertEquals(201, made.statusCode(), made.body());
        assertEquals(made.body(), read.body());
        assertHolds(made, "\"account_code\":\"6790\"", "\"level_3_code\":\"6100\"", "\"balance\":0.00", "\"roles\":[]");
        assertEquals(200, changed.statusCode(), changed.body());
        assertHolds(found, "\"records\":1", "Kjøpt tjeneste");
        assertEquals(204, deleted.statusCode());
        assertEquals(404, OFFICE.api("accounts/" + id + "?client_account_id=1").statusCode());
    }

    @Test
    void what_is_refused_says_why_and_what_to_do() {
        String supplies = "accounts/" + OFFICE.idOf("6800") + "?client_account_id=1";

        HttpResponse<String> deleted = OFFICE.api("DELETE", supplies, "");
        assertEquals(409, deleted.statusCode());
        assertHolds(deleted, "Account 6800 has 1 posted lines and cannot be deleted. Deactivate it instead.");
        HttpResponse<String> deactivated = OFFICE.api("PUT", supplies, changed("Kontorrekvisita", false));
        assertEquals(409, deactivated.statusCode());
        assertHolds(deactivated, "has the balance 1.00");
        HttpResponse<String> taken = OFFICE.api("POST", ACCOUNTS, account("3000", "Salg"));
        assertEquals(409, taken.statusCode());
        HttpResponse<String> wrong =
                OFFICE.api("POST", ACCOUNTS, account("6791", "X").replace("6700", "1"));
        assertEquals(400, wrong.statusCode());
        assertHolds(wrong, "\"field\":\"grouping_code\"", "annenDriftskostnad/1");
        assertEquals(400, OFFICE.api("POST", ACCOUNTS, account("67", "X")).statusCode());
        assertEquals(
                403,
                OFFICE.withReadingKey("POST", ACCOUNTS, account("6791", "X")).statusCode());
    }

    @Test
    void an_account_of_another_client_is_not_found() {
        String theirs = "accounts/" + OFFICE.idOfOther("6800") + "?client_account_id=1";

        assertEquals(404, OFFICE.api(theirs).statusCode());
        assertEquals(404, OFFICE.api("PUT", theirs, changed("X", true)).statusCode());
        assertEquals(404, OFFICE.api("DELETE", theirs, "").statusCode());
        String kari = OFFICE.signedIn("kari@kontor.example");
        assertEquals(
                404,
                OFFICE.page(kari, FORM_OF + OFFICE.idOfOther("6800") + "?client_account_id=1")
                        .statusCode());
    }

    @Test
    void a_chart_goes_out_as_a_file_and_comes_in_again() {
        String file = OFFICE.api("accounts/export?client_account_id=1").body();
        HttpResponse<String> again =
                OFFICE.file("accounts/import?client_account_id=1", file.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> faulty = OFFICE.file(
                "accounts/import?client_account_id=1",
                "account;name_nb\n3000;Salg\n67;X\n".getBytes(StandardCharsets.UTF_8));

        assertTrue(file.startsWith("\uFEFFaccount;name_nb;"), file.substring(0, 30));
        assertEquals(200, again.statusCode(), again.body());
        assertHolds(again, "\"added\":0,\"changed\":0,");
        assertEquals(400, faulty.statusCode());
        assertHolds(faulty, "line 3 account", "Line 3, account: ", "is no account number");
    }

    @Test
    void roles_are_listed_and_chosen() {
        HttpResponse<String> listed = OFFICE.apiIn("en", "account-roles?client_account_id=1");
        HttpResponse<String> inNorwegian = OFFICE.apiIn("nb", "account-roles?client_account_id=1");
        HttpResponse<String> chosen = OFFICE.api(
                "PUT",
                "account-roles?client_account_id=1",
                "{\"roles\":[{\"role\":\"FEE_COST\",\"account_code\":\"7770\"}]}");
        HttpResponse<String> refused = OFFICE.api(
                "PUT",
                "account-roles?client_account_id=1",
                "{\"roles\":[{\"role\":\"OUTPUT_VAT_HIGH\",\"account_code\":\"3000\"}]}");

        assertHolds(listed, "\"role\":\"VIPPS_FUNDS\"", "\"purpose\":\"Sales and refunds move it");
        assertHolds(inNorwegian, "\"account_name\":\"Salg, høy mva-sats\"", "\"purpose\":\"Salg og refusjoner");
        assertEquals(200, chosen.statusCode(), chosen.body());
        assertHolds(chosen, "\"role\":\"FEE_COST\",\"account_id\":" + OFFICE.idOf("7770"));
        assertEquals(409, refused.statusCode());
        assertHolds(refused, "Account 3000 is of the wrong class to be Output VAT, high rate (OUTPUT_VAT_HIGH).");
    }

    @Test
    void tax_codes_have_the_rates_of_their_day() {
        String now = OFFICE.api("tax-codes?client_account_id=1").body();
        String then =
                OFFICE.api("tax-codes?client_account_id=1&date=2020-06-01").body();

        assertTrue(now.contains("\"code\":\"33\"") && now.contains("\"rate\":12.00"), now);
        assertTrue(then.contains("\"rate\":6.00") && !now.contains("\"rate\":6.00"), then);
        assertTrue(now.contains("\"output_tax_account_code\":\"2704\",\"input_tax_account_code\":\"2714\""), now);
        assertEquals(
                400, OFFICE.api("tax-codes?client_account_id=1&date=i%20dag").statusCode());
    }

    @Test
    void an_accountant_adds_an_account_on_a_page_and_what_is_wrong_stands_beside_its_field() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        String form = "/chart/new?client_account_id=1";

        HttpResponse<String> wrong = OFFICE.submit(kari, form, "/chart/new", form("679", "Ny <b>konto</b>"));
        HttpResponse<String> added = OFFICE.submit(kari, form, "/chart/new", form("6793", "Ny <b>konto</b>"));
        HttpResponse<String> listed = OFFICE.page(kari, "/chart?client_account_id=1&search=6793");

        assertEquals(422, wrong.statusCode());
        assertHolds(wrong, "id=\"account_code-fault\"", "value=\"679\"", "value=\"Ny ");
        assertEquals(303, added.statusCode(), added.body());
        assertHolds(listed, "6793 Ny &lt;b&gt;konto&lt;/b&gt;", "1 kontoer for søket");
        long id = OFFICE.idOf("6793");
        HttpResponse<String> deleted =
                OFFICE.submit(kari, FORM_OF + id + "?client_account_id=1", FORM_OF + id + "/delete", Map.of());
        assertEquals(303, deleted.statusCode());
    }

    @Test
    void an_account_with_a_balance_asks_for_a_reason_before_it_is_deactivated() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        long id = OFFICE.idOf("6800");
        Map<String, String> inactive = Map.of(
                "name_nb", "Kontorrekvisita",
                "name_en", "Office supplies",
                "default_tax_code", "1",
                "grouping_code", "annenDriftskostnad/6995",
                "active", "false");

        HttpResponse<String> asked = OFFICE.submit(kari, FORM_OF + id + "?client_account_id=1", FORM_OF + id, inactive);

        assertEquals(422, asked.statusCode());
        assertHolds(asked, "Konto 6800 har saldo 1,00", "id=\"reason-fault\"");
    }

    @Test
    void every_page_of_the_chart_is_there_for_a_reader_without_what_only_writers_can_do() {
        String per = OFFICE.signedIn("per@kontor.example");
        for (String page : new String[] {"/chart", "/chart/template", "/chart/roles", "/chart/tax-codes"}) {
            HttpResponse<String> shown = OFFICE.page(per, page + "?client_account_id=1");
            assertEquals(200, shown.statusCode(), page);
            assertHolds(shown, "Avvik fra mal", "Mva-koder");
            assertFalse(shown.body().contains("method=\"post\" action=\"/chart"), page);
        }
        assertEquals(403, OFFICE.page(per, "/chart/new?client_account_id=1").statusCode());
        assertHolds(
                OFFICE.page(per, FORM_OF + OFFICE.idOf("2700") + "?client_account_id=1"),
                "Du kan se kontoen, men ikke endre den.",
                "Utgående mva, høy sats");
    }

    @Test
    void only_an_administrator_makes_a_template_and_an_accountant_takes_over_from_it() {
        String anna = OFFICE.signedIn("anna@kontor.example");
        String kari = OFFICE.signedIn("kari@kontor.example");
        String page = "/chart/template?client_account_id=1";

        assertEquals(
                403,
                OFFICE.submit(kari, page, "/chart/template/new", Map.of("name", "Kafeer"))
                        .statusCode());
        assertEquals(
                422,
                OFFICE.submit(anna, page, "/chart/template/new", Map.of("name", " "))
                        .statusCode());
        assertEquals(
                303,
                OFFICE.submit(anna, page, "/chart/template/new", Map.of("name", "Kafeer"))
                        .statusCode());
        assertHolds(OFFICE.page(kari, page), "lik malen: Kafeer");
        assertEquals(
                303,
                OFFICE.submit(kari, page, "/chart/template", Map.of("template", "0"))
                        .statusCode());
        assertEquals(
                303,
                OFFICE.submit(kari, page, "/chart/template/take-over", Map.of("account_code", "3000"))
                        .statusCode());
    }

    @Test
    void pasted_accounts_are_taken_in_or_their_lines_are_told() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        String page = "/chart/import?client_account_id=1";

        HttpResponse<String> done =
                OFFICE.submit(kari, page, "/chart/import", Map.of("accounts", "account\tname_nb\n1201\tVerksted\n"));
        HttpResponse<String> faulty =
                OFFICE.submit(kari, page, "/chart/import", Map.of("accounts", "account;name_nb\n12;Verksted\n"));

        assertEquals(303, done.statusCode());
        assertHolds(ledTo(kari, done), "1 kontoer er lagt til");
        assertEquals(422, faulty.statusCode());
        assertHolds(faulty, "Linje 2, account: «12» er ikke et kontonummer", "12;Verksted");
    }

    @Test
    void a_chart_is_taken_in_from_a_file_on_the_page_in_either_encoding() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        String page = "/chart/import?client_account_id=1";
        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            String code = encoding == StandardCharsets.UTF_8 ? "1202" : "1203";
            byte[] csv = ("account;name_nb\n" + code + ";Smørebod på hjørnet\n").getBytes(encoding);

            HttpResponse<String> done = OFFICE.upload(
                    kari, page, "/chart/import", new WrittenForm().file("file", "plan.csv", "text/csv", csv));

            assertHolds(ledTo(kari, done), "1 kontoer er lagt til");
            assertHolds(OFFICE.api("accounts/" + OFFICE.idOf(code) + "?client_account_id=1"), "Smørebod på hjørnet");
        }

        HttpResponse<String> spreadsheet = OFFICE.upload(
                kari, page, "/chart/import", new WrittenForm().file("file", "plan.xlsx", "application/x", new byte[] {
                            'P', 'K', 3, 4, 0, 0
                        }));
        assertEquals(422, spreadsheet.statusCode());
        assertHolds(spreadsheet, "«plan.xlsx» er ikke en tekstfil");
        HttpResponse<String> huge = OFFICE.upload(
                kari,
                page,
                "/chart/import",
                new WrittenForm().file("file", "plan.csv", "text/csv", "1;2\n".repeat(1 << 20)));
        assertEquals(413, huge.statusCode());
    }

    @Test
    void a_role_is_chosen_on_its_page() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        String page = "/chart/roles?client_account_id=1";

        HttpResponse<String> chosen = OFFICE.submit(kari, page, "/chart/roles", Map.of("chosen", "BAD_DEBTS:7798"));
        HttpResponse<String> refused = OFFICE.submit(kari, page, "/chart/roles", Map.of("chosen", "ROUNDING:3000"));

        assertEquals(303, chosen.statusCode(), chosen.body());
        assertHolds(OFFICE.page(kari, page), "Standard er 7830.");
        assertEquals(422, refused.statusCode());
        assertHolds(refused, "Konto 3000 er i feil kontoklasse til å være Øreavrunding.");
    }

    private static String account(String code, String name) {
        return "{\"account_code\":\"" + code + "\",\"name_nb\":\"" + name + "\",\"name_en\":\"" + name
                + "\",\"grouping_category\":\"annenDriftskostnad\",\"grouping_code\":\"6700\"}";
    }

    private static String changed(String name, boolean active) {
        return "{\"name_nb\":\"" + name + "\",\"name_en\":\"" + name + "\",\"default_tax_code\":\"1\","
                + "\"grouping_category\":\"annenDriftskostnad\",\"grouping_code\":\"6700\",\"active\":" + active + "}";
    }

    private static Map<String, String> form(String code, String name) {
        return Map.of("account_code", code, "name_nb", name, "grouping_code", "annenDriftskostnad/6700");
    }

    private static HttpResponse<String> ledTo(String session, HttpResponse<String> done) {
        return OFFICE.page(session, done.headers().firstValue("Location").orElseThrow());
    }

    private static void assertHolds(HttpResponse<String> answer, String... texts) {
        for (String text : texts) {
            assertTrue(answer.body().contains(text), () -> text + " is not in " + answer.body());
        }
    }
}
