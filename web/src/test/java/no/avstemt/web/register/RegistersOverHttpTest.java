package no.avstemt.web.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistersOverHttpTest {

    @AutoClose
    static final RegisterOffice OFFICE = new RegisterOffice();

    private static final String CLIENT = "?client_account_id=1";
    private static final String PARTNERS = "/api/v2/business-partners";

    @Test
    void a_partner_is_made_read_changed_and_deleted() {
        HttpResponse<String> made = OFFICE.send("POST", PARTNERS + CLIENT, """
                {"number": "20001", "name": "Brenneriet AS", "organisation_number": "918 713 867", "supplier": true,
                 "vat_registered": true, "bank_account": "1234.56.78903", "email": "Post@Brenneriet.example"}
                """);
        assertEquals(201, made.statusCode(), made.body());
        long id = id(made);
        assertEquals(
                "{\"id\":" + id
                        + ",\"number\":\"20001\",\"name\":\"Brenneriet AS\",\"organisation_number\":\"918713867\","
                        + "\"vat_registered\":true,\"address_line_1\":null,\"address_line_2\":null,\"postcode\":null,"
                        + "\"city\":null,\"country\":\"NO\",\"email\":\"post@brenneriet.example\","
                        + "\"bank_account\":\"12345678903\",\"bank_account_doubtful\":false,\"customer\":false,"
                        + "\"supplier\":true,\"active\":true}",
                made.body());
        String one = PARTNERS + "/" + id + CLIENT;
        assertEquals(made.body(), OFFICE.get(one).body());

        HttpResponse<String> changed = OFFICE.send("PUT", one, """
                {"number": "20001", "name": "Brenneriet Nord AS", "bank_account": "98765432100", "active": false}
                """);
        assertEquals(200, changed.statusCode(), changed.body());
        assertTrue(changed.body().contains("\"bank_account_doubtful\":true,\"customer\":false,\"supplier\":false"));
        assertTrue(changed.body().contains("\"organisation_number\":null"));

        assertEquals(204, OFFICE.send("DELETE", one, "").statusCode());
        assertEquals(404, OFFICE.get(one).statusCode());
        assertEquals(404, OFFICE.send("DELETE", one, "").statusCode());
        assertEquals(
                404,
                OFFICE.send("PUT", one, "{\"number\":\"1\",\"name\":\"x\"}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "departments", "assets", "tags", "items"})
    void what_is_nothing_but_number_and_name_is_kept_in_one_way(String register) {
        String all = "/api/v2/" + register + CLIENT;
        HttpResponse<String> made = OFFICE.send("POST", all, "{\"number\":\"77\",\"name\":\"Først\"}");

        assertEquals(201, made.statusCode(), made.body());
        assertEquals(
                409,
                OFFICE.send("POST", all, "{\"number\":\"77\",\"name\":\"To\"}").statusCode());
        assertTrue(OFFICE.get(all + "&search=f%C3%B8rst&per_page=1")
                .body()
                .startsWith("{\"meta\":{\"records\":1,\"per_page\":1,\"page\":1,\"pages\":1},\"data\":[{\"id\":"));
        assertTrue(OFFICE.get(all + "&search=100%25").body().contains("\"records\":0"));
        HttpResponse<String> missing = OFFICE.send("POST", all, "{\"name\":\" \",\"colour\":\"red\"}");
        assertEquals(400, missing.statusCode());
        assertTrue(missing.body().contains("There are 3 faults"), missing.body());
    }

    @Test
    void wrong_numbers_are_refused_by_field_and_doubtful_ones_are_told() {
        assertFault(
                "organisation_number",
                PARTNERS,
                "{\"number\":\"1\",\"name\":\"x\",\"organisation_number\":\"918713868\"}");
        assertFault("bank_account", PARTNERS, "{\"number\":\"1\",\"name\":\"x\",\"bank_account\":\"NO9386011117948\"}");
        assertFault("country", PARTNERS, "{\"number\":\"1\",\"name\":\"x\",\"country\":\"XX\"}");
        assertFault("email", PARTNERS, "{\"number\":\"1\",\"name\":\"x\",\"email\":\"nobody\"}");
        assertFault("iban", "/api/v2/bank-accounts", "{\"number\":\"1\",\"name\":\"x\",\"iban\":\"NO93\"}");
        assertFault("currency", "/api/v2/bank-accounts", "{\"number\":\"1\",\"name\":\"x\",\"currency\":\"KRO\"}");
        assertFault(
                "account_code", "/api/v2/bank-accounts", "{\"number\":\"1\",\"name\":\"x\",\"account_code\":\"1929\"}");
        assertFault(
                "account_code", "/api/v2/bank-accounts", "{\"number\":\"1\",\"name\":\"x\",\"account_code\":\"7770\"}");
        assertFault(
                "due_date",
                "/api/v2/documents",
                "{\"document_type\":\"INVOICE\",\"document_number\":\"F-9\",\"document_date\":\"2026-02-14\","
                        + "\"due_date\":\"2026-02-13\"}");
        HttpResponse<String> doubtful = OFFICE.send(
                "POST",
                "/api/v2/bank-accounts" + CLIENT,
                "{\"number\":\"98765432100\",\"name\":\"Sparekonto\",\"account_code\":\"1930\"}");
        assertEquals(201, doubtful.statusCode(), doubtful.body());
        assertTrue(doubtful.body().contains("\"number_doubtful\":true,\"vipps_ledger\":false"));
        assertTrue(OFFICE.get("/api/v2/bank-accounts" + CLIENT)
                .body()
                .contains("\"number\":\"302321\",\"name\":\"Vipps 302321\""));
    }

    private static void assertFault(String field, String path, String json) {
        HttpResponse<String> answer = OFFICE.send("POST", path + CLIENT, json);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"field\":\"" + field + "\""), answer.body());
    }

    @Test
    void a_document_is_of_a_partner_and_its_reference_is_looked_at() {
        long partner = id(OFFICE.send("POST", PARTNERS + CLIENT, "{\"number\":\"30001\",\"name\":\"Bakeriet AS\"}"));
        String documents = "/api/v2/documents" + CLIENT;
        String invoice = """
                {"document_type": "INVOICE", "document_number": "F-17", "document_date": "2026-02-14",
                 "due_date": "2026-02-28", "payment_ref": "1234566", "business_partner_id": %d}
                """.formatted(partner);

        HttpResponse<String> made = OFFICE.send("POST", documents, invoice);
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.body().contains("\"payment_ref_is_kid\":true,\"document_type\":\"INVOICE\""));
        assertTrue(made.body().contains("\"business_partner\":{\"id\":" + partner + ",\"name\":\"Bakeriet AS\"}"));
        assertEquals(409, OFFICE.send("POST", documents, invoice).statusCode());
        assertEquals(
                400,
                OFFICE.send("POST", documents, invoice.replace("INVOICE", "POEM"))
                        .statusCode());
        assertFault(
                "business_partner_id",
                "/api/v2/documents",
                invoice.replace("F-17", "F-18").replace("_id\": " + partner, "_id\": 99"));

        HttpResponse<String> kept = OFFICE.send("DELETE", PARTNERS + "/" + partner + CLIENT, "");
        assertEquals(409, kept.statusCode());
        assertTrue(kept.body().contains("Put it away instead"), kept.body());
    }

    @Test
    void a_name_given_here_shows_in_the_reports() {
        long fair = id(OFFICE.send("POST", "/api/v2/projects" + CLIENT, "{\"number\":\"P9\",\"name\":\"Messe\"}"));
        OFFICE.sell("P9");
        String report = "/api/v2/reports/trial-balance" + CLIENT
                + "&date_from=2026-01-01&date_to=2026-12-31&group_by_dimension=project&include_zero_movement=false";
        assertTrue(
                OFFICE.get(report).body().contains("\"relation_name\":\"Messe\""),
                OFFICE.get(report).body());

        OFFICE.send("PUT", "/api/v2/projects/" + fair + CLIENT, "{\"number\":\"P9\",\"name\":\"Bokmessen\"}");
        assertTrue(OFFICE.get(report).body().contains("\"relation_name\":\"Bokmessen\""));
        assertEquals(
                409,
                OFFICE.send("PUT", "/api/v2/projects/" + fair + CLIENT, "{\"number\":\"P8\",\"name\":\"x\"}")
                        .statusCode());
        assertTrue(OFFICE.page("/registers/projects/" + fair + CLIENT)
                .body()
                .contains("/general-ledger?client_account_id=1&amp;dimensions=project%3A" + fair));
    }

    @Test
    void sales_units_are_mapped_and_accounts_of_vipps_demand_no_more_than_that() {
        long north = id(OFFICE.send("POST", "/api/v2/departments" + CLIENT, "{\"number\":\"10\",\"name\":\"Nord\"}"));
        String units = "/api/v2/sales-units" + CLIENT;
        String duties = "/api/v2/mandatory-dimensions" + CLIENT;
        String duty = "{\"account_code\":\"3000\",\"types\":[\"department\"]}";
        String unit = "{\"ledger_id\":\"302321\",\"handle\":\"NO:57860\"";

        HttpResponse<String> refused = OFFICE.send("PUT", duties, duty);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("Map every sales unit"), refused.body());
        HttpResponse<String> mapped = OFFICE.send("PUT", units, unit + ",\"department_id\":" + north + "}");
        assertEquals(200, mapped.statusCode(), mapped.body());
        assertTrue(mapped.body().endsWith("\"department_id\":" + north + ",\"project_id\":null}"), mapped.body());
        assertEquals(200, OFFICE.send("PUT", duties, duty).statusCode());
        assertTrue(OFFICE.get(duties).body().contains("{\"account_code\":\"3000\",\"types\":[\"department\"]}"));
        assertEquals(409, OFFICE.send("PUT", units, unit + "}").statusCode());
        assertEquals(
                400,
                OFFICE.send("PUT", units, unit + ",\"project_id\":" + north + "}")
                        .statusCode());
        HttpResponse<String> unknown = OFFICE.send("PUT", units, unit.replace("57860", "1") + "}");
        assertEquals(400, unknown.statusCode());
        assertTrue(unknown.body().contains("\"handle\""), unknown.body());

        HttpResponse<String> page = OFFICE.page("/registers/sales-units" + CLIENT);
        assertHolds(page, "Kafé (NO:57860)", "302321 · Nord", "selected");
        assertHolds(OFFICE.page("/registers/mandatory-dimensions" + CLIENT), "3000 ", "Avdeling");
        assertEquals(
                303,
                OFFICE.post("/registers/mandatory-dimensions", Map.of("account_code", "3000"))
                        .statusCode());
        assertEquals(
                303,
                OFFICE.post("/registers/sales-units", Map.of("ledger_id", "302321", "handle", "NO:57860"))
                        .statusCode());
        assertHolds(OFFICE.page("/registers/sales-units" + CLIENT), "302321 · ikke knyttet");
        assertHolds(
                OFFICE.post("/registers/mandatory-dimensions", Map.of("account_code", "3000", "types", "tag")),
                409,
                "Knytt alle salgsenheter");
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
