package no.avstemt.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ImportOverHttpTest {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HEAD = "entry_id;date;account;debit;credit;description\n";

    @AutoClose
    private static final JournalOffice OFFICE = new JournalOffice();

    @Test
    void a_preview_tells_numbers_and_sums_and_the_import_keeps_the_promise() {
        String file = HEAD + "1;2026-01-02;6300;100,50;;Blåbær\n1;2026-01-02;2050;;100,50;Blåbær\n";
        long before = entries();

        HttpResponse<String> preview = OFFICE.imported("&preview=true", CSV, file);

        assertEquals(200, preview.statusCode(), preview.body());
        assertTrue(preview.body().startsWith("{\"preview\":true,\"entries\":1,\"lines\":2"), preview.body());
        assertTrue(preview.body().contains("{\"account_code\":\"6300\",\"debit\":100.50,\"credit\":0.00}"));
        assertEquals(before, entries());
        HttpResponse<String> imported = OFFICE.imported("", CSV, file);
        assertEquals(preview.body().replace("\"preview\":true", "\"preview\":false"), imported.body());
        assertEquals(before + 1, entries());
    }

    @Test
    void what_excel_saves_in_western_europe_is_read_too() {
        String file = HEAD + "1;2026-01-03;6300;1;;Smørbrød – 5 €\n1;2026-01-03;2050;;1;x\n";

        HttpResponse<String> imported = OFFICE.imported("", CSV, file.getBytes(Charset.forName("windows-1252")));
        HttpResponse<String> marked = OFFICE.imported("", CSV, "\ufeff" + file.replace("5 €", "6 €"));

        assertEquals(200, imported.statusCode(), imported.body());
        assertEquals(200, marked.statusCode(), marked.body());
        assertEquals(
                2,
                OFFICE.books.count(
                        "SELECT count(*) FROM journal_entry WHERE description IN ('Smørbrød – 5 €', 'Smørbrød – 6 €')"));
    }

    @Test
    void what_excel_in_norwegian_saves_is_read_as_it_is() {
        String rows = "1;02.02.2026;6300; 1 234,50 ;;Ark\r\n1;2.2.2026;2050;;1\u00a0234,50;Ark\r\n";
        String file = HEAD.strip() + "\r\n" + rows;

        HttpResponse<String> semicolons = OFFICE.imported("", CSV, file.getBytes(Charset.forName("windows-1252")));
        HttpResponse<String> unicode =
                OFFICE.imported("", CSV, file.replace(';', '\t').getBytes(StandardCharsets.UTF_16));
        HttpResponse<String> mac = OFFICE.imported("", CSV, file.replace("\r\n", "\r"));

        for (HttpResponse<String> imported : List.of(semicolons, unicode, mac)) {
            assertEquals(200, imported.statusCode(), imported.body());
            assertTrue(imported.body().contains("{\"account_code\":\"6300\",\"debit\":1234.50,\"credit\":0.00}"));
        }
        assertEquals(
                3,
                OFFICE.books.count(
                        "SELECT count(*) FROM journal_entry WHERE description = 'Ark' AND posting_date = '2026-02-02'"));
    }

    @Test
    void entries_in_json_a_line_each_are_imported() {
        String line = "{\"posting_date\":\"2026-01-04\",\"description\":\"JSON\",\"lines\":["
                + "{\"account_code\":\"6300\",\"debit\":5},"
                + "{\"account_code\":\"2400\",\"credit\":5,\"relation_type\":\"businesspartner\",\"relation_id\":1}]}\n";

        HttpResponse<String> imported = OFFICE.imported("", NDJSON, line.repeat(50));
        HttpResponse<String> refused = OFFICE.imported("", NDJSON, line + "{\"posting_date\":1}\nnonsense\n");

        assertTrue(imported.body().contains("\"entries\":50,\"lines\":100"), imported.body());
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Line 2 of the file"), refused.body());
        assertTrue(refused.body().contains("Line 3 of the file"), refused.body());
    }

    @Test
    void faults_are_told_by_line_and_nothing_is_booked() {
        long before = entries();
        String file = HEAD + "1;2026-01-02;6300;100;;Ok\n1;2026-01-02;2050;;100;Ok\n"
                + "2;2026-01-02;6300;100;;Skjev\n3;2026-01-02;9876;0;;Ukjent\n";

        HttpResponse<String> refused = OFFICE.imported("", CSV, file);

        assertEquals(400, refused.statusCode());
        assertTrue(
                refused.body()
                        .contains(
                                "Line 4 of the file, debit/credit: The entry does not balance: debit less credit is 100.00"),
                refused.body());
        assertTrue(
                refused.body()
                        .contains(
                                "\"field\":\"line 5 account\",\"message\":\"Line 5 of the file, account: Account 9876"),
                refused.body());
        assertEquals(before, entries());
    }

    @Test
    void what_is_no_text_too_long_or_too_large_is_refused_clearly() {
        HttpResponse<String> binary = OFFICE.imported("", CSV, HEAD + "1;2026-01-02;\0");
        HttpResponse<String> endless = OFFICE.imported("", CSV, HEAD + "x".repeat(3_000_000));
        HttpResponse<String> large = OFFICE.imported("", CSV, new byte[JournalOffice.MOST_BYTES + 1]);
        HttpResponse<String> unclosed = OFFICE.imported("", CSV, HEAD + "1;2026-01-02;6300;1;;\"x\n");
        HttpResponse<String> other = OFFICE.imported("", "application/pdf", "%PDF");

        assertTrue(binary.body().contains("Line 2 of the file: The file is not text"), binary.body());
        assertTrue(endless.body().contains("The row is too long"), endless.body());
        assertEquals(413, large.statusCode());
        assertTrue(unclosed.body().contains("A quote is opened and never closed"), unclosed.body());
        assertEquals(415, other.statusCode());
    }

    private static long entries() {
        return OFFICE.books.count("SELECT count(*) FROM journal_entry");
    }
}
