package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.persistence.database.TestDatabase;
import no.avstemt.persistence.journal.JdbiJournal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search through the index of texts finds what a reading of all lines finds. */
class SearchedEntriesTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final long OURS = 31;
    private static final long FOREIGN = 32;
    private static final ReportQuery ALL =
            ReportQuery.of(new ClientAccountId(OURS), "nb").with(Parameters.PER_PAGE, 1000L);

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static NaiveGeneralLedger naive;

    @BeforeAll
    static void write_books() {
        System.err.println("Seed of the books: " + SEED);
        naive = DATABASE.asOwner(handle -> {
            GeneratedBooks.write(handle, OURS, "Kaffebaren Nord AS", 150, SEED);
            GeneratedBooks.write(handle, FOREIGN, "Bryggen Konserter", 30, SEED);
            return new NaiveGeneralLedger(handle, OURS);
        });
    }

    @Test
    void texts_are_written_in_the_order_of_the_chain_and_each_once() {
        List<Long> written = List.of(write(FOREIGN, 20), write(FOREIGN, 20), write(FOREIGN, 20));

        assertEquals(List.of(20L, 10L, 0L), written);
        assertEquals(30L, count("SELECT count(*) FROM entry_text WHERE client_account_id = 32"));
    }

    @Test
    void it_finds_the_same_however_far_the_texts_are_written() {
        Random random = new Random(SEED);
        for (int round = 0; round < (LONG ? 400 : 40); round++) {
            write(OURS, 10);
            String text = part(random);
            ReportQuery query = ALL.with(Parameters.FREE_TEXT, Optional.of(text));
            List<String> expected = naive.rows(query).stream()
                    .map(NaiveGeneralLedger.Line::shown)
                    .toList();
            assertEquals(expected, LineTexts.of(report(query)), "Seed " + SEED + ", " + text);
        }
        assertEquals(150L, count("SELECT chain_position FROM entry_text_end WHERE client_account_id = 31"));
    }

    /** At least three letters of something that stands in the books, in any case. */
    private static String part(Random random) {
        String text = List.of(
                        "Kaffe og kake",
                        "Ål fra Lofoten",
                        "ÅLESUND",
                        "100 % ull",
                        "under_strek",
                        "gebyr \\ avgift",
                        "Vipps-oppgjør",
                        "302321/funds/2025",
                        "F-2025-1",
                        "Nord & Sør",
                        "Z\u00e9ro",
                        "Åse Ål AS")
                .get(random.nextInt(12));
        int length = 3 + random.nextInt(4);
        int from = random.nextInt(Math.max(1, text.length() - length + 1));
        String part =
                text.substring(from, Math.min(text.length(), from + length)).strip();
        String whole = part.length() < 3 ? text : part;
        return random.nextBoolean() ? whole.toUpperCase(Locale.ROOT) : whole.toLowerCase(Locale.ROOT);
    }

    @Test
    void entries_of_other_clients_are_not_found() {
        List<Long> found = DATABASE.transactions()
                .read(
                        Set.of(OURS),
                        handle -> handle.createQuery("SELECT found_id FROM entries_found(32, ARRAY['%kaffe%'])")
                                .mapTo(Long.class)
                                .list());

        assertEquals(List.of(), found);
    }

    @Test
    void the_index_is_there_and_looks_at_the_texts_of_one_client() {
        assertEquals(1, count("""
                SELECT count(*)
                  FROM pg_indexes
                 WHERE indexname = 'entry_text_texts' AND indexdef LIKE '%(client_account_id, texts gin_trgm_ops)'
                """));
    }

    private static long write(long client, int most) {
        return DATABASE.transactions()
                .write(Set.of(client), handle -> new JdbiJournal(handle).writeTexts(new ClientAccountId(client), most));
    }

    private static long count(String sql) {
        return DATABASE.asOwner(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static CollectingSink report(ReportQuery query) {
        return DATABASE.transactions().read(Set.of(OURS), handle -> {
            CollectingSink sink = new CollectingSink();
            Reports.GENERAL_LEDGER.build(new JdbiBooks(handle, new KnownBooks()), query, sink);
            return sink;
        });
    }
}
