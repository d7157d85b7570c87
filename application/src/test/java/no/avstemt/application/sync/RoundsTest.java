package no.avstemt.application.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.domain.client.ClientAccountId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RoundsTest {

    private static final ClientAccountId ONE = new ClientAccountId(1);

    private final Office office = new Office();
    private final List<Throwable> incidents = Collections.synchronizedList(new ArrayList<>());
    private final List<ClientAccountId> listed = Collections.synchronizedList(new ArrayList<>());

    @AutoClose
    private final Rounds rounds = new Rounds(
            syncClient(),
            ledger -> {
                throw new IllegalStateException("There is no ledger");
            },
            listed::add,
            (client, cause) -> incidents.add(cause));

    @Test
    void a_client_whose_round_waits_gets_no_second_one() {
        for (int other = 2; other <= 4; other++) {
            rounds.start(new ClientAccountId(other), SyncProgress.SILENT);
        }
        CompletableFuture<Outcome> first = rounds.start(ONE, SyncProgress.SILENT);
        assertSame(first, rounds.start(ONE, SyncProgress.SILENT));

        office.go.countDown();
        first.join();

        assertEquals(List.of(ONE), office.fetched(ONE));
    }

    @Test
    void a_client_whose_round_runs_already_is_listed_and_fetched_once_more_in_it() throws Exception {
        CompletableFuture<Outcome> first = rounds.start(ONE, SyncProgress.SILENT);
        assertTrue(office.begun.await(30, TimeUnit.SECONDS));
        assertSame(first, rounds.start(ONE, SyncProgress.SILENT));
        assertSame(first, rounds.start(ONE, SyncProgress.SILENT));

        office.go.countDown();
        first.join();
        assertEquals(List.of(ONE, ONE), office.fetched(ONE));
        assertEquals(List.of(ONE, ONE), listed);

        rounds.start(ONE, SyncProgress.SILENT).join();
        assertEquals(List.of(ONE, ONE, ONE), office.fetched(ONE));
    }

    @Test
    void a_list_that_nobody_foresaw_is_told_and_the_client_is_fetched_all_the_same() {
        office.go.countDown();
        try (Rounds unlisted = new Rounds(
                syncClient(),
                ledger -> {
                    throw new IllegalStateException("There is no ledger");
                },
                client -> {
                    throw new IllegalStateException("Nobody foresaw this list");
                },
                (client, cause) -> incidents.add(cause))) {
            unlisted.start(ONE, SyncProgress.SILENT).join();
        }

        assertEquals(List.of(ONE), office.fetched(ONE));
        assertEquals(1, incidents.size());
    }

    @Test
    void three_clients_at_a_time_and_in_the_end_all() {
        List<CompletableFuture<Outcome>> started = new ArrayList<>();
        for (int client = 1; client <= 20; client++) {
            started.add(rounds.start(new ClientAccountId(client), SyncProgress.SILENT));
        }

        office.go.countDown();
        started.forEach(CompletableFuture::join);

        assertEquals(20, office.fetched.size());
        assertTrue(office.mostAtOnce.get() <= 3, office.mostAtOnce::toString);
        assertEquals(List.of(), incidents);
    }

    @Test
    void what_nobody_foresaw_is_told_and_does_not_hold_up_the_next_round() {
        office.go.countDown();
        office.failing.add(ONE);
        CompletableFuture<Outcome> failed = rounds.start(ONE, SyncProgress.SILENT);

        assertThrows(CompletionException.class, failed::join);
        assertEquals(1, incidents.size());

        office.failing.clear();
        rounds.start(ONE, SyncProgress.SILENT).join();
    }

    @Test
    void a_stop_ends_what_runs_without_calling_it_an_incident() {
        rounds.start(ONE, SyncProgress.SILENT);

        rounds.close();

        assertEquals(List.of(), incidents);
    }

    private SyncClient syncClient() {
        Clock clock = Clock.systemUTC();
        PostDays postDays = new PostDays(
                office,
                new Post(clock),
                language -> {
                    throw new IllegalStateException("Nothing is to be posted");
                },
                clock);
        return new SyncClient(office, new ImportLedger(office, clock), postDays, new CheckLedger(office, clock), clock);
    }

    /** Client accounts without a ledger, that wait to be read until they are let go. */
    private static final class Office implements UnitOfWork {

        final CountDownLatch go = new CountDownLatch(1);
        final CountDownLatch begun = new CountDownLatch(1);
        final List<ClientAccountId> fetched = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger mostAtOnce = new AtomicInteger();
        final Set<ClientAccountId> failing = Collections.synchronizedSet(new HashSet<>());
        private final AtomicInteger now = new AtomicInteger();

        /** One for each time. */
        List<ClientAccountId> fetched(ClientAccountId client) {
            return List.copyOf(fetched).stream().filter(client::equals).toList();
        }

        @Override
        public <T> T write(Set<ClientAccountId> clients, Function<Stores, T> work) {
            throw new IllegalStateException("Nothing is to be written");
        }

        @Override
        public <T> T together(Set<ClientAccountId> clients, Function<Stores, T> work) {
            throw new IllegalStateException("Nothing is to be written");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T read(Set<ClientAccountId> clients, Function<Stores, T> work) {
            mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
            begun.countDown();
            try {
                go.await();
                fetched.addAll(clients);
                if (failing.containsAll(clients)) {
                    throw new IllegalStateException("Nobody foresaw this");
                }
                return (T) List.of();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped");
            } finally {
                now.decrementAndGet();
            }
        }
    }
}
