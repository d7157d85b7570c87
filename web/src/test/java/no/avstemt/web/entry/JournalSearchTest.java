package no.avstemt.web.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal's list by what people look for. */
final class JournalSearchTest {

    private static final String LIST = "/journal-entries?client_account_id=1";

    @AutoClose
    private static final WritingOffice OFFICE = new WritingOffice();

    @BeforeAll
    static void some_entries() {
        write("post", "2026-02-01", "Kjøp av blåbær", "6800", "100", "A-17");
        write("post", "2026-02-02", "100 % rabatt", "6800", "250,50", "B-18");
        write("post", "2026-03-03", "Husleie", "6300", "100", "C-19");
        write("draft", "2026-03-04", "Uferdig blåbær", "6300", "77", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        search=BLÅBÆR                            | 1
        search=bla                               | 0
        search=kj_p                              | 0
        search=100 %25                           | 1
        search=b-18                              | 1
        search=2026/3                            | 1
        search=3                                 | 1
        account=6800                             | 2
        account=6800 Kontorrekvisita             | 2
        account=4300                             | 0
        amount=100                               | 2
        amount=250,5                             | 1
        amount=-100,00                           | 2
        amount=100&account=6300                  | 1
        amount=100&search=husleie                | 1
        date_from=2026-03-01                     | 1
        date_to=2026-02-01&search=kjøp           | 1
        source=manual                            | 3
        source=vipps                             | 0
        """)
    void entries_are_found(String filter, int count) {
        String page = OFFICE.page(LIST + "&" + encoded(filter)).body();

        String told = count == 1 ? "1 postering" : count + " posteringer";
        assertTrue(page.contains(">" + told + "<"), filter + ": " + page);
    }

    @Test
    void drafts_are_found_in_their_list() {
        String found = OFFICE.page("/drafts?client_account_id=1&search=" + encodedValue("Blåbær"))
                .body();
        String none = OFFICE.page("/drafts?client_account_id=1&amount=78").body();

        assertTrue(found.contains("Uferdig blåbær"), found);
        assertFalse(none.contains("Uferdig blåbær"), none);
    }

    @Test
    void what_cannot_be_looked_for_is_told_beside_its_field_and_stays_there() {
        String page = OFFICE.page(LIST + "&amount=mye&account=bank&source=").body();

        assertTrue(page.contains("id=\"amount-fault\""), page);
        assertTrue(page.contains("id=\"account-fault\""), page);
        assertTrue(page.contains("value=\"mye\""), page);
        assertEquals(400, OFFICE.page(LIST + "&source=annet").statusCode());
    }

    private static void write(String wish, String day, String text, String account, String amount, String document) {
        int status = OFFICE.post(
                        "/journal-entries/new",
                        "do",
                        wish,
                        "date",
                        day,
                        "description",
                        text,
                        "document_number",
                        document,
                        "account",
                        account,
                        "debit",
                        amount,
                        "credit",
                        "",
                        "account",
                        "1900",
                        "debit",
                        "",
                        "credit",
                        amount)
                .statusCode();
        assertEquals(303, status);
    }

    /** Names and values as they are, but for what a query cannot hold. */
    private static String encoded(String filter) {
        return filter.strip()
                .replace(" ", "%20")
                .replace("Å", "%C3%85")
                .replace("Æ", "%C3%86")
                .replace("ø", "%C3%B8");
    }

    private static String encodedValue(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
