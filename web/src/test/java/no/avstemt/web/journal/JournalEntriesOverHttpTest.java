package no.avstemt.web.journal;

import static no.avstemt.web.journal.JournalOffice.ENTRIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class JournalEntriesOverHttpTest {

    private static final String OF_CLIENT = "?client_account_id=1";
    private static final Pattern ID = Pattern.compile("^\\{\"id\":([0-9]+)");

    @AutoClose
    private static final JournalOffice OFFICE = new JournalOffice();

    @Test
    void an_entry_is_posted_read_and_listed_with_all_its_fields() {
        HttpResponse<String> posted = create("""
                {"posting_date":"2026-02-14","description":"Invoice",
                 "related_object":{"document_type":"INVOICE","document_number":"F-%d","document_date":"2026-02-10",
                                   "due_date":"2026-02-24","payment_ref":"1234567897","business_partner_id":1},
                 "lines":[{"account_code":"6540","debit":800.00,"tax_code":"1","tax_base_amount":800,"tax_amount":200},
                          {"account_code":"2710","debit":"200.00","description":"VAT"},
                          {"account_code":"2400","credit":1000,"relation_type":"businesspartner","relation_id":1}]}
                """.formatted(System.nanoTime()));

        assertEquals(201, posted.statusCode(), posted.body());
        String body = posted.body();
        assertTrue(body.contains("\"is_draft\":false"), body);
        assertTrue(body.contains("\"payment_ref\":\"1234567897\""), body);
        assertTrue(body.contains("\"full_name\":\"Kari Nordmann\""), body);
        assertTrue(body.contains("\"debit\":800.00,\"credit\":0.00,\"debit_amount\":800.00"), body);
        assertTrue(body.contains("\"tax_code\":\"1\",\"tax_base_amount\":800.00,\"tax_amount\":200.00"), body);
        assertTrue(body.contains("\"relation_type\":\"businesspartner\",\"relation_id\":1"), body);
        assertEquals(body, OFFICE.get(ENTRIES + "/" + id(posted) + OF_CLIENT).body());
        HttpResponse<String> listed = OFFICE.get(ENTRIES + OF_CLIENT
                + "&relation_type=businesspartner&relation_id=1&date_from=2026-02-14&is_draft=false");
        assertTrue(listed.body().contains(body), listed.body());
    }

    @Test
    void a_document_is_held_to_the_rules_of_its_register() {
        String entry = """
                {"posting_date":"2026-02-14","description":"Invoice",
                 "related_object":{"document_type":"INVOICE","document_number":"R-1","document_date":"2026-02-10",
                                   "due_date":"2026-02-24"},
                 "lines":[{"account_code":"6540","debit":100},{"account_code":"2050","credit":100}]}
                """;
        String[][] wrong = {
            {"2026-02-24", "2026-02-09", "related_object.due_date"},
            {"INVOICE", "BILL", "related_object.document_type"},
            {"R-1", "R".repeat(71), "related_object.document_number"}
        };
        for (String[] one : wrong) {
            HttpResponse<String> refused = create(entry.replace(one[0], one[1]));

            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("\"field\":\"" + one[2] + "\""), refused.body());
        }
    }

    @Test
    void an_entry_that_the_client_account_does_not_have_is_named_be_it_anothers_or_nobodys() {
        LedgerId ledger = new LedgerId("302399");
        OFFICE.books.change(
                OFFICE.other,
                stores -> stores.dimensions()
                        .addMissing(OFFICE.other, GivenBooks.of(ledger).all().toList()));
        OFFICE.books.post(OFFICE.other, List.of(GivenBooks.entry(GivenBooks.DAY, ledger, "1920", "2050", 100)));
        long foreign = OFFICE.books.count(
                "SELECT max(entry_id) FROM journal_entry WHERE client_account_id = ?", OFFICE.other.value());

        for (long id : List.of(foreign, 999_999L)) {
            String path = ENTRIES + "/" + id;
            String told = "\"message\":\"Client account 1 has no journal entry or draft with id " + id + ".";
            for (HttpResponse<String> answer : List.of(
                    OFFICE.get(path + OF_CLIENT),
                    OFFICE.send("POST", path + "/cancel" + OF_CLIENT, "{\"reason\":\"Wrong\"}"),
                    OFFICE.send("POST", path + "/post" + OF_CLIENT, ""),
                    OFFICE.send("DELETE", path + OF_CLIENT, ""))) {
                assertEquals(404, answer.statusCode(), answer.body());
                assertTrue(answer.body().contains(told), answer.body());
            }
        }
    }

    @Test
    void entries_are_found_by_text_and_account() {
        create("""
                {"posting_date":"2026-02-15","description":"Blåbær til kaféen",
                 "lines":[{"account_code":"6540","debit":8},{"account_code":"1900","credit":8}]}
                """);
        String list = ENTRIES + OF_CLIENT + "&date_from=2026-02-15&date_to=2026-02-15";

        assertTrue(OFFICE.get(list + "&free_text=BL%C3%85B&account_code=6540")
                .body()
                .contains("\"records\":1"));
        assertTrue(OFFICE.get(list + "&free_text=blabb").body().contains("\"records\":0"));
        assertTrue(OFFICE.get(list + "&account_code=6300").body().contains("\"records\":0"));
        assertTrue(OFFICE.get(list + "&account_code=x").body().contains("\"records\":0"));
    }

    @Test
    void every_fault_is_told_at_once_by_its_field_and_nothing_is_stored() {
        long before = entries();

        HttpResponse<String> refused = create("""
                {"posting_date":"2026-02-14",
                 "lines":[{"account_code":"9999","debit":1},
                          {"account_code":"3000","credit":0.99,"tax_code":"1"},
                          {"account_code":"2099","credit":0}]}
                """);

        assertEquals(400, refused.statusCode());
        String body = refused.body();
        assertTrue(body.contains("Line 1: Account 9999 is not in the chart"), body);
        assertTrue(body.contains("lines[0].account_code"), body);
        assertTrue(body.contains("Line 2: Tax code 1 does not suit account 3000"), body);
        assertTrue(body.contains("Line 3: Account 2099 is computed"), body);
        assertTrue(body.contains("debit less credit is 0.01 kroner"), body);
        assertTrue(body.contains("The entry has no description"), body);
        assertEquals(before, entries());
    }

    @Test
    void a_date_far_from_the_books_is_refused_by_its_field_with_the_range() {
        HttpResponse<String> refused = create(rent("", "1", "1").replace("2026-02-14", "2062-02-14"));

        assertEquals(400, refused.statusCode(), refused.body());
        String told = "The date 2062-02-14 is outside what entries can be dated, 2016-01-01 to 2027-12-31.";
        assertTrue(refused.body().contains(told), refused.body());
        assertTrue(refused.body().contains("\"field\":\"posting_date\""), refused.body());
    }

    @Test
    void what_the_body_itself_has_wrong_is_told_by_its_field() {
        HttpResponse<String> refused = create("""
                {"posting_date":"2026-02-14","description":"x",
                 "lines":[{"account_code":"6300","debit":1,"credit":1},{"account_code":"6300"},
                          {"account_code":"6300","debit":1,"currency_code":"EUR"},
                          {"account_code":"6300","debit":1,"dimensions":[{"type":"project","id":999}]}]}
                """);

        assertEquals(400, refused.statusCode());
        for (String place :
                new String[] {"lines[0].credit", "lines[1].debit", "lines[2].debit_amount", "lines[3].dimensions"}) {
            assertTrue(refused.body().contains(place), refused.body());
        }
    }

    @Test
    void a_draft_is_changed_posted_and_then_only_cancelled() {
        HttpResponse<String> draft = create(rent("\"is_draft\":true,", "1", "2"));
        String path = ENTRIES + "/" + id(draft);
        assertTrue(draft.body().contains("\"sequence_number\":null"), draft.body());
        assertEquals(400, OFFICE.send("POST", path + "/post" + OF_CLIENT, "").statusCode());

        assertEquals(
                200, OFFICE.send("PUT", path + OF_CLIENT, rent("", "3", "3")).statusCode());
        HttpResponse<String> posted = OFFICE.send("POST", path + "/post" + OF_CLIENT, "");
        assertEquals(200, posted.statusCode(), posted.body());
        assertEquals(id(draft), id(posted));

        HttpResponse<String> changed = OFFICE.send("PUT", path + OF_CLIENT, rent("", "4", "4"));
        assertEquals(409, changed.statusCode());
        assertTrue(changed.body().contains("Cancel it with a reason, and post a new one"), changed.body());
        assertEquals(409, OFFICE.send("DELETE", path + OF_CLIENT, "").statusCode());
        assertEquals(
                400, OFFICE.send("POST", path + "/cancel" + OF_CLIENT, "{}").statusCode());
        HttpResponse<String> reversal =
                OFFICE.send("POST", path + "/cancel" + OF_CLIENT, "{\"reason\":\"Wrong month\"}");
        assertEquals(201, reversal.statusCode());
        assertTrue(reversal.body().contains("\"reverses\":{\"id\":" + id(draft)), reversal.body());
        assertTrue(reversal.body().contains("\"reversal_reason\":\"Wrong month\""), reversal.body());
        assertTrue(OFFICE.get(path + OF_CLIENT).body().contains("\"cancelled\":true"));
        assertEquals(
                409,
                OFFICE.send("POST", path + "/cancel" + OF_CLIENT, "{\"reason\":\"Again\"}")
                        .statusCode());
    }

    @Test
    void a_draft_is_deleted_and_gone() {
        String path = ENTRIES + "/" + id(create(rent("\"is_draft\":true,", "1", "2"))) + OF_CLIENT;

        assertEquals(204, OFFICE.send("DELETE", path, "").statusCode());
        assertEquals(404, OFFICE.send("DELETE", path, "").statusCode());
        assertEquals(404, OFFICE.get(path).statusCode());
    }

    @Test
    void a_foreign_currency_is_made_kroner_by_its_rate() {
        HttpResponse<String> posted = create("""
                {"posting_date":"2026-02-14","description":"Euro",
                 "lines":[{"account_code":"6540","debit_amount":33.33,"currency_code":"EUR","exchange_rate":11.7251},
                          {"account_code":"6540","debit_amount":66.67,"currency_code":"EUR","exchange_rate":11.7251},
                          {"account_code":"2050","debit_amount":-100,"currency_code":"EUR","exchange_rate":11.7251}]}
                """);

        assertEquals(201, posted.statusCode(), posted.body());
        assertTrue(posted.body().contains("\"credit\":1172.51,\"debit_amount\":-100.00"), posted.body());
    }

    @Test
    void strangers_and_readers_are_turned_away() {
        assertEquals(403, OFFICE.get(ENTRIES + "?client_account_id=2").statusCode());
        assertEquals(403, OFFICE.get(ENTRIES + "/1?client_account_id=2").statusCode());
        assertEquals(403, OFFICE.get(ENTRIES + "/1").statusCode());
        assertEquals(
                403,
                OFFICE.office
                        .send(
                                "POST",
                                ENTRIES + OF_CLIENT,
                                BodyPublishers.ofString(rent("", "1", "1")),
                                "Authorization",
                                "Bearer " + OFFICE.reader,
                                "Content-Type",
                                "application/json")
                        .statusCode());
        assertEquals(404, OFFICE.get(ENTRIES + "/999999" + OF_CLIENT).statusCode());
        assertEquals(400, OFFICE.get(ENTRIES + OF_CLIENT + "&relation_id=1").statusCode());
        assertEquals(
                400,
                OFFICE.get(ENTRIES + OF_CLIENT + "&date_from=2026-02-02&date_to=2026-02-01")
                        .statusCode());
    }

    private static String rent(String extra, String debit, String credit) {
        return """
                {"posting_date":"2026-02-14","description":"Rent",%s
                 "lines":[{"account_code":"6300","debit":%s},{"account_code":"2050","credit":%s}]}
                """.formatted(extra, debit, credit);
    }

    private static HttpResponse<String> create(String json) {
        return OFFICE.send("POST", ENTRIES + OF_CLIENT, json);
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertTrue(id.find(), answer.body());
        return id.group(1);
    }

    private static long entries() {
        return OFFICE.books.count("SELECT count(*) FROM journal_entry")
                + OFFICE.books.count("SELECT count(*) FROM draft_entry");
    }
}
