package no.avstemt.application.access;

import java.time.Duration;

/** How many calls each API key has left, for all copies of the program together. */
public interface CallStore {

    /**
     * Takes calls from what the key has left now, and notes that it is in use.
     *
     * @param wanted at most so many are taken
     * @param perMinute what is given back each minute, and the most that a key can have left
     */
    Taken take(ApiKeyId key, int wanted, int perMinute);

    /**
     * @param granted how many were taken; none when nothing is left
     * @param ahead how long it takes until all calls that were ever taken are given back, at most a minute
     */
    record Taken(int granted, Duration ahead) {}
}
