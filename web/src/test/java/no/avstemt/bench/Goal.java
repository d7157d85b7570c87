package no.avstemt.bench;

/** In microseconds, asked on one connection. */
record Goal(long p50, long p99) {

    static final Goal NONE = new Goal(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Of what counters answer, and of any page. */
    static final Goal AT_ONCE = new Goal(5_000, 20_000);

    static final Goal BY_DIMENSION = new Goal(20_000, Long.MAX_VALUE);
    static final Goal FOUND = new Goal(100_000, Long.MAX_VALUE);

    boolean isReached(long asked50, long asked99) {
        return asked50 < p50 && asked99 < p99;
    }

    @Override
    public String toString() {
        if (this == NONE) {
            return "–";
        }
        return "< " + p50 / 1_000 + (p99 == Long.MAX_VALUE ? "" : " / " + p99 / 1_000) + " ms";
    }
}
