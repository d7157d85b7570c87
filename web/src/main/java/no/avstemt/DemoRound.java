package no.avstemt;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;

/** Fetches and books every client of the demo, telling how far it is. */
final class DemoRound {

    private final Avstemt avstemt;
    private final List<ClientAccountId> clients;
    private final Bar bar;

    /** @param total how many settlement entries there are to fetch, for the bar; asked when it is shown */
    DemoRound(Avstemt avstemt, List<ClientAccountId> clients, LongSupplier total, PrintWriter terminal) {
        this.avstemt = avstemt;
        this.clients = clients;
        this.bar = new Bar(terminal, total);
    }

    /** What the books hold afterwards. */
    record Ready(long settlementEntries, long journalEntries, long findings) {

        @Override
        public String toString() {
            return "Ready: " + settlementEntries + " settlement entries, " + journalEntries + " journal entries, "
                    + findings + " findings";
        }
    }

    /** @throws SourceUnavailable when the simulated Vipps failed a ledger */
    Ready run() {
        try {
            List<CompletableFuture<Outcome>> rounds = clients.stream()
                    .map(client -> avstemt.rounds.start(client, bar))
                    .toList();
            for (CompletableFuture<Outcome> round : rounds) {
                round.get().failures().stream().findFirst().ifPresent(failure -> {
                    throw new SourceUnavailable(
                            SourceUnavailable.Reason.UNREACHABLE,
                            failure,
                            new Trouble(Trouble.Code.OTHER, List.of(failure)));
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            bar.end();
        }
        return ready();
    }

    private Ready ready() {
        long entries = 0;
        long posted = 0;
        long findings = 0;
        for (ClientAccountId client : clients) {
            entries += avstemt.unit.read(Set.of(client), stores -> entries(stores, client));
            posted += avstemt.unit.read(
                    Set.of(client), stores -> stores.journal().head(client).chainPosition());
            findings += avstemt.unit.read(Set.of(client), stores ->
                    (long) stores.findings().of(client, false).size());
        }
        return new Ready(entries, posted, findings);
    }

    private static long entries(Stores stores, ClientAccountId client) {
        long entries = 0;
        for (OwnLedger ledger : stores.ledgers().of(client)) {
            for (Stream stream : List.of(Stream.FUNDS, Stream.FEES)) {
                entries += stores.ledgers()
                        .feed(client, ledger.id(), stream)
                        .map(FeedState::items)
                        .orElse(0L);
            }
        }
        return entries;
    }

    /** On a terminal, one line that is written over; nothing where output goes to a file. */
    private static final class Bar implements SyncProgress {

        private static final int WIDTH = 30;

        private final PrintWriter terminal;
        private final LongSupplier total;
        private final boolean shown = System.console() != null;
        private final AtomicLong entries = new AtomicLong();
        private final AtomicLong sales = new AtomicLong();
        private final AtomicLong journal = new AtomicLong();

        Bar(PrintWriter terminal, LongSupplier total) {
            this.terminal = terminal;
            this.total = total;
        }

        @Override
        public void entries(ClientAccountId client, int stored) {
            entries.addAndGet(stored);
            show();
        }

        @Override
        public void sales(ClientAccountId client, int stored) {
            sales.addAndGet(stored);
            show();
        }

        @Override
        public void booked(ClientAccountId client, int journalEntries) {
            journal.addAndGet(journalEntries);
            show();
        }

        private synchronized void show() {
            if (shown) {
                String done = "=".repeat((int) Math.min(WIDTH, entries.get() * WIDTH / Math.max(1, total.getAsLong())));
                terminal.printf(
                        "\r[%-" + WIDTH + "s] %d sales, %d settlement entries, %d journal entries",
                        done,
                        sales.get(),
                        entries.get(),
                        journal.get());
                terminal.flush();
            }
        }

        void end() {
            if (shown) {
                terminal.println();
                terminal.flush();
            }
        }
    }
}
