package no.avstemt.vipps.simulator;

import java.time.LocalDate;

/** What every merchant is made from. Only {@code until} may move between runs that must show the same entries. */
record World(long seed, LocalDate first, LocalDate until, int volume) {

    Dice dice(LedgerIdentity ledger, LocalDate date) {
        return new Dice(Dice.mix(Dice.mix(seed, ledger.slot()), date.toEpochDay()));
    }

    /** Changes whenever the world's entries would; cursors of one world are refused in another. */
    long fingerprint() {
        return Dice.mix(Dice.mix(Dice.mix(seed, first.toEpochDay()), volume), 0x5eed);
    }

    World longer(int days) {
        return new World(seed, first, until.plusDays(days), volume);
    }

    boolean isBeforeFirst(LocalDate date) {
        return date.isBefore(first);
    }

    /** 0 is the world's first date. */
    int dayNumber(LocalDate date) {
        return (int) (date.toEpochDay() - first.toEpochDay());
    }

    int days() {
        return dayNumber(until) + 1;
    }
}
