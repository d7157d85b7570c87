package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.UserId;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.TestDatabase;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two copies of the program on one database, with the demo's merchants of some days, of whom nothing is fetched yet. */
final class TwoCopies implements AutoCloseable {

    static final String SYNC = "/api/v2/vipps/sync";

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 21);

    final TestDatabase database = TestDatabase.fresh();
    final VippsSimulator vipps =
            VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, LAST), ProgramForTest.CLOCK);
    final List<ClientAccountId> clients;
    final String key;
    final String keyOfFirst;
    final Avstemt one;
    Avstemt other;

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    TwoCopies(Path folder) {
        this.folder = folder;
        one = copy();
        DemoOffice office = new DemoOffice(one);
        UserId kari = office.administrator();
        VippsConnection way = new VippsConnection(
                vipps.baseUri(), vipps.clientId(), vipps.clientSecret(), SystemHeaders.avstemt("test"));
        clients = office.takeIntoUse(new ReportApiClient(way, ProgramForTest.CLOCK), FIRST);
        office.connect(vipps.baseUri(), vipps.clientId(), vipps.clientSecret());
        other = copy();
        key = key(kari, ClientScope.all());
        ClientScope first = ClientScope.of(clients.get(0));
        EmailAddress anna = new EmailAddress("anna@kontor.example");
        keyOfFirst = key(
                one.createUser
                        .run(anna, "Anna", Role.ACCOUNTANT, first, DemoOffice.PASSWORD)
                        .orElseThrow(),
                first);
    }

    private String key(UserId owner, ClientScope scope) {
        return ProgramForTest.key(one, owner, scope, Right.WRITE);
    }

    private Avstemt copy() {
        Map<String, String> environment = ProgramForTest.database(database.settings());
        environment.put("AVSTEMT_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        Avstemt copy = ProgramForTest.open(folder, environment, ProgramForTest.CLOCK);
        copy.serve(0);
        return copy;
    }

    void startTheOtherAgain() {
        other = copy();
    }

    String ledgerOf(ClientAccountId client) {
        return one.unit
                .read(Set.of(client), stores -> stores.ledgers().of(client))
                .get(0)
                .id()
                .value();
    }

    record Told(int status, JsonNode json, String location) {}

    Told ask(Avstemt copy, String method, String path, String body, String asKey) {
        HttpResponse<String> answer = sent(request(copy, path, asKey)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
        return new Told(
                answer.statusCode(),
                JsonMapper.shared().readTree(answer.body()),
                answer.headers().firstValue("Location").orElse(""));
    }

    int status(Avstemt copy, String method, String path) {
        return sent(request(copy, path, key)
                        .method(method, BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    /** The stream of a run's events, once it has ended. */
    CompletableFuture<String> events(Avstemt copy, String run) {
        HttpRequest request = request(copy, run + "/events", key)
                .header("Accept", "text/event-stream")
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private static HttpRequest.Builder request(Avstemt copy, String path, String asKey) {
        return HttpRequest.newBuilder(copy.address().resolve(path))
                .header("Authorization", "Bearer " + asKey)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Of the simulated Vipps, in the words of its control API. */
    void fault(String json) {
        control("POST", "/faults", json);
    }

    void noMoreFaults() {
        control("DELETE", "/faults", "");
    }

    String control(String method, String what, String body) {
        HttpResponse<String> answer = sent(HttpRequest.newBuilder(URI.create(vipps.baseUri() + "/_control" + what))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
        assertTrue(answer.statusCode() < 300, answer.body());
        return answer.body();
    }

    /** Until the simulated Vipps tells this of its faults. */
    void awaitFault(String told) throws InterruptedException {
        while (!control("GET", "", "").contains(told)) {
            Thread.sleep(100);
        }
    }

    /** Until so many are stored of all client accounts. */
    void awaitEntries(long stored) throws InterruptedException {
        while (database.asSuperuser(handle -> handle.select("SELECT count(*) FROM settlement_entry")
                        .mapTo(Long.class)
                        .one())
                < stored) {
            Thread.sleep(100);
        }
    }

    /** The run as it is when it has this state on a copy. */
    JsonNode awaited(Avstemt copy, String run, String state) throws InterruptedException {
        JsonNode told = ask(copy, "GET", run, "", key).json();
        while (!told.get("state").asString().equals(state)) {
            assertTrue(told.get("ended_at").isNull(), told::toString);
            Thread.sleep(100);
            told = ask(copy, "GET", run, "", key).json();
        }
        return told;
    }

    @Override
    public void close() {
        one.close();
        other.close();
        vipps.close();
        database.close();
    }
}
