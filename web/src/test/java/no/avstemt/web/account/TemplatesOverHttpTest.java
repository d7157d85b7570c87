package no.avstemt.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class TemplatesOverHttpTest {

    @AutoClose
    static final AccountOffice OFFICE = new AccountOffice();

    @Test
    void templates_are_listed_read_followed_and_taken_from_by_programs() {
        String followed = "followed-chart-template?client_account_id=2";
        String codes = "{\"account_codes\":[\"3000\"]}";
        assertHolds(OFFICE.api("chart-templates?client_account_id=2"), "\"id\":0", "\"followed\":true");
        assertHolds(OFFICE.api("chart-templates/0?client_account_id=2"), "\"account_code\":\"1577\"", "VIPPS_FUNDS");
        assertEquals(404, OFFICE.api("chart-templates/777?client_account_id=2").statusCode());
        assertEquals(
                403,
                OFFICE.api("POST", "chart-templates?client_account_id=2", "{\"name\":\"Klubber\"}")
                        .statusCode());
        assertHolds(OFFICE.api(followed), "\"template_id\":0", "\"deviations\":0");

        HttpResponse<String> renamed = OFFICE.api(
                "PUT",
                "accounts/" + OFFICE.idOfOther("3000") + "?client_account_id=2",
                "{\"name_nb\":\"Billetter\",\"name_en\":\"Tickets\",\"default_tax_code\":\"3\","
                        + "\"grouping_category\":\"salgsinntekt\",\"grouping_code\":\"3000\"}");
        assertEquals(200, renamed.statusCode(), renamed.body());
        assertHolds(
                OFFICE.api("followed-chart-template/deviations?client_account_id=2"),
                "\"kinds\":[\"RENAMED\"",
                "\"name_nb\":\"Billetter\"");
        assertHolds(
                OFFICE.api("POST", "followed-chart-template/take-over?client_account_id=2", codes), "\"deviations\":0");
        assertEquals(
                403,
                OFFICE.api("POST", "followed-chart-template/give?client_account_id=2", codes)
                        .statusCode());
        assertEquals(400, OFFICE.api("PUT", followed, "{\"template_id\":777}").statusCode());
    }

    @Test
    void a_program_of_an_administrator_makes_a_template_that_another_client_follows() {
        HttpResponse<String> made =
                OFFICE.asAdministrator("POST", "chart-templates?client_account_id=2", "{\"name\":\"Scener\"}");
        assertEquals(201, made.statusCode(), made.body());
        String id = made.body().replaceAll("(?s).*?\"id\":([0-9]+).*", "$1");

        assertHolds(OFFICE.api("chart-templates?client_account_id=1"), "\"name\":\"Scener\"");
        assertHolds(
                OFFICE.api("PUT", "followed-chart-template?client_account_id=1", "{\"template_id\":" + id + "}"),
                "\"name\":\"Scener\"");
        assertEquals(
                409,
                OFFICE.asAdministrator("POST", "chart-templates?client_account_id=2", "{\"name\":\"scener\"}")
                        .statusCode());
        assertEquals(
                200,
                OFFICE.api("PUT", "followed-chart-template?client_account_id=1", "{\"template_id\":0}")
                        .statusCode());
        assertEquals(
                200,
                OFFICE.api("PUT", "followed-chart-template?client_account_id=2", "{\"template_id\":0}")
                        .statusCode());
    }

    private static void assertHolds(HttpResponse<String> answer, String... texts) {
        for (String text : texts) {
            assertTrue(answer.body().contains(text), text + " is not in " + answer.body());
        }
    }
}
