package no.avstemt.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import no.avstemt.bench.KeepAlive.Answer;

/** Asks one kind of request again and again on connections that are kept open, and measures how long the answers take. */
final class Asking implements AutoCloseable {

    private final URI server;
    private final String key;
    private final KeepAlive http;

    Asking(URI server, String key) throws IOException {
        this.server = server;
        this.key = key;
        this.http = new KeepAlive(server, key);
    }

    /**
     * @param path is asked for by all connections at once
     * @param connections that ask at once, each as often
     * @param before how often each asks before it is measured
     * @return how long each answer took
     */
    long[] nanos(Supplier<String> path, int connections, int before, int requests, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Callable<long[]> asker = () -> nanos(path, before, requests, end);
        return all(Collections.nCopies(connections, asker)).stream()
                .flatMapToLong(LongStream::of)
                .toArray();
    }

    private static List<long[]> all(List<Callable<long[]>> askers) {
        ExecutorService threads = Executors.newFixedThreadPool(askers.size());
        List<long[]> nanos = new ArrayList<>();
        try {
            for (Future<long[]> asker : threads.invokeAll(askers)) {
                nanos.add(asker.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
        return nanos;
    }

    /** On a connection of its own; at least once. */
    private long[] nanos(Supplier<String> path, int before, int requests, long end) throws IOException {
        long[] nanos = new long[requests];
        int asked = 0;
        try (KeepAlive own = new KeepAlive(server, key)) {
            for (int unmeasured = 0; unmeasured < before; unmeasured++) {
                ask(own, path.get());
            }
            while (asked < requests && (asked == 0 || System.nanoTime() < end)) {
                String next = path.get();
                long began = System.nanoTime();
                ask(own, next);
                nanos[asked++] = System.nanoTime() - began;
            }
        }
        return Arrays.copyOf(nanos, asked);
    }

    /** @throws IllegalStateException when it answers anything but 200 */
    byte[] ask(String path) throws IOException {
        return ask(http, path);
    }

    private static byte[] ask(KeepAlive http, String path) throws IOException {
        Answer answer = http.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answers " + answer.status());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
