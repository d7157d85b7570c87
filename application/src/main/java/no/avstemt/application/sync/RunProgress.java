package no.avstemt.application.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncRun.State;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import org.jspecify.annotations.Nullable;

/** What the rounds of one run have done so far, and what of it was not written down yet. */
final class RunProgress implements SyncProgress {

    private final Map<ClientAccountId, Tally> tallies = new HashMap<>();

    RunProgress(Collection<ClientAccountId> clients) {
        clients.forEach(client -> tallies.put(client, new Tally()));
    }

    /** Of one client account, whose ledgers are read one after the other. */
    private static final class Tally {

        private final Map<LedgerId, SyncRun.Ledger> ledgers = new LinkedHashMap<>();
        private State state = State.QUEUED;
        private Optional<LedgerId> at = Optional.empty();
        private Optional<Instant> endedAt = Optional.empty();
        private Optional<Trouble> failure = Optional.empty();
        private boolean changed;

        /** How it failed in an earlier turn of the round is over. */
        void begin(LedgerId ledger) {
            at = Optional.of(ledger);
            ledgers.putIfAbsent(ledger, new SyncRun.Ledger(ledger, 0, 0, 0, Optional.empty()));
            failure(ledger, Optional.empty());
            running();
        }

        void add(long entries, long sales, long journalEntries) {
            at.ifPresent(ledger -> ledgers.computeIfPresent(
                    ledger,
                    (id, before) -> new SyncRun.Ledger(
                            id,
                            before.entries() + entries,
                            before.sales() + sales,
                            before.journalEntries() + journalEntries,
                            before.failure())));
            running();
        }

        void fail(LedgerId ledger, Trouble why) {
            ledgers.putIfAbsent(ledger, new SyncRun.Ledger(ledger, 0, 0, 0, Optional.empty()));
            failure(ledger, Optional.of(why));
            running();
        }

        private void failure(LedgerId ledger, Optional<Trouble> why) {
            ledgers.computeIfPresent(
                    ledger,
                    (id, before) ->
                            new SyncRun.Ledger(id, before.entries(), before.sales(), before.journalEntries(), why));
        }

        void reopen() {
            if (state.isOver()) {
                state = State.RUNNING;
                endedAt = Optional.empty();
                failure = Optional.empty();
                changed = true;
            }
        }

        private void running() {
            state = state.isOpen() ? State.RUNNING : state;
            changed = true;
        }

        void end(Instant now, @Nullable Throwable thrown) {
            if (!state.isOpen()) {
                return;
            }
            boolean failed = ledgers.values().stream()
                    .anyMatch(ledger -> ledger.failure().isPresent());
            if (thrown instanceof CancellationException) {
                state = State.INTERRUPTED;
            } else if (thrown != null) {
                state = State.FAILED;
                failure = failed ? Optional.empty() : Optional.of(Trouble.STOPPED);
            } else {
                state = failed ? State.FAILED : State.DONE;
            }
            endedAt = Optional.of(now);
            changed = true;
        }

        SyncRun.Client told(ClientAccountId client, Instant now) {
            return new SyncRun.Client(client, state, now, endedAt, failure, List.copyOf(ledgers.values()));
        }
    }

    @Override
    public synchronized void begun(ClientAccountId client) {
        of(client).ifPresent(Tally::reopen);
    }

    @Override
    public synchronized void ledger(ClientAccountId client, LedgerId ledger) {
        of(client).ifPresent(tally -> tally.begin(ledger));
    }

    @Override
    public synchronized void entries(ClientAccountId client, int stored) {
        of(client).ifPresent(tally -> tally.add(stored, 0, 0));
    }

    @Override
    public synchronized void sales(ClientAccountId client, int stored) {
        of(client).ifPresent(tally -> tally.add(0, stored, 0));
    }

    @Override
    public synchronized void booked(ClientAccountId client, int journalEntries) {
        of(client).ifPresent(tally -> tally.add(0, 0, journalEntries));
    }

    @Override
    public synchronized void failed(ClientAccountId client, LedgerId ledger, Trouble why) {
        of(client).ifPresent(tally -> tally.fail(ledger, why));
    }

    /** @param thrown null when the round came to its end */
    synchronized void ended(ClientAccountId client, Instant now, @Nullable Throwable thrown) {
        of(client).ifPresent(tally -> tally.end(now, thrown));
    }

    /** Whether the program is being stopped. */
    synchronized boolean isStopped(ClientAccountId client) {
        return of(client).filter(tally -> tally.state == State.INTERRUPTED).isPresent();
    }

    /** What has not ended was interrupted. */
    synchronized void stop(Instant now) {
        tallies.values().forEach(tally -> tally.end(now, new CancellationException("The program was stopped")));
    }

    synchronized boolean isOpen() {
        return tallies.values().stream().anyMatch(tally -> tally.state.isOpen());
    }

    /** Told once, unless {@link #again} says that it came to nothing. */
    synchronized List<SyncRun.Client> changed(Instant now) {
        List<SyncRun.Client> changed = new ArrayList<>();
        tallies.forEach((client, tally) -> {
            if (tally.changed) {
                changed.add(tally.told(client, now));
                tally.changed = false;
            }
        });
        return changed;
    }

    synchronized void again(List<SyncRun.Client> told) {
        told.forEach(client -> of(client.id()).ifPresent(tally -> tally.changed = true));
    }

    private Optional<Tally> of(ClientAccountId client) {
        return Optional.ofNullable(tallies.get(client));
    }
}
