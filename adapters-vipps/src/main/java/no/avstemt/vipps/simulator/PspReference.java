package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.Optional;

/** Eleven digits that no other movement of any ledger has, made of the date, the ledger's slot and the position. */
final class PspReference {
    private static final int FIRST_EPOCH_DAY = 18_000;
    private static final int FIRST_NUMBER = 10_000;
    private static final int SLOTS = 10;
    private static final int SECOND_TEN = 50_000;
    private static final int POSITIONS = 100_000;

    private PspReference() {}

    static String of(int slot, LocalDate date, int position) {
        if (position >= POSITIONS) {
            throw new IllegalStateException("slot " + slot + " has too many movements on " + date);
        }
        long dayNumber = FIRST_NUMBER + (date.toEpochDay() - FIRST_EPOCH_DAY) + (slot < SLOTS ? 0 : SECOND_TEN);
        return Long.toString((dayNumber * SLOTS + slot % SLOTS) * POSITIONS + position);
    }

    /** Of a position that no movement comes to. */
    static String ofLast(int slot, LocalDate date) {
        return of(slot, date, POSITIONS - 1);
    }

    /** The date of the movement that has it; none if it is of another making. */
    static Optional<LocalDate> date(String reference) {
        if (!reference.matches("[1-9]\\d{10}")) {
            return Optional.empty();
        }
        long dayNumber = Long.parseLong(reference) / POSITIONS / SLOTS;
        long day = dayNumber - FIRST_NUMBER;
        return Optional.of(LocalDate.ofEpochDay((day < SECOND_TEN ? day : day - SECOND_TEN) + FIRST_EPOCH_DAY));
    }
}
