package no.avstemt.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class HeldImportTest {

    private static final String FILE = """
            entry_id,date,account,debit,credit,description
            1,2025-05-03,6300,100,,Leie
            1,2025-05-03,2050,,100,Leie
            2,2025-06-03,6300,100,,Leie
            2,2025-06-03,2050,,100,Leie
            """;

    @AutoClose
    private static final JournalOffice OFFICE = new JournalOffice();

    @Test
    void a_reason_lets_a_file_into_a_held_month_and_is_kept_with_the_entries_of_that_month_alone() {
        OFFICE.books.database().asOwner(owner -> owner.execute("""
                INSERT INTO period (client_account_id, month, state, changed_at, changed_by)
                VALUES (1, '2025-05-01', 'HELD', now(), 'Kari')
                """));

        HttpResponse<String> refused = OFFICE.imported("", "text/csv", FILE);
        HttpResponse<String> preview = OFFICE.imported("&preview=true&reason=Glemt%20fil", "text/csv", FILE);
        HttpResponse<String> imported = OFFICE.imported("&reason=Glemt%20fil", "text/csv", FILE);

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("2025-05 is held. Give the reason as reason"), refused.body());
        assertEquals(200, preview.statusCode(), preview.body());
        assertEquals(200, imported.statusCode(), imported.body());
        assertEquals(2, OFFICE.books.count("SELECT count(*) FROM journal_entry"));
        assertEquals(
                1,
                OFFICE.books.count(
                        "SELECT count(*) FROM journal_entry WHERE held_reason = 'Glemt fil' AND posting_date = '2025-05-03'"));
        assertEquals(1, OFFICE.books.count("SELECT count(*) FROM journal_entry WHERE held_reason IS NOT NULL"));
    }
}
