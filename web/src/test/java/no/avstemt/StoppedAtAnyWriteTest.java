package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.journal.CanonicalExport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Stopped at any step of a round, inside a transaction or just after it, and started again, the books are the same. */
final class StoppedAtAnyWriteTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final int STOPS = LONG ? 500 : 8;
    private static final int ROUNDS = 3;

    @AutoClose
    private static final SimulatedLedger LEDGER = new SimulatedLedger(LONG ? 20 : 12);

    @Test
    void stopped_at_any_step_and_started_again_the_books_are_the_same() {
        Steps undisturbed = new Steps(Long.MAX_VALUE);
        String expected = booksOf(undisturbed);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.err.println("Stops " + STOPS + " of " + undisturbed.taken + " steps, seed " + seed);

        assertTrue(expected.length() > 10_000, expected);
        assertTrue(expected.contains("funds\t2026-06-15\tVERIFIED"), expected);
        for (int stop = 0; stop < STOPS; stop++) {
            long from = undisturbed.taken * stop / STOPS;
            long until = Math.max(from + 1, undisturbed.taken * (stop + 1) / STOPS);
            long at = 1 + random.nextLong(from, until);
            assertEquals(expected, booksOf(new Steps(at)), () -> "stopped at step " + at + ", seed " + seed);
        }
    }

    /** Of a program that is stopped once, if it comes so far, and started again. */
    private String booksOf(Steps steps) {
        try (GivenBooks books = new GivenBooks()) {
            ClientAccountId client = LEDGER.takenIntoUse(books.unit());
            if (steps.last == Long.MAX_VALUE) {
                LEDGER.rounds(steps.over(books.unit()), client, ROUNDS);
            } else {
                assertThrows(Stopped.class, () -> LEDGER.rounds(steps.over(books.unit()), client, ROUNDS));
                LEDGER.rounds(books.unit(), client, ROUNDS);
            }
            return books.database().asSuperuser(handle -> CanonicalExport.all(handle) + compared(handle));
        }
    }

    private static String compared(Handle handle) {
        return String.join("\n", handle.select("""
                SELECT concat_ws(E'\\t', stream, ledger_date, state, report_rows)
                  FROM date_check
                 ORDER BY stream, ledger_date
                """).mapTo(String.class).list())
                + "\n"
                + String.join("\n", handle.select("""
                SELECT concat_ws(E'\\t', e.natural_key, q.state, q.times)
                  FROM sale_question q
                  JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                 ORDER BY e.natural_key
                """).mapTo(String.class).list());
    }

    /** The program is gone: nobody catches it, and what it had not committed is rolled back. */
    private static final class Stopped extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** Counts every call of a store and every commit, and stops at one of them and at all that come after. */
    private static final class Steps {

        private final long last;
        private long taken;

        Steps(long last) {
            this.last = last;
        }

        private void step() {
            if (++taken >= last) {
                throw new Stopped();
            }
        }

        UnitOfWork over(UnitOfWork unit) {
            return new UnitOfWork() {
                @Override
                public <T> T write(Set<ClientAccountId> clients, Function<Stores, T> work) {
                    T result = unit.write(clients, stores -> work.apply(counted(Stores.class, stores)));
                    step();
                    return result;
                }

                @Override
                public <T> T read(Set<ClientAccountId> clients, Function<Stores, T> work) {
                    return unit.read(clients, stores -> work.apply(counted(Stores.class, stores)));
                }

                @Override
                public <T> T together(Set<ClientAccountId> clients, Function<Stores, T> work) {
                    return unit.together(clients, stores -> work.apply(counted(Stores.class, stores)));
                }
            };
        }

        /** A store of the stores is counted by its own calls. */
        private <T> T counted(Class<T> type, Object real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        boolean isStore =
                                type == Stores.class && method.getReturnType().isInterface();
                        if (!isStore) {
                            step();
                        }
                        try {
                            Object result = method.invoke(real, arguments);
                            return isStore ? counted(method.getReturnType(), result) : result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
