package no.avstemt.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class TemplatesOverHttpTest {

    private static final String PATH = "/api/v2/entry-templates";
    private static final String OF_CLIENT = "?client_account_id=1";
    private static final String LINES = "\"lines\":[{\"account_code\":\"6300\",\"debit\":100},"
            + "{\"account_code\":\"2400\",\"credit\":100,\"relation_type\":\"businesspartner\",\"relation_id\":1}]";
    private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

    @AutoClose
    private static final JournalOffice OFFICE = new JournalOffice();

    @Test
    void a_template_is_added_found_changed_and_deleted() {
        HttpResponse<String> added =
                OFFICE.send("POST", PATH + OF_CLIENT, "{\"name\":\"Husleie\",\"description\":\"Leie\"," + LINES + "}");
        assertEquals(201, added.statusCode(), added.body());
        assertTrue(added.body().contains("\"relation_type\":\"businesspartner\""), added.body());
        String one = PATH + "/" + id(added) + OF_CLIENT;

        assertEquals(added.body(), OFFICE.get(one).body());
        assertTrue(OFFICE.get(PATH + OF_CLIENT + "&search=HUSLEIE").body().contains("\"records\":1"));
        assertTrue(OFFICE.get(PATH + OF_CLIENT + "&search=avis").body().contains("\"records\":0"));
        HttpResponse<String> changed = OFFICE.send("PUT", one, "{\"name\":\"Kontorleie\"," + LINES + "}");
        assertTrue(changed.body().contains("Kontorleie"), changed.body());
        assertEquals(204, OFFICE.send("DELETE", one, "").statusCode());
        assertEquals(404, OFFICE.get(one).statusCode());
        assertEquals(
                3,
                OFFICE.books.count(
                        "SELECT count(*) FROM audit_event WHERE action LIKE 'TEMPLATE%' AND subject = ?", id(added)));
    }

    @Test
    void one_is_made_of_a_posted_entry_and_of_a_draft() {
        String entry = "{\"posting_date\":\"2026-01-05\",\"description\":\"Leie\",\"is_draft\":<draft>," + LINES + "}";
        HttpResponse<String> posted =
                OFFICE.send("POST", JournalOffice.ENTRIES + OF_CLIENT, entry.replace("<draft>", "false"));
        HttpResponse<String> draft =
                OFFICE.send("POST", JournalOffice.ENTRIES + OF_CLIENT, entry.replace("<draft>", "true"));

        HttpResponse<String> first = of("Av bokført", id(posted));
        HttpResponse<String> second = of("Av utkast", id(draft));

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, second.statusCode(), second.body());
        assertTrue(second.body().contains("\"credit\":100.00"), second.body());
        assertEquals(404, of("Av intet", "999999").statusCode());
    }

    @Test
    void what_cannot_be_a_template_is_refused_and_names_are_given_once() {
        String body = "{\"name\":\"Strøm\"," + LINES + "}";
        assertEquals(201, OFFICE.send("POST", PATH + OF_CLIENT, body).statusCode());

        HttpResponse<String> taken = OFFICE.send("POST", PATH + OF_CLIENT, body.replace("Strøm", "STRØM"));
        HttpResponse<String> unknown =
                OFFICE.send("POST", PATH + OF_CLIENT, body.replace("Strøm", "x").replace("6300", "9876"));
        HttpResponse<String> nameless = OFFICE.send("POST", PATH + OF_CLIENT, body.replace("Strøm", " "));
        HttpResponse<String> both =
                OFFICE.send("POST", PATH + OF_CLIENT, body.replace("\"lines\"", "\"journal_entry_id\":1,\"lines\""));

        assertEquals(409, taken.statusCode(), taken.body());
        assertEquals(400, unknown.statusCode());
        assertTrue(unknown.body().contains("lines[0].account_code"), unknown.body());
        assertEquals(400, nameless.statusCode(), nameless.body());
        assertEquals(400, both.statusCode(), both.body());
        assertFalse(OFFICE.get(PATH + "?client_account_id=2").statusCode() == 200);
    }

    private static HttpResponse<String> of(String name, String entry) {
        return OFFICE.send("POST", PATH + OF_CLIENT, "{\"name\":\"" + name + "\",\"journal_entry_id\":" + entry + "}");
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertTrue(id.find(), answer.body());
        return id.group(1);
    }
}
