package no.avstemt.vipps.simulator;

import java.time.LocalDate;

/**
 * Which world the simulator shows.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param days how many ledger dates, the last of them {@code until}; 1 to 3660
 * @param volume how many times the ordinary traffic; 1 gives 3,000 to 15,000 entries a ledger and year
 * @param allKinds also merchants with a cutoff at night, monthly settlement, and in other countries
 */
public record SimulatorSettings(int port, long seed, int days, LocalDate until, int volume, boolean allKinds) {
    static final int MAX_DAYS = 3660;
    private static final int MAX_VOLUME = 1000;

    public SimulatorSettings {
        check(port >= 0 && port <= 65535, "port must be 0 to 65535, but is " + port);
        check(days >= 1 && days <= MAX_DAYS, "days must be 1 to " + MAX_DAYS + ", but is " + days);
        check(volume >= 1 && volume <= MAX_VOLUME, "volume must be 1 to " + MAX_VOLUME + ", but is " + volume);
        check(until.getYear() >= 2020 && until.getYear() <= 2099, "until must be in 2020 to 2099, but is " + until);
    }

    public SimulatorSettings(int port, long seed, int days, LocalDate until) {
        this(port, seed, days, until, 1);
    }

    public SimulatorSettings(int port, long seed, int days, LocalDate until, int volume) {
        this(port, seed, days, until, volume, false);
    }

    /** The same world as an earlier run that began at {@code first}: its entries stay as they were, new dates follow. */
    public static SimulatorSettings between(int port, long seed, LocalDate first, LocalDate until) {
        return new SimulatorSettings(
                port, seed, (int) Math.addExact(until.toEpochDay() - first.toEpochDay(), 1L), until);
    }

    public SimulatorSettings withVolume(int times) {
        return new SimulatorSettings(port, seed, days, until, times, allKinds);
    }

    public SimulatorSettings withAllKinds() {
        return new SimulatorSettings(port, seed, days, until, volume, true);
    }

    public LocalDate first() {
        return until.minusDays(days - 1L);
    }

    World world() {
        return new World(seed, first(), until, volume);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
