package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import no.avstemt.bench.KeepAlive.Answer;

/** Asks one kind of request again and again on one kept connection, and tells how long the answers take. */
final class Asking {

    private final KeepAlive http;

    Asking(KeepAlive http) {
        this.http = http;
    }

    /** Told as {@code name.p50} and {@code name.p99}, in microseconds. */
    void measure(String name, Supplier<String> path, int requests, Duration atMost) throws IOException {
        long[] nanos = new long[requests];
        long end = System.nanoTime() + atMost.toNanos();
        int asked = 0;
        while (asked < requests && (asked == 0 || System.nanoTime() < end)) {
            String next = path.get();
            long began = System.nanoTime();
            ask(next);
            nanos[asked++] = System.nanoTime() - began;
        }
        Arrays.sort(nanos, 0, asked);
        tell(name + ".p50", nanos[asked / 2] / 1_000);
        tell(name + ".p99", nanos[asked * 99 / 100] / 1_000);
    }

    /** @throws IllegalStateException when it answers anything but 200 */
    byte[] ask(String path) throws IOException {
        Answer answer = http.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answers " + answer.status());
        }
        return answer.body();
    }
}
