package no.avstemt.vipps.simulator;

/** A share of a capture, in hundredths of a percent, rounded half up to whole øre. */
record FeeRate(int basisPoints) {

    long of(long amount) {
        return Math.floorDiv(amount * basisPoints + 5_000, 10_000L);
    }
}
