package no.avstemt;

import java.util.concurrent.CountDownLatch;

/** Keeps a command alive until it is told to stop. */
final class Waiting {

    private Waiting() {}

    static void until(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
