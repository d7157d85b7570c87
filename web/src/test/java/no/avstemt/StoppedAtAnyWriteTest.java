package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.client.TakeLedgerIntoUse;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.journal.CanonicalExport;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import no.avstemt.web.text.PostedWords;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Stopped at any step of a round, inside a transaction or just after it, and started again, the books are the same. */
final class StoppedAtAnyWriteTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final int STOPS = LONG ? 500 : 20;
    private static final int ROUNDS = 3;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final LocalDate FIRST = LAST.minusDays(LONG ? 19 : 11);
    private static final LedgerId CAFE = new LedgerId("418207");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-16T12:00:00Z"), ZoneOffset.UTC);

    @AutoClose
    private static final VippsSimulator VIPPS =
            VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, LAST), Clock.systemUTC());

    private final ReportApiClient source = new ReportApiClient(
            new VippsConnection(VIPPS.baseUri(), VIPPS.clientId(), VIPPS.clientSecret(), SystemHeaders.avstemt("test")),
            Clock.systemUTC());

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
            ClientAccountId client = taken(books.unit());
            if (steps.last == Long.MAX_VALUE) {
                rounds(steps.over(books.unit()), client);
            } else {
                assertThrows(Stopped.class, () -> rounds(steps.over(books.unit()), client));
                rounds(books.unit(), client);
            }
            return books.database().asSuperuser(handle -> CanonicalExport.all(handle) + compared(handle));
        }
    }

    private ClientAccountId taken(UnitOfWork unit) {
        Ledger ledger = source.ledgers().stream()
                .filter(each -> each.id().equals(CAFE))
                .findFirst()
                .orElseThrow();
        unit.write(Set.of(), stores -> {
            stores.ledgers().remember(ledger);
            return true;
        });
        List<SalesUnit> units = ledger.units().stream()
                .map(each -> new SalesUnit(
                        each.handle(), each.name(), BookedFrom.VIPPS, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED))
                .toList();
        NewClient client =
                new NewClient("Kaffebaren Nord AS", new OrgNumber("974760673"), "nb", FIRST, VatRegistration.ALWAYS);
        return new TakeLedgerIntoUse(unit, CLOCK).forNewClient(client, CAFE, units);
    }

    private void rounds(UnitOfWork unit, ClientAccountId client) {
        SyncClient sync = new SyncClient(
                unit,
                new ImportLedger(unit, CLOCK),
                new PostDays(unit, new Post(CLOCK), PostedWords::in, CLOCK),
                new CheckLedger(unit, CLOCK),
                CLOCK);
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(
                    List.of(), sync.run(source, client, SyncProgress.SILENT).failures());
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
                        boolean isStore = type == Stores.class && method.getReturnType().isInterface();
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
