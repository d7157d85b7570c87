package no.avstemt.vipps.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A local HTTP server with Vipps's paths, errors and paging, on 127.0.0.1 only. Safe for many callers at once. */
public final class VippsSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VippsSimulator.class);
    private static final int THREADS = 4;

    static {
        // Without this the server waits 40 ms for more to send, at every answer; it is read once, before the first
        // server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final ExecutorService slowThreads;
    private final Keys keys;
    private final Ledgers ledgers;
    private final Routes routes;

    private VippsSimulator(HttpServer server, SimulatorSettings settings, Scenario scenario, Clock clock) {
        World world = settings.world();
        this.server = server;
        ledgers = new Ledgers(world, settings.allKinds());
        keys = new Keys(
                settings.seed(), ledgers.all().stream().map(Ledger::identity).toList(), clock);
        routes = new Routes(world, keys, ledgers, scenario, clock);
        threads = Executors.newFixedThreadPool(THREADS, named("vipps-simulator-"));
        slowThreads = Executors.newCachedThreadPool(named("vipps-simulator-slow-"));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Throws {@link UncheckedIOException} if it cannot listen; its cause is a {@link BindException} if the port is taken.
     *
     * @param clock decides when tokens expire and for how long a dispute has stood, nothing else
     */
    public static VippsSimulator start(SimulatorSettings settings, Clock clock) {
        return start(settings, Scenario.none(), clock);
    }

    /** With ledgers of a scenario beside the merchants; refuses one whose ledgers are theirs. */
    public static VippsSimulator start(SimulatorSettings settings, Scenario scenario, Clock clock) {
        scenario.checkApartFrom(Merchants.ledgerIds());
        return new VippsSimulator(listen(settings.port()), settings, scenario, clock);
    }

    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Of the accounting partner's keys. */
    public String clientId() {
        return keys.accounting().clientId();
    }

    public String clientSecret() {
        return keys.accounting().clientSecret();
    }

    /** How many rows of funds and fees the merchants have in all. */
    public long settlementEntries() {
        return ledgers.all().stream()
                .mapToLong(ledger -> ledger.count(Topic.FUNDS) + ledger.count(Topic.FEES))
                .sum();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        slowThreads.shutdownNow();
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (BindException e) {
            throw new UncheckedIOException(
                    "The simulator cannot use port " + port + " on 127.0.0.1: " + e.getMessage()
                            + ". Stop the other program or choose another port.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private void handle(HttpExchange exchange) {
        Answer answer = answer(exchange);
        LOG.trace("{} {} {}", answer.status(), exchange.getRequestMethod(), exchange.getRequestURI());
        if (answer.delivery().takesTime()) {
            slowThreads.execute(() -> send(exchange, answer));
        } else {
            send(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            answer.delivery().send(exchange, answer.status(), answer.body());
        } catch (IOException e) {
            LOG.trace("{} was not waited for: {}", exchange.getRequestURI(), e.toString());
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            return routes.answer(Request.of(exchange));
        } catch (Refused e) {
            LOG.trace("{} {}: {}", exchange.getRequestMethod(), exchange.getRequestURI(), e.getMessage());
            return e.answer();
        } catch (IOException | RuntimeException e) {
            LOG.error("The simulator failed at {}", exchange.getRequestURI(), e);
            return Answer.failure(500, 10001, "Unexpected error");
        }
    }
}
