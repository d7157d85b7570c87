package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class TemplatePagesTest {

    private static final String LIST = "/entry-templates?client_account_id=1";
    private static final Pattern USE = Pattern.compile("template=([0-9]+)");

    @AutoClose
    private static final WritingOffice OFFICE = new WritingOffice();

    @Test
    void what_stands_in_the_form_is_kept_as_a_template_used_renamed_and_deleted() {
        HttpResponse<String> kept = keep("Husleie lager");
        assertEquals(200, kept.statusCode(), kept.body());
        assertTrue(kept.body().contains("Malen «Husleie lager» er lagret"), kept.body());
        assertTrue(kept.body().contains("value=\"12500\""), "The form stays as it was typed");
        assertEquals(List.of(), OFFICE.entries(LocalDate.of(2026, 4, 1), false));

        String list = OFFICE.page(LIST).body();
        Matcher use = USE.matcher(list);
        assertTrue(use.find(), list);
        String form = OFFICE.page(WritingOffice.FORM + "&" + use.group()).body();
        assertTrue(form.contains("value=\"12\u00A0500,00\""), form);

        String path = "/entry-templates/" + use.group(1);
        assertEquals(422, OFFICE.post(path + "/rename", "template_name", " ").statusCode());
        assertEquals(
                303,
                OFFICE.post(path + "/rename", "template_name", "Husleie <kontor>")
                        .statusCode());
        assertTrue(OFFICE.page(LIST + "&search=KONTOR").body().contains("Husleie &lt;kontor&gt;"));
        assertFalse(OFFICE.page(LIST + "&search=lager").body().contains(use.group()));
        assertEquals(303, OFFICE.post(path + "/delete").statusCode());
        assertEquals(404, OFFICE.post(path + "/delete").statusCode());
    }

    @Test
    void a_name_is_given_once_and_must_be_there() {
        keep("Strøm");

        HttpResponse<String> taken = keep("STRØM");
        HttpResponse<String> nameless = keep("");

        assertEquals(422, taken.statusCode());
        assertTrue(taken.body().contains("Det finnes en mal som heter STRØM"), taken.body());
        assertTrue(taken.body().contains("id=\"template_name-fault\""), taken.body());
        assertEquals(422, nameless.statusCode());
    }

    @Test
    void an_auditor_reads_them_and_another_client_account_has_its_own() {
        keep("Bare for klient 1");

        String read = OFFICE.pageOfAuditor(LIST).body();

        assertTrue(read.contains("Bare for klient 1"), read);
        assertFalse(read.contains("/rename"), read);
        assertFalse(OFFICE.page("/entry-templates?client_account_id=2").body().contains("Bare for klient 1"));
    }

    private static HttpResponse<String> keep(String name) {
        return OFFICE.post(
                "/journal-entries/new",
                "do",
                "template",
                "template_name",
                name,
                "date",
                "2026-04-01",
                "description",
                "Husleie",
                "account",
                "6300",
                "debit",
                "12500",
                "credit",
                "",
                "account",
                "1900",
                "debit",
                "",
                "credit",
                "12500");
    }
}
