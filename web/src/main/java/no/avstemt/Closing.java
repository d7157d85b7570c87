package no.avstemt;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a command has opened, closed in order, once, whoever asks first: the end of the command or Ctrl-C. */
final class Closing implements AutoCloseable {

    private final Deque<Runnable> open = new ArrayDeque<>();

    /** Closed before all that is already open. */
    synchronized <T extends AutoCloseable> T first(T opened) {
        open.addFirst(() -> close(opened));
        return opened;
    }

    /** Closed after all that is already open. */
    synchronized <T extends AutoCloseable> T last(T opened) {
        open.addLast(() -> close(opened));
        return opened;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            open.removeFirst().run();
        }
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            throw new IllegalStateException("Could not close " + opened, e);
        }
    }
}
