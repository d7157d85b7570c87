package no.avstemt.vipps.simulator;

import java.util.List;

/** SplitMix64, written out because the entries must be the same on every Java, and the JDK promises no algorithm. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    Dice(long seed) {
        state = seed;
    }

    static long mix(long a, long b) {
        return scramble(a * 31 + scramble(b + GOLDEN));
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + (int) Long.remainderUnsigned(next(), (long) high - low + 1);
    }

    boolean oneIn(int chances) {
        return between(1, chances) == 1;
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    long next() {
        state += GOLDEN;
        return scramble(state);
    }

    private static long scramble(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
