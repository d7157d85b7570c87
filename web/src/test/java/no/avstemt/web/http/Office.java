package no.avstemt.web.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.avstemt.application.access.Authenticate;
import no.avstemt.application.access.ChooseLanguage;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.CountingCalls;
import no.avstemt.application.access.CountingHasher;
import no.avstemt.application.access.CreateUser;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.InMemoryAccess;
import no.avstemt.application.access.MovableClock;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.RateLimit;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.SeededRandomness;
import no.avstemt.application.access.SignIn;
import no.avstemt.application.access.SignOut;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.access.AccessPages;

/**
 * A small office on a real port: clients 1, 2 and 3 exist; Kari keeps 1 and 2, Anna is the administrator, Per audits 1.
 */
public final class Office implements AutoCloseable {

    public static final String PASSWORD = "riktig hest batteri";
    private static final Set<ClientAccountId> CLIENTS =
            Set.of(new ClientAccountId(1), new ClientAccountId(2), new ClientAccountId(3));
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final InMemoryAccess store = new InMemoryAccess();
    private final CountingHasher hasher = new CountingHasher();
    private final Randomness randomness = new SeededRandomness(42);
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T06:23:00Z"));
    public final UserId kari = user("kari@kontor.example", "Kari Nordmann", Role.ACCOUNTANT, scope(1, 2));
    public final UserId anna = user("anna@kontor.example", "Anna Administrator", Role.ADMINISTRATOR, ClientScope.all());
    public final UserId per = user("per@kontor.example", "Per Revisor", Role.AUDITOR, scope(1));
    public final Frames frames;
    private final WebServer server;
    private final RateLimit limit;

    public Office() {
        this(0);
    }

    /** @param callsPerMinute with each key; 0 for no limit */
    Office(int callsPerMinute) {
        limit = new RateLimit(new CountingCalls(clock), callsPerMinute, clock);
        server = new WebServer(randomness);
        frames = new Frames(server.assets());
    }

    public Office open(List<Route> routes) {
        AccessPages access = new AccessPages(
                new SignIn(store, hasher, randomness, clock, 2),
                new SignOut(store),
                new ChooseLanguage(store),
                frames,
                () -> false);
        server.start(Routes.of(access.routes(), routes), authenticate(), limit, CLIENTS::contains, "127.0.0.1", 0);
        return this;
    }

    Authenticate authenticate() {
        return new Authenticate(store, clock);
    }

    RateLimit limit() {
        return limit;
    }

    public URI address() {
        return server.address();
    }

    int port() {
        return server.port();
    }

    public Rendering rendering() {
        return server.rendering();
    }

    WebServer server() {
        return server;
    }

    public String key(UserId owner, ClientScope scope, Right right) {
        return store.newKey(owner, scope, right, randomness, clock.instant()).text();
    }

    public static ClientScope scope(long... clients) {
        return ClientScope.of(
                Arrays.stream(clients).mapToObj(ClientAccountId::new).collect(Collectors.toSet()));
    }

    private UserId user(String email, String name, Role role, ClientScope scope) {
        return new CreateUser(store, hasher, clock)
                .run(new EmailAddress(email), name, role, scope, PASSWORD)
                .orElseThrow();
    }

    /** The session cookie, as {@code name=value}. */
    public String signedIn(String email) {
        HttpResponse<String> answer = post("/login", "email=" + encoded(email) + "&password=" + encoded(PASSWORD));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    String csrf(String page) {
        Matcher matcher = CSRF.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("No CSRF token in " + page);
        }
        return matcher.group(1);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    HttpResponse<String> method(String method, String path, String... headers) {
        return send(
                request(path, headers).method(method, BodyPublishers.noBody()).build());
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return send(request(path, headers).method(method, body).build());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return http.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
