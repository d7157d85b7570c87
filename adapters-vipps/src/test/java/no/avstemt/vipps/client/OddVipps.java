package no.avstemt.vipps.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives the answers a test has lined up, in order, and writes down what it was asked. */
final class OddVipps implements AutoCloseable {

    static final String SECRET = "s3cret-Value";

    /** Waits longer than any pause of a busy machine, so that each reply is told to the try it was lined up for. */
    static final HttpLimits PATIENT = limits(Duration.ofSeconds(20), 2);

    /** For replies that do not end: tries that are given up, some more than a busy machine may miss of itself. */
    static final HttpLimits IMPATIENT = limits(Duration.ofMillis(700), 4);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Reply> tokenReplies = new ConcurrentLinkedDeque<>();
    private final Deque<Reply> replies = new ConcurrentLinkedDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> tokensAsked = new CopyOnWriteArrayList<>();

    record Asked(String uri, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private static HttpLimits limits(Duration requestTimeout, int retries) {
        return new HttpLimits(
                Duration.ofSeconds(20),
                requestTimeout,
                100_000,
                retries,
                Duration.ofMillis(5),
                Duration.ofSeconds(2),
                0);
    }

    OddVipps() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean isToken = uri.equals(VippsConnection.DEFAULT_TOKEN_PATH);
        List<Asked> notes = isToken ? tokensAsked : asked;
        notes.add(new Asked(uri, Map.copyOf(exchange.getRequestHeaders()), body));
        Reply fallback = isToken ? token("token-" + tokensAsked.size(), 900) : status(418, "nothing was lined up");
        Reply lined = (isToken ? tokenReplies : replies).poll();
        try (exchange) {
            (lined == null ? fallback : lined).to(exchange);
        }
    }

    OddVipps replying(Reply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    OddVipps replyingToTokens(Reply... next) {
        tokenReplies.addAll(List.of(next));
        return this;
    }

    static Reply ok(String json) {
        return status(200, json);
    }

    static Reply status(int status, String body) {
        return status(status, body, Map.of());
    }

    static Reply status(int status, String body, Map<String, String> headers) {
        return exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    static Reply token(String value, int seconds) {
        return ok("{\"access_token\": \"" + value + "\", \"token_type\": \"Bearer\", \"expires_in\": " + seconds + "}");
    }

    /** Promises more bytes than it sends, then hangs up. */
    static Reply cutShort(String beginning) {
        return exchange -> {
            byte[] bytes = beginning.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 1000L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    static Reply silentFor(Duration wait) {
        return exchange -> {
            sleep(wait);
            ok("{}").to(exchange);
        };
    }

    /** Sends its headers and the first bytes at once, and no end. */
    static Reply stuckAfterHeaders(Duration wait) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            sleep(wait);
        };
    }

    private static void sleep(Duration wait) throws IOException {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ReportApiClient client() {
        return client(Clock.systemUTC());
    }

    ReportApiClient client(Clock clock) {
        return client(PATIENT, clock);
    }

    ReportApiClient client(HttpLimits limits, Clock clock) {
        return new ReportApiClient(
                new VippsConnection(uri(), "client-1", SECRET, SystemHeaders.avstemt("0.1.0")), limits, clock);
    }

    List<Asked> asked() {
        return asked;
    }

    List<Asked> tokensAsked() {
        return tokensAsked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
