package no.avstemt.web.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.avstemt.application.access.Authenticate;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.RateLimit;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.page.AssetLinks;
import no.avstemt.web.text.Message;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;

/** Serves the route table and the assets, and nothing else. */
public final class WebServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In bytes: a page can be asked about five hundred client accounts by name. */
    private static final int LONGEST_HEADERS = 1 << 15;

    private final Assets assets = new Assets();
    private final Rendering rendering = new Rendering();
    private final Errors errors;
    private final EventStreams streams = new EventStreams(rendering);

    /** Set once by {@link #start}. */
    private Optional<Javalin> running = Optional.empty();

    /** Makes ready what does not need a database: templates and assets. */
    public WebServer(Randomness randomness) {
        this.errors = new Errors(assets.links(), randomness);
    }

    public AssetLinks assets() {
        return assets.links();
    }

    public Rendering rendering() {
        return rendering;
    }

    /**
     * Returns when it accepts requests.
     *
     * @param limit of calls with an API key
     * @param exists whether there is such a client account, whoever asks
     * @param port 0 for any that is free
     * @throws PortInUse when another program has it
     */
    public void start(
            Routes routes,
            Authenticate authenticate,
            RateLimit limit,
            Predicate<ClientAccountId> exists,
            String host,
            int port) {
        Gate gate = new Gate(new Recognition(authenticate, limit), exists, new NearestPage(routes));
        Exchange exchange = new Exchange(gate, errors, rendering, streams);
        requireFree(host, port);
        Javalin server = Javalin.create(config -> configure(config, routes, exchange));
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            throw new PortInUse(host, port, e);
        }
        letIdleConnectionsGo(server);
        running = Optional.of(server);
    }

    /** Asked first, since the server itself would log a port in use beside our sentence. */
    private static void requireFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new PortInUse(host, port, e);
        }
    }

    /** Browsers keep connections open for later; a stop need not wait a second for each of them. */
    private static void letIdleConnectionsGo(Javalin server) {
        for (Connector connector : server.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector ours) {
                ours.setShutdownIdleTimeout(50);
            }
        }
    }

    public int port() {
        return running.orElseThrow(() -> new IllegalStateException("The server is not running"))
                .port();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Takes no new requests, ends the streams of events, and waits up to ten seconds for what else was begun. */
    @Override
    public void close() {
        streams.close();
        running.ifPresent(Javalin::stop);
        running = Optional.empty();
    }

    private void configure(JavalinConfig config, Routes routes, Exchange exchange) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Gate.LONGEST_BODY;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(PATIENCE.toMillis());
            server.setErrorHandler(new LastResort());
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_HEADERS);
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
        config.routes.before(ctx -> SafetyHeaders.put(ctx.res()));
        config.routes.addHttpHandler(HandlerType.GET, "/assets/{hash}/{file}", ctx -> asset(ctx, exchange));
        config.routes.addHttpHandler(HandlerType.HEAD, "/assets/{hash}/{file}", ctx -> asset(ctx, exchange));
        routes.all().forEach(route -> add(config, route, exchange));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> exchange.refuse(ctx, problem(e)));
        config.routes.exception(Exception.class, (e, ctx) -> exchange.fail(ctx, e));
    }

    private static void add(JavalinConfig config, Route route, Exchange exchange) {
        HandlerType verb = HandlerType.findOrCreate(route.verb().name());
        config.routes.addHttpHandler(verb, route.path(), ctx -> exchange.serve(route, ctx));
        if (route.verb() == Route.Verb.GET) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), ctx -> exchange.serve(route, ctx));
        }
    }

    private static Problem problem(HttpResponseException e) {
        if (e instanceof MethodNotAllowedResponse) {
            String allowed = new TreeSet<>(e.getDetails().values()).stream().collect(Collectors.joining(", "));
            return new Problem(405, Message.of("error.method", allowed), Map.of("Allow", allowed));
        }
        return switch (e.getStatus()) {
            case 404 -> Problem.notFound();
            case 413 -> new Problem(413, "error.tooLarge", Integer.toString(Gate.LONGEST_BODY / 1024));
            default -> new Problem(e.getStatus(), "error.body");
        };
    }

    private void asset(Context ctx, Exchange exchange) {
        assets.find(ctx.pathParam("hash"), ctx.pathParam("file"))
                .ifPresentOrElse(asset -> send(asset, ctx), () -> exchange.refuse(ctx, Problem.notFound()));
    }

    private static void send(Assets.Asset asset, Context ctx) {
        boolean gzip = AcceptEncoding.takesGzip(Recognition.headers(ctx, "Accept-Encoding"));
        ctx.disableCompression();
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(asset.mediaType());
        if (gzip) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.result(gzip ? asset.gzipped() : asset.content());
    }
}
