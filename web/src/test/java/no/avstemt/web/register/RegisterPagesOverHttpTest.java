package no.avstemt.web.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and forms, as an accountant and an auditor meet them. */
final class RegisterPagesOverHttpTest {

    @AutoClose
    static final RegisterOffice OFFICE = new RegisterOffice();

    private static final String CLIENT = "?client_account_id=1";
    private static final String PARTNERS = "/api/v2/business-partners";

    @Test
    void a_form_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
        Map<String, String> wrong = Map.of(
                "number",
                "40001",
                "name",
                "Frisk & <b>frukt</b>",
                "organisation_number",
                "123",
                "country",
                "NO",
                "active",
                "true");
        HttpResponse<String> refused = OFFICE.post("/registers/business-partners/new", wrong);
        assertHolds(refused, 422, "Nummeret stemmer ikke", "value=\"123\"", "Frisk &amp; &lt;b>frukt");

        HttpResponse<String> made = OFFICE.post(
                "/registers/business-partners/new",
                Map.of("number", "40001", "name", "Frisk frukt AS", "customer", "true", "active", "true"));
        assertEquals(303, made.statusCode(), made.body());
        String self = made.headers().firstValue("Location").orElseThrow();
        assertHolds(OFFICE.page(self), "40001 Frisk frukt AS", "Vis linjene i hovedboken", "Slett");
        assertHolds(OFFICE.page("/registers/business-partners" + CLIENT + "&search=FRISK"), "Frisk frukt AS", "kunde");
        assertHolds(OFFICE.post(self.split("\\?")[0], Map.of("name", "x")), 422, "Skriv et nummer");
        assertEquals(
                303, OFFICE.post(self.split("\\?")[0] + "/delete", Map.of()).statusCode());
        assertEquals(404, OFFICE.page(self).statusCode());
    }

    @Test
    void a_document_is_entered_with_the_number_of_its_partner() {
        OFFICE.send("POST", PARTNERS + CLIENT, "{\"number\":\"50001\",\"name\":\"Gartneriet AS\"}");
        Map<String, String> form = Map.of(
                "document_type",
                "INVOICE",
                "document_number",
                "88",
                "document_date",
                "2026-02-14",
                "business_partner_id",
                "50001",
                "payment_ref",
                "1234567",
                "active",
                "true");
        HttpResponse<String> made = OFFICE.post("/registers/documents/new", form);
        assertEquals(303, made.statusCode(), made.body());

        HttpResponse<String> page =
                OFFICE.page(made.headers().firstValue("Location").orElseThrow());
        assertHolds(page, "value=\"50001\"", "verken etter MOD10 eller MOD11");
        assertHolds(OFFICE.page("/registers/documents" + CLIENT), "Gartneriet AS", "14.02.2026", "Faktura");
        assertHolds(
                OFFICE.post("/registers/documents/new", Map.of("document_number", "1", "business_partner_id", "5")),
                422,
                "Ingen kunde eller leverandør har dette nummeret",
                "Velg dokumentets dato");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "business-partners",
                "bank-accounts",
                "projects",
                "departments",
                "assets",
                "tags",
                "items",
                "documents",
                "sales-units",
                "mandatory-dimensions"
            })
    void every_register_has_a_page_in_both_languages_and_none_of_a_foreign_client(String register) {
        assertEquals(200, OFFICE.page("/registers/" + register + CLIENT).statusCode());
        assertEquals(
                200, OFFICE.pageInEnglish("/registers/" + register + CLIENT).statusCode());
        assertEquals(
                200, OFFICE.pageOfAuditor("/registers/" + register + CLIENT).statusCode());
        assertEquals(
                403,
                OFFICE.page("/registers/" + register + "?client_account_id=3").statusCode());
        assertEquals(
                403, OFFICE.get("/api/v2/" + register + "?client_account_id=3").statusCode());
        assertEquals(403, OFFICE.get("/api/v2/" + register).statusCode());
        assertFalse(OFFICE.pageOfAuditor("/registers/" + register + CLIENT)
                .body()
                .contains("method=\"post\" action=\"/registers"));
    }

    @Test
    void what_is_one_clients_is_not_anothers() {
        long mine = id(OFFICE.send("POST", "/api/v2/tags" + CLIENT, "{\"number\":\"1\",\"name\":\"Mitt\"}"));

        assertEquals(200, OFFICE.get("/api/v2/tags/" + mine + CLIENT).statusCode());
        assertEquals(
                404, OFFICE.get("/api/v2/tags/" + mine + "?client_account_id=2").statusCode());
        assertEquals(404, OFFICE.get("/api/v2/projects/" + mine + CLIENT).statusCode());
        assertEquals(
                404,
                OFFICE.page("/registers/tags/" + mine + "?client_account_id=2").statusCode());
        assertHolds(OFFICE.pageOfAuditor("/registers/tags/" + mine + CLIENT), "Mitt", "I bruk", "Ja");
        assertEquals(403, OFFICE.pageOfAuditor("/registers/tags/new" + CLIENT).statusCode());
    }

    private static long id(HttpResponse<String> made) {
        Matcher id = Pattern.compile("\\{\"id\":([0-9]+)").matcher(made.body());
        assertTrue(id.find(), made.body());
        return Long.parseLong(id.group(1));
    }

    private static void assertHolds(HttpResponse<String> page, String... texts) {
        assertHolds(page, 200, texts);
    }

    private static void assertHolds(HttpResponse<String> page, int status, String... texts) {
        assertEquals(status, page.statusCode(), page.body());
        String body = page.body().replace('\u00A0', ' ');
        for (String text : texts) {
            assertTrue(body.contains(text), () -> "No " + text + " in " + body);
        }
    }
}
