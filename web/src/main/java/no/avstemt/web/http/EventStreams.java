package no.avstemt.web.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open streams of server-sent events. One thread asks for all of them once a second and writes without waiting for
 * anyone: who reads slowly misses what was overtaken meanwhile.
 */
final class EventStreams implements AutoCloseable {

    /** Of all who watch at once. */
    static final int MOST = 200;

    /** Then the browser comes again by itself, and is asked anew who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** So that neither a proxy nor we take a quiet connection for a dead one. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Rendering rendering;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    });

    EventStreams(Rendering rendering) {
        this.rendering = rendering;
        timer.scheduleWithFixedDelay(() -> open.forEach(Stream::tick), 1, 1, TimeUnit.SECONDS);
    }

    /** @throws Problem when too many watch already */
    void open(Context ctx, Live live) {
        if (open.size() >= MOST) {
            throw new Problem(503, "error.streams");
        }
        ctx.future(() -> begun(ctx, live).end);
    }

    private Stream begun(Context ctx, Live live) {
        try {
            Stream stream = new Stream(ctx.res().getOutputStream(), live);
            open.add(stream);
            stream.begin();
            return stream;
        } catch (IOException e) {
            throw new IllegalStateException("The stream could not be opened", e);
        }
    }

    static byte[] event(Live.Told told, Rendering rendering) throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.write((told.last() ? "event: end\ndata: " : "data: ").getBytes(StandardCharsets.UTF_8));
        rendering.json(told.body(), event);
        event.write("\n\n".getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        open.forEach(Stream::end);
    }

    private final class Stream implements WriteListener {

        private final ServletOutputStream out;
        private final Live live;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final long openedAt = System.nanoTime();
        private long wroteAt = openedAt;
        private byte[] sent = {};
        private boolean isReady;
        private boolean hasToFlush;
        private boolean wasLast;

        Stream(ServletOutputStream out, Live live) {
            this.out = out;
            this.live = live;
        }

        void begin() {
            out.setWriteListener(this);
        }

        @Override
        public synchronized void onWritePossible() {
            isReady = true;
            tick();
        }

        /** They have gone. */
        @Override
        public void onError(Throwable gone) {
            end();
        }

        synchronized void tick() {
            try {
                if (isReady && (!hasToFlush || flushed())) {
                    if (wasLast || since(openedAt).compareTo(LONGEST) > 0) {
                        end();
                    } else {
                        tell();
                    }
                }
            } catch (IOException gone) {
                end();
            } catch (RuntimeException e) {
                LOG.error("A stream of events was ended", e);
                end();
            }
        }

        private void tell() throws IOException {
            Live.Told told = live.now();
            byte[] event = event(told, rendering);
            if (!Arrays.equals(event, sent)) {
                sent = event;
                wasLast = told.last();
                write(event);
            } else if (since(wroteAt).compareTo(QUIET) > 0) {
                write(COMMENT);
            }
        }

        /** Only when the one before has gone out. */
        private void write(byte[] bytes) throws IOException {
            isReady = out.isReady();
            if (isReady) {
                wroteAt = System.nanoTime();
                out.write(bytes);
                hasToFlush = true;
                if (flushed() && wasLast) {
                    end();
                }
            } else {
                sent = new byte[0];
                wasLast = false;
            }
        }

        private boolean flushed() throws IOException {
            isReady = out.isReady();
            if (isReady) {
                out.flush();
                hasToFlush = false;
            }
            return isReady;
        }

        private void end() {
            open.remove(this);
            end.complete(null);
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
