package no.avstemt.web.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.avstemt.web.multipart.WrittenForm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PostingOverHttpTest {

    @AutoClose
    static final PostingOffice OFFICE = new PostingOffice();

    private static final String CLIENT = "?client_account_id=1";
    private static final String OTHER = "?client_account_id=2";
    private static final String GIFT_CARDS =
            "{\"category\":\"Gavekort\",\"account_code\":\"2901\",\"valid_from\":\"2026-01-01\"}";
    private static final String FEES = "{\"entry_type\":\"CAPTURE_FEE\",\"account_code\":\"7770\",\"tax_code\":\"0\","
            + "\"valid_from\":\"2026-03-01\",\"valid_to\":\"2026-12-31\"}";

    @Test
    void a_rule_for_a_category_is_added_read_changed_and_removed() {
        HttpResponse<String> made = OFFICE.api("POST", "category-rules" + OTHER, GIFT_CARDS);
        assertEquals(201, made.statusCode(), made.body());
        String one = "category-rules/" + id(made) + OTHER;

        assertEquals(made.body(), OFFICE.api(one).body());
        HttpResponse<String> changed = OFFICE.api("PUT", one, GIFT_CARDS.replace("2901", "2902"));
        assertHolds(changed, 200, "\"account_code\":\"2902\"", "\"tax_code\":null");
        assertHolds(OFFICE.api("category-rules" + OTHER), 200, "\"category\":\"Gavekort\"");
        assertEquals(404, OFFICE.api("category-rules/" + id(made) + CLIENT).statusCode());
        assertEquals(204, OFFICE.api("DELETE", one, "").statusCode());
        assertEquals(404, OFFICE.api(one).statusCode());
    }

    @Test
    void a_rule_that_dates_are_booked_by_only_gets_a_last_day_after_them() {
        String pawn = "{\"category\":\"Pant\",\"account_code\":\"2901\",\"valid_from\":\"2026-01-01\"}";
        String topUp = "{\"entry_type\":\"TOP_UP\",\"account_code\":\"2901\",\"valid_from\":\"2026-01-01\"}";
        for (String[] rule : new String[][] {{"category-rules", pawn}, {"posting-rules", topUp}}) {
            HttpResponse<String> made = OFFICE.api("POST", rule[0] + CLIENT, rule[1]);
            assertEquals(201, made.statusCode(), made.body());
            String one = rule[0] + "/" + id(made) + CLIENT;

            assertHolds(OFFICE.api("PUT", one, rule[1].replace("2901", "2902")), 409, "booked to 2");
            assertHolds(OFFICE.api("PUT", one, rule[1].replace("2026-01-01", "2099-12-01")), 409, "booked to 2");
            assertHolds(OFFICE.api("PUT", one, endingOn(rule[1], "2026-01-31")), 409, "booked to 2");
            assertHolds(OFFICE.api("PUT", one, endingOn(rule[1], "2099-12-31")), 200, "2099-12-31");
            assertHolds(OFFICE.api("PUT", one, rule[1]), 200, "\"valid_to\":null");
            assertHolds(OFFICE.api("DELETE", one, ""), 409, "booked to 2");
        }
    }

    private static String endingOn(String rule, String last) {
        return rule.replace("}", ",\"valid_to\":\"" + last + "\"}");
    }

    @Test
    void accounts_that_would_undo_the_posting_are_refused() {
        for (String account : new String[] {"1577", "2992", "1592", "2700", "2710", "2740"}) {
            assertHolds(
                    OFFICE.api("POST", "category-rules" + OTHER, GIFT_CARDS.replace("2901", account)),
                    400,
                    "\"field\":\"account_code\"");
            assertHolds(
                    OFFICE.api("POST", "posting-rules" + OTHER, FEES.replace("7770", account)),
                    400,
                    "\"field\":\"account_code\"");
        }
        String payout = "{\"entry_type\":\"PAYOUT_SCHEDULED\",\"account_code\":\"7770\",\"valid_from\":\"2026-03-01\"}";
        assertHolds(OFFICE.api("POST", "posting-rules" + OTHER, payout), 400, "a payout is neither");
    }

    @Test
    void a_second_rule_of_the_same_first_day_is_refused_and_names_the_first() {
        String first = GIFT_CARDS.replace("Gavekort", "Tips");
        HttpResponse<String> made = OFFICE.api("POST", "category-rules" + OTHER, first);
        assertEquals(201, made.statusCode(), made.body());
        assertHolds(
                OFFICE.api(
                        "POST",
                        "category-rules" + OTHER,
                        first.replace("Tips", "TIPS ").replace("2901", "2902")),
                400,
                "\"field\":\"valid_from\"",
                "a rule for Tips from 2026-01-01 already, to account 2901");
        assertHolds(OFFICE.api("PUT", "category-rules/" + id(made) + OTHER, first), 200);
        assertEquals(
                201,
                OFFICE.api("POST", "category-rules" + OTHER, first.replace("2026-01-01", "2026-02-01"))
                        .statusCode());

        assertEquals(201, OFFICE.api("POST", "posting-rules" + OTHER, FEES).statusCode());
        assertHolds(
                OFFICE.api("POST", "posting-rules" + OTHER, FEES.replace("7770", "7771")),
                400,
                "from 2026-03-01 already, to account 7770");
    }

    @Test
    void what_is_refused_names_the_field() {
        assertHolds(
                OFFICE.api("POST", "category-rules" + CLIENT, GIFT_CARDS.replace("2901", "2998")),
                400,
                "\"field\":\"account_code\"");
        assertHolds(
                OFFICE.api("POST", "posting-rules" + CLIENT, FEES.replace("\"0\"", "\"3\"")),
                400,
                "\"field\":\"tax_code\"");
        assertHolds(
                OFFICE.api("POST", "posting-rules" + CLIENT, FEES.replace("2026-12-31", "2026-01-31")),
                400,
                "\"field\":\"valid_to\"");
        assertEquals(
                403,
                OFFICE.withReadingKey("POST", "category-rules" + CLIENT, GIFT_CARDS)
                        .statusCode());
    }

    @Test
    void an_own_rule_takes_no_code_with_vat_since_it_splits_none_off() {
        for (String code : new String[] {"1", "11", "21", "86", "87"}) {
            assertHolds(
                    OFFICE.api("POST", "posting-rules" + OTHER, FEES.replace("\"0\"", '"' + code + '"')),
                    400,
                    "\"field\":\"tax_code\"",
                    "Tax code " + code + " has VAT",
                    "for instance 0 for fees");
        }
        String kari = OFFICE.signedIn();
        String rules = "/posting-rules" + OTHER;
        String offered = OFFICE.page(kari, rules).body().replaceAll("(?s).*name=\"rule_tax\"", "");
        assertTrue(offered.contains("value=\"0\"") && !offered.contains("value=\"86\""), offered);
        Map<String, String> typed =
                Map.of("rule_type", "CAPTURE_FEE", "rule_account", "7771", "rule_from", "2026-05-01", "rule_tax", "1");
        HttpResponse<String> refused = OFFICE.submit(kari, rules, "/posting-rules/rules", typed);
        assertHolds(refused, 422, "Mva-kode 1 har mva");
    }

    @Test
    void own_posting_rules_stand_beside_the_standard_ones() {
        HttpResponse<String> made = OFFICE.api("POST", "posting-rules" + CLIENT, FEES);

        assertHolds(made, 201, "\"entry_type\":\"CAPTURE_FEE\"", "\"account_role\":\"FEE_COST\"");
        assertHolds(OFFICE.api("posting-rules/standard" + CLIENT), 200, "\"description\":\"Føres mot");
        assertHolds(OFFICE.api("default-vat" + CLIENT), 200, "\"on_default_vat\":125.00");
        assertHolds(OFFICE.api("category-rules/unmapped" + CLIENT), 200, "\"records\":0");
    }

    @Test
    void a_dispute_that_is_none_is_not_settled() {
        assertHolds(
                OFFICE.api("POST", "dispute-settlements" + CLIENT, "{\"finding_id\":999,\"choice\":\"loss\"}"),
                409,
                "Finding 999 is not a dispute");
        assertHolds(
                OFFICE.api("POST", "dispute-settlements" + CLIENT, "{\"finding_id\":1,\"choice\":\"gift\"}"),
                400,
                "\"field\":\"choice\"");
    }

    @Test
    void a_dispute_is_settled_once_from_its_page_and_the_choice_is_told() {
        String kari = OFFICE.signedIn();
        String findings = "/findings" + CLIENT;
        String page = OFFICE.page(kari, findings).body();
        assertTrue(page.contains("Bokfør som tap") && page.contains("Krediter salget"), page);
        String finding = page.replaceAll("(?s).*/findings/([0-9]+)/settle.*", "$1");

        HttpResponse<String> settled =
                OFFICE.submit(kari, findings, "/findings/" + finding + "/settle", Map.of("choice", "credit"));

        assertEquals(303, settled.statusCode(), settled.body());
        assertTrue(settled.headers().firstValue("Location").orElse("").startsWith("/journal-entries/"));
        assertTrue(!OFFICE.page(kari, findings).body().contains("/settle\""));
        assertHolds(
                OFFICE.api(
                        "POST", "dispute-settlements" + CLIENT, "{\"finding_id\":" + finding + ",\"choice\":\"loss\"}"),
                409);
    }

    @Test
    void books_are_previewed_refused_with_the_difference_and_opened_once() {
        String path = "opening-balances?client_account_id=2";
        String half = "{\"lines\":[{\"account_code\":\"1900\",\"debit\":100.50}]}";
        String whole = half.replace("}]}", "},{\"account_code\":\"2050\",\"credit\":100.50}]}");

        assertHolds(OFFICE.api("POST", path + "&preview=true", half), 201, "\"difference\":100.50");
        assertHolds(OFFICE.api("POST", path, half), 400, "100.50");
        assertHolds(
                OFFICE.api("POST", path, half.replace("100.50", "1,\"credit\":1")),
                400,
                "\"field\":\"lines[0].credit\"");
        assertHolds(
                OFFICE.api("POST", path, whole.replace("2050", "1900")), 400, "\"field\":\"lines[1].account_code\"");
        assertHolds(OFFICE.api("POST", path, half.replace("1900", "1500")), 400, "\"field\":\"lines[0].relation\"");
        assertHolds(OFFICE.api("POST", path, whole), 201, "\"number\":\"2026/1\"");
        assertHolds(OFFICE.api("POST", path, whole), 409, "2026/1");
        assertHolds(OFFICE.api(path), 200, "\"number\":\"2026/1\"");
    }

    @Test
    void the_pages_take_forms_and_keep_what_was_typed() {
        String kari = OFFICE.signedIn();
        Map<String, String> wrong =
                Map.of("category_name", "Driks <b>", "category_account", "x", "category_from", "2026-01-01");

        HttpResponse<String> refused =
                OFFICE.submit(kari, "/posting-rules" + CLIENT, "/posting-rules/categories", wrong);
        assertHolds(refused, 422, "Driks &lt;b>", "category_account-fault");
        HttpResponse<String> taken = OFFICE.submit(
                kari,
                "/posting-rules" + CLIENT,
                "/posting-rules/categories",
                Map.of("category_name", "Driks", "category_account", "2935", "category_from", "2026-01-01"));
        assertEquals(303, taken.statusCode(), taken.body());
        assertHolds(
                OFFICE.page(kari, "/posting-rules" + CLIENT),
                200,
                "Driks",
                "2935",
                "action=\"/posting-rules/categories\"",
                "name=\"client_account_id\" value=\"1\"");

        HttpResponse<String> looked = OFFICE.submit(
                kari,
                "/opening-balances" + CLIENT,
                "/opening-balances",
                Map.of("list", "konto;debet;kredit\n1900;5,00;\n", "post", "look"));
        assertHolds(looked, 200, "1900", "5,00", "name=\"held_reason\"");
    }

    @Test
    void opening_balances_come_from_a_file_and_stand_in_the_form_until_they_are_posted() {
        String kari = OFFICE.signedIn();
        byte[] latin1 =
                "konto;debet;kredit;relasjon\n1900;7,00;;\n2050;;7,00;Bø\n".getBytes(StandardCharsets.ISO_8859_1);
        WrittenForm form =
                new WrittenForm().field("list", "").field("post", "look").file("file", "ib.csv", "text/csv", latin1);

        HttpResponse<String> looked = OFFICE.upload(kari, "/opening-balances" + CLIENT, "/opening-balances", form);

        assertTrue(looked.body().contains("2050;;7,00;Bø"), looked.body());
        HttpResponse<String> binary = OFFICE.upload(
                kari,
                "/opening-balances" + CLIENT,
                "/opening-balances",
                new WrittenForm().field("post", "look").file("file", "ib.xlsx", "application/x", new byte[] {'P', 'K', 0
                }));
        assertHolds(binary, 422, "«ib.xlsx» er ikke en tekstfil");
    }

    private static String id(HttpResponse<String> made) {
        return made.body().replaceAll("(?s).*?\"id\":([0-9]+).*", "$1");
    }

    private static void assertHolds(HttpResponse<String> answer, int status, String... parts) {
        assertEquals(status, answer.statusCode(), answer.body());
        for (String part : parts) {
            assertTrue(answer.body().contains(part), part + " is not in " + answer.body());
        }
    }
}
