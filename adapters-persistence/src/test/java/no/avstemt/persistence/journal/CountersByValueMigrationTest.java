package no.avstemt.persistence.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Books that were posted before there were counters of dimension values get the same ones as books posted since. */
final class CountersByValueMigrationTest {

    private static final String MIGRATION = "/db/migration/V20261122_1210__counters_by_value.sql";
    private static final LedgerId LEDGER = new LedgerId("302321");

    @AutoClose
    private final GivenBooks books = new GivenBooks();

    @Test
    void older_books_are_counted_as_newer_ones() {
        long seed = System.nanoTime();
        ClientAccountId client = books.client("Kaffebaren Nord AS", LEDGER);
        books.database().asOwner(owner -> owner.execute("""
                INSERT INTO dimension_value (client_account_id, type, key, name)
                VALUES (?, 'project', 'P1', 'Sommer'), (?, 'project', 'P2', 'Vinter')
                """, client.value(), client.value()));
        books.post(client, new GeneratedEntries(new Random(seed), List.of(LEDGER)).some(200));
        List<String> months = counters();

        books.database().asSuperuser(handle -> handle.execute("TRUNCATE balance_value_month"));
        books.database().asOwner(CountersByValueMigrationTest::fill);

        assertFalse(months.isEmpty());
        assertEquals(months, counters(), "Seed " + seed);
    }

    private static int fill(Handle handle) {
        return Pattern.compile("^INSERT INTO [^;]+;", Pattern.MULTILINE)
                .matcher(migration())
                .results()
                .map(MatchResult::group)
                .mapToInt(handle::execute)
                .sum();
    }

    private static String migration() {
        try (InputStream file = CountersByValueMigrationTest.class.getResourceAsStream(MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(MIGRATION, e);
        }
    }

    private List<String> counters() {
        return books.database()
                .asSuperuser(handle -> handle.createQuery("SELECT b::text FROM balance_value_month b ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }
}
