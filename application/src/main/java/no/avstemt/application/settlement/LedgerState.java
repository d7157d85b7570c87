package no.avstemt.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is booked and proven of a ledger.
 *
 * @param bookedTo every ledger date up to and including this one is booked in full
 * @param checkedTo every ledger date up to and including this one has been proven against Vipps
 * @param difference øre, our funds and fees accounts less Vipps's balances at {@code checkedTo}
 * @param halts the parts whose last round stopped
 */
public record LedgerState(
        Optional<LocalDate> bookedTo, Optional<LocalDate> checkedTo, long difference, Map<Part, Halt> halts) {

    public static final LedgerState NEW = new LedgerState(Optional.empty(), Optional.empty(), 0, Map.of());

    public LedgerState {
        halts = Map.copyOf(halts);
    }

    /** Dates after this one have to be proven again. */
    public LedgerState provenOnlyTo(LocalDate date) {
        Optional<LocalDate> proven = checkedTo.map(to -> to.isAfter(date) ? date : to);
        return new LedgerState(bookedTo, proven, difference, halts);
    }

    /** Nothing is booked or proven any more. */
    public LedgerState anew() {
        return new LedgerState(Optional.empty(), Optional.empty(), 0, halts);
    }

    public LedgerState bookedTo(LocalDate date) {
        return new LedgerState(Optional.of(date), checkedTo, difference, halts);
    }

    public LedgerState checked(LocalDate to, long found) {
        return new LedgerState(bookedTo, Optional.of(to), found, halts);
    }

    public LedgerState failed(Part part, Halt halt) {
        Map<Part, Halt> changed = new EnumMap<>(Part.class);
        changed.putAll(halts);
        changed.put(part, halt);
        return new LedgerState(bookedTo, checkedTo, difference, changed);
    }

    public LedgerState working(Part part) {
        Map<Part, Halt> changed = new EnumMap<>(Part.class);
        changed.putAll(halts);
        changed.remove(part);
        return new LedgerState(bookedTo, checkedTo, difference, changed);
    }

    /** Never due before money is, which everything of a ledger waits for. */
    public boolean isDue(Part part, Instant now) {
        return retry(Part.MONEY).isDue(now) && retry(part).isDue(now);
    }

    public Retry retry(Part part) {
        return halt(part).map(Halt::retry).orElse(Retry.NONE);
    }

    public Optional<Halt> halt(Part part) {
        return Optional.ofNullable(halts.get(part));
    }

    /** Of what stopped, the part that most depends on; it is told where there is room for one. */
    public Optional<Halt> halt() {
        return halts.keySet().stream().min(Part::compareTo).flatMap(this::halt);
    }

    public Optional<Instant> failedAt() {
        return halt().map(Halt::at);
    }

    public Optional<Trouble> failure() {
        return halt().map(Halt::why);
    }

    public Optional<Instant> nextTryAt() {
        return halt().flatMap(halt -> halt.retry().nextAt());
    }
}
