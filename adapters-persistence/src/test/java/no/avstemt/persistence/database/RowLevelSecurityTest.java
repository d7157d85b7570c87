package no.avstemt.persistence.database;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of a client, with rows in it, tried by who may see them and by who may not. */
final class RowLevelSecurityTest {

    private static final LedgerId LEDGER = new LedgerId("302321");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static long client;
    private static long other;

    @BeforeAll
    static void rows_in_every_table_of_a_client() {
        ClientAccountId id = BOOKS.client("Kaffebaren Nord AS", LEDGER);
        client = id.value();
        other = BOOKS.client("Bryggen Konserter AS").value();
        Fetched capture = GivenBooks.captures(LEDGER, DAY, 1).get(0);
        Fetched named = new Fetched(capture.entry(), capture.raw(), Optional.of("{\"name\":\"Kari\"}"));
        BOOKS.change(id, stores -> {
            stores.ledgers().save(id, LEDGER, Stream.FUNDS, FeedState.unread(NOW));
            stores.ledgers().countDefaultVat(id, LEDGER, DAY, 1, 1, 100);
            stores.settlements().addNew(id, List.of(named), 0);
            stores.settlements().queueLate(id, LEDGER, Topic.FUNDS, new Period(DAY, DAY), 0);
            stores.sales().addNew(id, List.of(new SalePage.Fetched(sale(), "{}")));
            stores.findings().open(id, List.of(finding()), NOW);
        });
        long entry = BOOKS.count("SELECT settlement_entry_id FROM settlement_entry");
        BOOKS.post(
                id,
                List.of(GivenBooks.entry(DAY, LEDGER, "1577", "3000", 100, new SettlementLink(entry, 0, 0, 1, 100))));
        String others = rows().replace("<client>", Long.toString(client));
        BOOKS.database().asOwner(owner -> owner.execute(others));
    }

    /** Of the tables that the program's own code did not fill here. */
    private static String rows() {
        try (InputStream file = RowLevelSecurityTest.class.getResourceAsStream("/rows-of-a-client.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> tables() {
        return names("""
                SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relrowsecurity ORDER BY relname
                """);
    }

    static List<String> tablesThatMayBeUpdated() {
        return names("""
                SELECT c.relname
                  FROM pg_class c
                 WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity AND has_table_privilege('avstemt_app', c.oid, 'UPDATE')
                 ORDER BY c.relname
                """);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rows_are_seen_by_who_names_their_client_and_by_nobody_else(String table) {
        long there = BOOKS.count("SELECT count(*) FROM " + table + " WHERE client_account_id = ?", client);

        assertTrue(there > 0, "This test has to put a row into " + table);
        assertEquals(0, seen(List.of(), table, client));
        assertEquals(0, seen(List.of(other), table, client));
        assertEquals(there, seen(List.of(client), table, client));
        assertEquals(there, seen(List.of(other, client), table, client));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_row_for_another_client_is_refused(String table) {
        String columns = columns(table);
        refused(
                List.of(client),
                "INSERT INTO " + table + " (client_account_id" + columns + ") SELECT " + other + columns + " FROM "
                        + table);
    }

    @ParameterizedTest
    @MethodSource("tablesThatMayBeUpdated")
    void a_row_can_not_be_moved_to_another_client(String table) {
        refused(List.of(client), "UPDATE " + table + " SET client_account_id = " + other);
    }

    @Test
    void the_walk_meets_the_tables_that_matter_most() {
        assertTrue(tables().containsAll(List.of("journal_line", "settlement_entry", "sale", "finding")));
        assertTrue(tablesThatMayBeUpdated().contains("journal_head"));
    }

    private static long seen(List<Long> clients, String table, long of) {
        return BOOKS.database()
                .transactions()
                .read(
                        clients,
                        handle -> handle.select("SELECT count(*) FROM " + table + " WHERE client_account_id = ?", of)
                                .mapTo(Long.class)
                                .one());
    }

    private static void refused(List<Long> clients, String sql) {
        JdbiException refused = assertThrows(
                JdbiException.class,
                () -> BOOKS.database().transactions().write(clients, handle -> handle.execute(sql)),
                sql);

        assertTrue(String.valueOf(refused.getMessage()).contains("row-level security"), refused.getMessage());
    }

    /** Those that a statement may give a value, but the client; each with a comma before it. */
    private static String columns(String table) {
        return String.join("", names("""
                SELECT ', ' || column_name
                  FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name = '%s' AND column_name <> 'client_account_id'
                   AND is_identity = 'NO'
                 ORDER BY ordinal_position
                """.formatted(table)));
    }

    private static List<String> names(String sql) {
        return BOOKS.database()
                .asSuperuser(handle -> handle.select(sql).mapTo(String.class).list());
    }

    private static Sale sale() {
        return new Sale(
                LEDGER,
                Sale.Kind.CAPTURE,
                NOW,
                Optional.of("psp"),
                "order",
                Optional.of(Money.ofOre(100)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                List.of(new SaleLine(
                        "1",
                        "Kaffe",
                        BigDecimal.ONE,
                        100,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static Finding finding() {
        return new Finding(FindingCode.CORRECTION, LEDGER, DAY, "a", Money.ofOre(1), Map.of());
    }
}
