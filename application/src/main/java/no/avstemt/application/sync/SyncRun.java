package no.avstemt.application.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;

/**
 * A round for some client accounts, asked for at once: how far it is, or how it ended.
 *
 * @param startedBy empty when it was time
 */
public record SyncRun(long id, Optional<Actor> startedBy, Instant startedAt, List<Client> clients) {

    /** After this long without a word the program that it ran in has ended. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /** Something could not be fetched or booked, and the rest was. */
        FAILED,
        /** The program was stopped; the next round goes on from the same page. */
        INTERRUPTED;

        public boolean isOpen() {
            return this == QUEUED || this == RUNNING;
        }

        /** Whether all was tried. */
        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * @param toldAt when the program that the round is in was last heard of
     * @param failure of no single ledger
     */
    public record Client(
            ClientAccountId id,
            State state,
            Instant toldAt,
            Optional<Instant> endedAt,
            Optional<Trouble> failure,
            List<Ledger> ledgers) {

        public Client {
            ledgers = List.copyOf(ledgers);
        }

        Client asOf(Instant now) {
            return state.isOpen() && toldAt.plus(SILENCE).isBefore(now)
                    ? new Client(id, State.INTERRUPTED, toldAt, Optional.of(toldAt), failure, ledgers)
                    : this;
        }

        public long sum(ToLongFunction<Ledger> figure) {
            return ledgers.stream().mapToLong(figure).sum();
        }
    }

    /** What was new of a ledger. */
    public record Ledger(LedgerId id, long entries, long sales, long journalEntries, Optional<Trouble> failure) {}

    public SyncRun {
        clients = List.copyOf(clients);
    }

    /** With what was not heard of for long told as interrupted. */
    SyncRun asOf(Instant now) {
        return new SyncRun(
                id,
                startedBy,
                startedAt,
                clients.stream().map(client -> client.asOf(now)).toList());
    }

    SyncRun of(Predicate<ClientAccountId> seen) {
        return new SyncRun(
                id,
                startedBy,
                startedAt,
                clients.stream().filter(client -> seen.test(client.id())).toList());
    }

    /** Of all its client accounts together. */
    public State state() {
        if (has(State.RUNNING)
                || has(State.QUEUED)
                        && !clients.stream().allMatch(client -> client.state().isOpen())) {
            return State.RUNNING;
        }
        return has(State.QUEUED)
                ? State.QUEUED
                : has(State.FAILED) ? State.FAILED : has(State.INTERRUPTED) ? State.INTERRUPTED : State.DONE;
    }

    private boolean has(State state) {
        return clients.stream().anyMatch(client -> client.state() == state);
    }

    /** Empty while it waits or runs. */
    public Optional<Instant> endedAt() {
        return state().isOpen()
                ? Optional.empty()
                : clients.stream()
                        .flatMap(client -> client.endedAt().stream())
                        .max(Comparator.naturalOrder())
                        .or(() -> Optional.of(startedAt));
    }

    public long ended() {
        return clients.stream().filter(client -> !client.state().isOpen()).count();
    }

    public long sum(ToLongFunction<Ledger> figure) {
        return clients.stream().mapToLong(client -> client.sum(figure)).sum();
    }
}
