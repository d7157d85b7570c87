package no.avstemt.vipps.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** How a body goes over the wire once its headers are set. */
interface Delivery {
    Delivery WHOLE = (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, body.size() == 0 ? -1 : body.size());
        if (body.size() > 0) {
            body.writeTo(exchange.getResponseBody());
        }
    };

    /** Promises all of it and hangs up halfway. */
    Delivery CUT = (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, body.size() + 1L);
        exchange.getResponseBody().write(body.toByteArray(), 0, body.size() / 2);
        exchange.getResponseBody().flush();
    };

    void send(HttpExchange exchange, int status, ByteArrayOutputStream body) throws IOException;

    /** Whether a caller waits so long for it that it must not hold up others. */
    default boolean takesTime() {
        return false;
    }

    /** Good JSON, but blanks after it until it is so long. */
    static Delivery padded(int bytes) {
        return (exchange, status, body) -> {
            exchange.sendResponseHeaders(status, Math.max(bytes, body.size()));
            OutputStream out = exchange.getResponseBody();
            body.writeTo(out);
            byte[] blanks = new byte[1 << 16];
            Arrays.fill(blanks, (byte) ' ');
            for (int left = bytes - body.size(); left > 0; left -= blanks.length) {
                out.write(blanks, 0, Math.min(left, blanks.length));
            }
        };
    }

    /** The whole of it, in {@link Drip#PIECES} pieces over so many seconds. */
    record Drip(int seconds) implements Delivery {
        private static final int PIECES = 20;

        @Override
        public boolean takesTime() {
            return true;
        }

        @Override
        public void send(HttpExchange exchange, int status, ByteArrayOutputStream body) throws IOException {
            byte[] bytes = body.toByteArray();
            exchange.sendResponseHeaders(status, bytes.length);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < PIECES; i++) {
                int from = (int) ((long) bytes.length * i / PIECES);
                int to = (int) ((long) bytes.length * (i + 1) / PIECES);
                out.write(bytes, from, to - from);
                out.flush();
                pause();
            }
        }

        private void pause() throws IOException {
            try {
                Thread.sleep(seconds * 1000L / PIECES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The simulator was closed", e);
            }
        }
    }
}
