package no.avstemt.persistence.journal;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static no.avstemt.persistence.GivenBooks.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.Stores;
import no.avstemt.application.journal.JournalStore.Appending;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Batch after batch, with days and months that they share, is what one batch after the other would have been. */
final class AppendingTest {

    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final LedgerId OTHER_LEDGER = new LedgerId("302322");
    private static final int BATCHES = 5;

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void batches_that_share_days_and_months_leave_the_same_rows_as_single_postings() {
        ClientAccountId single = BOOKS.client("Kaffebaren Nord AS", LEDGER);
        ClientAccountId appended = BOOKS.client("Bryggen Konserter AS", OTHER_LEDGER);
        for (int batch = 0; batch < BATCHES; batch++) {
            BOOKS.post(single, batch(LEDGER, batch));
        }

        BOOKS.change(appended, stores -> append(stores, appended, BATCHES));

        for (String counter : List.of(
                "balance_day", "balance_month", "balance_set_day", "balance_set_month", "balance_value_month")) {
            String columns = (counter.endsWith("day") ? "b.day, " : "b.month, ")
                    + (counter.contains("value") ? "b.type" : "b.tax_code");
            assertEquals(rows(counter, columns, single), rows(counter, columns, appended), counter);
        }
        assertEquals(ordinals(single), ordinals(appended));
        assertEquals(
                BOOKS.read(single, stores -> stores.journal().head(single)).lastNumbers(),
                BOOKS.read(appended, stores -> stores.journal().head(appended)).lastNumbers());
    }

    @Test
    void what_was_there_before_is_counted_on() {
        LedgerId ledger = new LedgerId("302323");
        ClientAccountId client = BOOKS.client("Fjord Idrettslag", ledger);
        BOOKS.post(client, List.of(entry(DAY, ledger, "1577", "3000", 100)));

        BOOKS.change(client, stores -> {
            try (Appending journal = stores.journal().appending(client, NOW)) {
                JournalHead head = stores.journal().lockHead(client);
                head = add(journal, head, List.of(entry(DAY, ledger, "1577", "3000", 200)));
                add(journal, head, List.of(entry(DAY, ledger, "1577", "3000", 300)));
                journal.finish();
            }
        });

        assertEquals(
                600, BOOKS.count("SELECT sum(debit) FROM balance_month WHERE client_account_id = ?", client.value()));
        assertEquals(
                3, BOOKS.count("SELECT max(ordinal) FROM journal_line WHERE client_account_id = ?", client.value()));
    }

    @Test
    void a_failure_in_a_later_batch_leaves_nothing() {
        LedgerId ledger = new LedgerId("302324");
        ClientAccountId client = BOOKS.client("Torget Frukt AS", ledger);

        assertThrows(
                IllegalArgumentException.class,
                () -> BOOKS.change(client, stores -> {
                    try (Appending journal = stores.journal().appending(client, NOW)) {
                        JournalHead head = stores.journal().lockHead(client);
                        head = add(journal, head, List.of(entry(DAY, ledger, "1577", "3000", 100)));
                        add(journal, head, List.of(entry(DAY, ledger, "1577", "9999", 100)));
                        journal.finish();
                    }
                }));

        assertEquals(0, BOOKS.count("SELECT count(*) FROM journal_entry WHERE client_account_id = ?", client.value()));
        assertEquals(
                JournalHead.EMPTY, BOOKS.read(client, stores -> stores.journal().head(client)));
    }

    private static void append(Stores stores, ClientAccountId client, int batches) {
        JournalHead head = stores.journal().lockHead(client);
        try (Appending journal = stores.journal().appending(client, NOW)) {
            for (int batch = 0; batch < batches; batch++) {
                head = add(journal, head, batch(OTHER_LEDGER, batch));
            }
            journal.finish();
        }
    }

    private static JournalHead add(Appending journal, JournalHead head, List<JournalEntry> entries) {
        List<PostedEntry> posted = new ArrayList<>();
        JournalHead end = head;
        for (JournalEntry entry : entries) {
            posted.add(end.next(entry));
            end = end.after(posted.get(posted.size() - 1));
        }
        journal.add(posted, end);
        return end;
    }

    /** Two days of each of two months, some in every batch. */
    private static List<JournalEntry> batch(LedgerId ledger, int batch) {
        return List.of(
                entry(DAY, ledger, "1577", "3000", 100 + batch),
                entry(DAY.plusDays(batch), ledger, "1577", "3030", 200),
                entry(DAY.plusMonths(batch % 2), ledger, "7771", "1577", 10),
                entry(DAY, ledger, "3000", "1577", 1));
    }

    private static List<String> rows(String counter, String column, ClientAccountId client) {
        return texts("""
                SELECT concat_ws(' ', a.code, %s, b.debit, b.credit, b.lines)
                  FROM %s b
                  JOIN account a USING (client_account_id, account_id)
                 WHERE client_account_id = %s
                 ORDER BY 1
                """.formatted(column, counter, client));
    }

    private static List<String> ordinals(ClientAccountId client) {
        return texts("""
                SELECT concat_ws(' ', e.number, l.line_no, a.code, l.posting_date, l.ordinal, l.amount)
                  FROM journal_line l
                  JOIN journal_entry e USING (client_account_id, entry_id)
                  JOIN account a USING (client_account_id, account_id)
                 WHERE client_account_id = %s
                 ORDER BY e.chain_position, l.line_no
                """.formatted(client));
    }

    private static List<String> texts(String sql) {
        return BOOKS.database()
                .asSuperuser(handle -> handle.select(sql).mapTo(String.class).list());
    }
}
