package no.avstemt.persistence.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entries of chance in batches of chance, held against what the tables themselves say when they are read in full. */
final class JournalOfChanceTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());

    /** Each counter against the lines: rows that stand in only one of the two. */
    private static final List<String> COUNTERS = List.of("""
            SELECT account_id, 0 AS set, day, tax_code, debit, credit, lines FROM balance_day WHERE client_account_id = :client
            | account_id, 0, posting_date
            """, """
            SELECT account_id, 0 AS set, month, tax_code, debit, credit, lines FROM balance_month WHERE client_account_id = :client
            | account_id, 0, date_trunc('month', posting_date)::date
            """, """
            SELECT account_id, dimension_set_id, day, tax_code, debit, credit, lines FROM balance_set_day WHERE client_account_id = :client
            | account_id, coalesce(dimension_set_id, 0), posting_date
            """, """
            SELECT account_id, dimension_set_id, month, tax_code, debit, credit, lines FROM balance_set_month WHERE client_account_id = :client
            | account_id, coalesce(dimension_set_id, 0), date_trunc('month', posting_date)::date
            """, """
            SELECT account_id, dimension_value_id, month, type COLLATE "default", debit, credit, lines FROM balance_value_month WHERE client_account_id = :client
            | account_id, dimension_value_id, date_trunc('month', posting_date)::date
            """);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 302_320;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tell_the_seed() {
        System.err.println("Seed of the journal: " + SEED);
    }

    @Test
    void counters_ordinals_numbers_and_head_are_those_of_the_lines() {
        List<LedgerId> own = List.of(newLedger(), newLedger());
        ClientAccountId client = client(own);
        GeneratedEntries generated = new GeneratedEntries(random, own);
        List<PostedEntry> posted = new ArrayList<>();

        for (int batch = 0; batch < (LONG ? 2_000 : 50); batch++) {
            List<JournalEntry> entries = generated.some(1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
            if (random.nextInt(6) == 0) {
                postAndThinkBetterOfIt(client, entries);
            } else {
                posted.addAll(BOOKS.post(client, entries));
            }
        }

        assertBooksAreWhole(client, posted);
    }

    @Test
    void many_threads_that_post_for_one_client_leave_no_gap() throws Exception {
        List<LedgerId> own = List.of(newLedger());
        ClientAccountId client = client(own);
        List<LedgerId> others = List.of(newLedger());
        ClientAccountId other = client(others);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<List<PostedEntry>>> ours = IntStream.range(0, LONG ? 240 : 36)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(client, own, i), threads))
                    .toList();
            List<CompletableFuture<List<PostedEntry>>> theirs = IntStream.range(0, LONG ? 120 : 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(other, others, i), threads))
                    .toList();

            assertBooksAreWhole(client, inOrder(ours));
            assertBooksAreWhole(other, inOrder(theirs));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<PostedEntry> inOrder(List<CompletableFuture<List<PostedEntry>>> posted) throws Exception {
        List<PostedEntry> all = new ArrayList<>();
        for (CompletableFuture<List<PostedEntry>> some : posted) {
            all.addAll(some.get(120, TimeUnit.SECONDS));
        }
        all.sort(Comparator.comparingLong(PostedEntry::chainPosition));
        return all;
    }

    private static List<PostedEntry> post(ClientAccountId client, List<LedgerId> own, int turn) {
        Random random = new Random(SEED + turn);
        List<JournalEntry> entries = new GeneratedEntries(random, own).some(1 + random.nextInt(10));
        if (turn % 5 == 4) {
            postAndThinkBetterOfIt(client, entries);
            return List.of();
        }
        return BOOKS.post(client, entries);
    }

    private static void postAndThinkBetterOfIt(ClientAccountId client, List<JournalEntry> entries) {
        assertThrows(
                UnsupportedOperationException.class,
                () -> BOOKS.change(client, stores -> {
                    JournalHead head = stores.journal().lockHead(client);
                    List<PostedEntry> posted = new ArrayList<>();
                    for (JournalEntry entry : entries) {
                        posted.add(head.next(entry));
                        head = head.after(posted.get(posted.size() - 1));
                    }
                    stores.journal().append(client, posted, head, GivenBooks.NOW);
                    throw new UnsupportedOperationException("thought better of it");
                }));
    }

    private static void assertBooksAreWhole(ClientAccountId client, List<PostedEntry> posted) {
        JournalHead head = JournalHead.EMPTY;
        for (PostedEntry entry : posted) {
            PostedEntry follows = head.next(entry.entry());
            assertEquals(follows, entry, "Seed " + SEED);
            head = head.after(follows);
        }
        assertEquals(head, BOOKS.read(client, stores -> stores.journal().head(client)), "Seed " + SEED);
        assertChainHolds(client, head);
        assertEquals(
                posted.size(), count(client, "SELECT count(*) FROM journal_entry WHERE client_account_id = :client"));
        COUNTERS.forEach(counter -> assertEquals(0, count(client, differences(counter)), counter + SEED));
        assertEquals(0, count(client, """
                SELECT count(*)
                  FROM (SELECT account_id, day, tax_code, tax_base, tax_amount
                          FROM balance_day
                         WHERE client_account_id = :client AND tax_code <> ''
                        EXCEPT
                        SELECT account_id, posting_date, tax_code, sum(coalesce(tax_base, amount)),
                               sum(coalesce(tax_amount, 0))
                          FROM journal_line
                         WHERE client_account_id = :client AND tax_code IS NOT NULL
                         GROUP BY 1, 2, 3) differences
                """), "Tax, seed " + SEED);
        assertEquals(0, count(client, """
                SELECT count(*)
                  FROM (SELECT FROM journal_line
                         WHERE client_account_id = :client
                         GROUP BY account_id, posting_date
                        HAVING min(ordinal) <> 1 OR max(ordinal) <> count(*) OR count(DISTINCT ordinal) <> count(*)) gaps
                """), "Ordinals, seed " + SEED);
        assertEquals(0, count(client, """
                SELECT count(*)
                  FROM (SELECT FROM journal_entry e
                          JOIN journal_number n USING (client_account_id, fiscal_year)
                         WHERE client_account_id = :client
                         GROUP BY fiscal_year, n.last_number
                        HAVING min(number) <> 1 OR max(number) <> count(*) OR n.last_number <> count(*)) gaps
                """), "Numbers, seed " + SEED);
        assertEquals(0, count(client, """
                SELECT count(*)
                  FROM journal_line l
                  JOIN journal_entry e USING (client_account_id, entry_id)
                 WHERE client_account_id = :client AND l.posting_date <> e.posting_date
                """));
    }

    private static String differences(String counter) {
        String[] parts = counter.split("\\|");
        boolean perValue = parts[1].contains("dimension_value_id");
        String lines = "SELECT " + parts[1] + ", " + (perValue ? "type" : "coalesce(tax_code, '')") + """
                , sum(greatest(amount, 0))::bigint, sum(greatest(-amount, 0))::bigint, count(*)
                  FROM journal_line\
                """
                + (perValue ? " JOIN dimension_set_member USING (client_account_id, dimension_set_id)" : "") + """

                 WHERE client_account_id = :client
                 GROUP BY 1, 2, 3, 4
                """;
        return "SELECT count(*) FROM ((" + parts[0] + " EXCEPT ALL " + lines + ") UNION ALL (" + lines + " EXCEPT ALL "
                + parts[0] + ")) d";
    }

    /** What was sealed is what stands in the tables: every field that the hash covers has come back as it was. */
    private static void assertChainHolds(ClientAccountId client, JournalHead end) {
        List<PostedEntry> stored = BOOKS.database().asSuperuser(handle -> StoredJournal.of(handle, client));
        JournalHead head = JournalHead.EMPTY;
        for (PostedEntry entry : stored) {
            assertEquals(head.next(entry.entry()), entry, "Seed " + SEED);
            head = head.after(entry);
        }
        assertEquals(end, head, "Seed " + SEED);
    }

    private static long count(ClientAccountId client, String sql) {
        return BOOKS.database()
                .asSuperuser(handle -> handle.createQuery(sql)
                        .bind("client", client.value())
                        .mapTo(Long.class)
                        .one());
    }

    private static synchronized LedgerId newLedger() {
        return new LedgerId(Integer.toString(++ledgers));
    }

    private static ClientAccountId client(List<LedgerId> own) {
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", own.toArray(LedgerId[]::new));
        BOOKS.database().asOwner(owner -> owner.execute("""
                INSERT INTO dimension_value (client_account_id, type, key, name)
                VALUES (?, 'project', 'P1', 'Sommer'), (?, 'project', 'P2', 'Vinter')
                """, client.value(), client.value()));
        return client;
    }
}
