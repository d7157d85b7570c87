package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Transactions transactions = DATABASE.transactions();

    @BeforeAll
    static void a_table_of_our_own() {
        DATABASE.asOwner(owner -> owner.execute("""
                CREATE TABLE jar (client_account_id bigint, id int, marbles int, PRIMARY KEY (client_account_id, id));
                ALTER TABLE jar ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON jar USING (client_account_id
                    = ANY ((SELECT string_to_array(current_setting('avstemt.clients', true), ',')::bigint[])::bigint[]));
                GRANT SELECT, INSERT, UPDATE ON jar TO avstemt_app;
                """));
    }

    @BeforeEach
    void two_jars_each() {
        DATABASE.asOwner(owner -> owner.execute(
                "TRUNCATE jar; INSERT INTO jar SELECT c, i, 10 FROM generate_series(1, 2) c, generate_series(1, 2) i"));
    }

    @Test
    void only_the_given_clients_are_seen_and_none_when_none_is_given() {
        assertEquals(4, transactions.read(List.of(2L, 1L), TransactionsTest::count));
        assertEquals(2, transactions.read(List.of(2L), TransactionsTest::count));
        assertEquals(0, transactions.read(List.of(3L), TransactionsTest::count));
        assertEquals(0, transactions.write(List.of(), TransactionsTest::count));
    }

    @Test
    void the_clients_of_one_unit_do_not_leak_into_the_next() {
        for (int i = 0; i < 40; i++) {
            assertEquals(2, transactions.write(List.of(1L), TransactionsTest::count));
            assertEquals(0, transactions.write(List.of(), TransactionsTest::count));
            assertThrows(
                    JdbiException.class,
                    () -> transactions.write(List.of(1L), handle -> handle.execute("SELECT * FROM no_such_table")));
            assertEquals(0, transactions.read(List.of(), TransactionsTest::count));
        }
    }

    @Test
    void a_row_of_another_client_is_refused() {
        assertThrows(
                UnableToExecuteStatementException.class,
                () -> transactions.write(List.of(1L), handle -> handle.execute("INSERT INTO jar VALUES (2, 3, 1)")));
    }

    @Test
    void a_unit_that_throws_leaves_nothing() {
        var failure = assertThrows(
                IllegalArgumentException.class,
                () -> transactions.write(List.of(1L), handle -> {
                    handle.execute("INSERT INTO jar VALUES (1, 3, 1)");
                    throw new IllegalArgumentException("thought better of it");
                }));

        assertEquals("thought better of it", failure.getMessage());
        assertEquals(2, transactions.read(List.of(1L), TransactionsTest::count));
    }

    @Test
    void a_unit_inside_a_unit_is_refused_and_the_next_one_works() {
        assertThrows(
                IllegalStateException.class,
                () -> transactions.write(
                        List.of(1L), outer -> transactions.read(List.of(1L), TransactionsTest::count)));

        assertEquals(2, transactions.read(List.of(1L), TransactionsTest::count));
    }

    @Test
    void a_reading_unit_can_not_write() {
        assertThrows(
                UnableToExecuteStatementException.class,
                () -> transactions.read(List.of(1L), handle -> handle.execute("UPDATE jar SET marbles = 0")));
    }

    @Test
    void what_is_asked_of_the_office_sees_no_client_whoever_was_seen_before() {
        for (int i = 0; i < 40; i++) {
            assertEquals(2, transactions.read(List.of(1L), TransactionsTest::count));
            assertEquals(0, transactions.office(TransactionsTest::count));
        }
        assertThrows(
                IllegalStateException.class,
                () -> transactions.read(List.of(1L), outer -> transactions.office(TransactionsTest::count)));
    }

    @Test
    void a_reading_unit_sees_one_moment() {
        long both = transactions.read(List.of(1L), handle -> {
            int before = count(handle);
            CompletableFuture.supplyAsync(() ->
                            transactions.write(List.of(1L), other -> other.execute("INSERT INTO jar VALUES (1, 9, 1)")))
                    .join();
            return before * 100L + count(handle);
        });

        assertEquals(202, both);
        assertEquals(3, transactions.read(List.of(1L), TransactionsTest::count));
    }

    @Test
    void a_deadlock_is_tried_again() throws Exception {
        var bothHoldOne = new CyclicBarrier(2);
        var attempts = new AtomicInteger();

        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            var one = two.submit(() -> moveOne(1, 2, bothHoldOne, attempts));
            var other = two.submit(() -> moveOne(2, 1, bothHoldOne, attempts));
            one.get(60, TimeUnit.SECONDS);
            other.get(60, TimeUnit.SECONDS);
        } finally {
            two.shutdownNow();
        }

        assertEquals(3, attempts.get());
        int marbles = transactions.read(List.of(1L), TransactionsTest::marbles);
        assertEquals(20, marbles);
    }

    @Test
    void a_serialization_failure_is_tried_three_times_and_then_told() {
        var attempts = new AtomicInteger();

        var failure = assertThrows(
                JdbiException.class,
                () -> transactions.write(List.of(1L), handle -> {
                    attempts.incrementAndGet();
                    return handle.execute("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
                }));

        assertEquals(3, attempts.get());
        assertTrue(Outage.isPassing(failure));
    }

    @Test
    void a_lost_connection_is_told_in_a_sentence_and_the_next_unit_gets_another() {
        var failure = assertThrows(
                DatabaseUnavailable.class,
                () -> transactions.write(List.of(1L), handle -> {
                    handle.execute("INSERT INTO jar VALUES (1, 3, 1)");
                    int pid = handle.select("SELECT pg_backend_pid()")
                            .mapTo(Integer.class)
                            .one();
                    DATABASE.asSuperuser(superuser -> superuser.execute("SELECT pg_terminate_backend(?)", pid));
                    return count(handle);
                }));

        assertTrue(failure.getMessage().startsWith("Lost the database in "), failure.getMessage());
        assertEquals(2, transactions.read(List.of(1L), TransactionsTest::count));
    }

    @Test
    void a_full_disk_is_told_in_a_sentence() {
        var failure = assertThrows(
                DatabaseUnavailable.class,
                () -> transactions.write(
                        List.of(1L), handle -> handle.execute("DO $$ BEGIN RAISE SQLSTATE '53100'; END $$")));

        assertTrue(failure.getMessage().startsWith("The disk of the database in "), failure.getMessage());
    }

    @Test
    void a_wrong_statement_is_our_own_fault_and_not_the_databases() {
        var failure = assertThrows(
                JdbiException.class, () -> transactions.write(List.of(1L), handle -> handle.execute("SELEKT 1")));

        assertFalse(Outage.in("here", failure).isPresent());
    }

    private void moveOne(int from, int to, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        transactions.write(List.of(1L), handle -> {
            boolean first = attempts.incrementAndGet() <= 2;
            handle.execute("UPDATE jar SET marbles = marbles - 1 WHERE client_account_id = 1 AND id = ?", from);
            if (first) {
                await(bothHoldOne);
            }
            return handle.execute("UPDATE jar SET marbles = marbles + 1 WHERE client_account_id = 1 AND id = ?", to);
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int marbles(Handle handle) {
        return handle.select("SELECT sum(marbles) FROM jar")
                .mapTo(Integer.class)
                .one();
    }

    private static int count(Handle handle) {
        return handle.select("SELECT count(*) FROM jar").mapTo(Integer.class).one();
    }
}
