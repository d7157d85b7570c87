package no.avstemt.persistence.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.database.CountingStatements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Many settlement entries are booked in few statements. */
final class ManyLinksTest {

    private static final LedgerId LEDGER = new LedgerId("302321");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private long source;

    @Test
    void the_number_of_statements_does_not_grow_with_the_batch() {
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", LEDGER);
        appendCounting(client, 1, 1);

        int few = appendCounting(client, 2, 10);
        int many = appendCounting(client, 100, 100);

        assertEquals(few, many);
    }

    private int appendCounting(ClientAccountId client, int days, int links) {
        return BOOKS.database().transactions().write(List.of(client.value()), handle -> {
            JdbiJournal journal = new JdbiJournal(handle);
            JournalHead head = journal.lockHead(client);
            CountingStatements counting = CountingStatements.on(handle);
            append(journal, client, head, entries(LEDGER, days, links));
            return counting.statements();
        });
    }

    private static void append(
            JdbiJournal journal, ClientAccountId client, JournalHead head, List<JournalEntry> entries) {
        List<PostedEntry> posted = new ArrayList<>();
        JournalHead end = head;
        for (JournalEntry entry : entries) {
            posted.add(end.next(entry));
            end = end.after(posted.get(posted.size() - 1));
        }
        journal.append(client, posted, end, GivenBooks.NOW);
    }

    private List<JournalEntry> entries(LedgerId ledger, int days, int links) {
        List<JournalEntry> entries = new ArrayList<>();
        LocalDate first = LocalDate.of(2025, 1, 1);
        for (int day = 0; day < days; day++) {
            SettlementLink[] linked = new SettlementLink[links];
            for (int i = 0; i < links; i++) {
                linked[i] = new SettlementLink(++source, 0, 0, 1, 100);
            }
            entries.add(GivenBooks.entry(first.plusDays(day), ledger, "1577", "3000", links * 100L, linked));
        }
        return entries;
    }
}
