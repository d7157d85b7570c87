package no.avstemt.persistence.journal;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.JdbiStores;
import no.avstemt.persistence.database.Database;
import no.avstemt.persistence.database.DatabaseSettings;
import no.avstemt.persistence.database.JdbiUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CanonicalExportTest {

    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final int ENTRIES = 12;

    @Test
    void the_same_books_give_the_same_bytes_however_they_came_there() {
        try (GivenBooks one = new GivenBooks();
                GivenBooks other = new GivenBooks()) {
            other.client("Slik at ingen id er den samme", new LedgerId("1"));
            other.unit().write(Set.of(), stores -> stores.clients().nextId());
            long first = books(one, 1, 100);
            long second = books(other, 5, 100);

            assertNotEquals(first, second);
            assertEquals(export(one, first), export(other, second));
        }
    }

    @Test
    void one_ore_more_is_other_bytes() {
        try (GivenBooks one = new GivenBooks();
                GivenBooks other = new GivenBooks()) {
            assertNotEquals(export(one, books(one, 3, 100)), export(other, books(other, 3, 101)));
        }
    }

    @Test
    void every_part_has_rows_and_every_client_is_in_it() {
        try (GivenBooks books = new GivenBooks()) {
            long client = books(books, 4, 100);
            books.client("Ærlig Handel");
            String text = export(books, client);
            String all = books.database().asSuperuser(CanonicalExport::all);

            for (String part : List.of(
                    "client",
                    "sales units",
                    "settlement entries",
                    "journal entries",
                    "journal lines",
                    "settlement links",
                    "open findings",
                    "last numbers",
                    "balance_day",
                    "balance_set_month",
                    "balance_value_month")) {
                assertTrue(text.contains("== " + part + "\n"), part);
                assertFalse(text.contains("== " + part + "\n=="), part);
            }
            assertTrue(text.contains("=bankacc:302321"));
            assertTrue(all.startsWith(text) && all.contains("Ærlig Handel"));
            assertEquals(all, books.database().asSuperuser(handle -> CanonicalExport.of(handle, "974760673")));
            assertEquals("", books.database().asSuperuser(handle -> CanonicalExport.of(handle, "918713867")));
        }
    }

    @Test
    void the_books_of_an_ended_program_are_read_in_its_folder(@TempDir Path folder) {
        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            UnitOfWork unit = new JdbiUnitOfWork(database.transactions(), JdbiStores.ofDatabase());
            ClientAccountId id = unit.write(Set.of(), stores -> stores.clients().nextId());
            unit.write(Set.of(id), stores -> {
                stores.clients().add(GivenBooks.account(id, "Ærlig Handel"), StandardChart.rows(), NOW);
                return id;
            });
        }

        assertTrue(CanonicalExport.all(folder).contains("974760673\tÆrlig Handel\tnb\t"));
    }

    /** A day of captures, fetched and booked in as many steps as asked for. */
    private static long books(GivenBooks books, int steps, long amount) {
        ClientAccountId client = books.client("Kaffebaren Nord AS", LEDGER);
        List<Fetched> all = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            all.add(GivenBooks.fetched(LEDGER, Topic.FUNDS, "capture", DAY, amount, "psp-" + i, i * amount));
        }
        for (int step = 0; step < steps; step++) {
            int from = ENTRIES * step / steps;
            int to = ENTRIES * (step + 1) / steps;
            books.change(client, stores -> stores.settlements().addNew(client, all.subList(0, to), from));
            books.post(client, entries(books, client).subList(from, to));
        }
        books.change(
                client,
                stores -> stores.findings()
                        .open(
                                client,
                                List.of(new Finding(
                                        FindingCode.CORRECTION,
                                        LEDGER,
                                        DAY,
                                        "a",
                                        Money.ofOre(1),
                                        Map.of("b", "1", "a", "2"))),
                                NOW.plusSeconds(steps)));
        return client.value();
    }

    private static List<JournalEntry> entries(GivenBooks books, ClientAccountId client) {
        List<StoredEntry> all =
                books.read(client, stores -> stores.settlements().entries(client, LEDGER, new Period(DAY, DAY)));
        return all.stream()
                .filter(stored -> stored.entry().topic() == Topic.FUNDS)
                .map(stored -> {
                    long amount = stored.entry().amount().minor();
                    return GivenBooks.entry(
                            DAY, LEDGER, "1577", "3000", amount, new SettlementLink(stored.id(), 0, 0, 1, amount));
                })
                .toList();
    }

    private static String export(GivenBooks books, long client) {
        return books.database().asSuperuser(handle -> CanonicalExport.of(handle, client));
    }
}
