package no.avstemt.vipps.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The simulator, told through its control API what to do, and readers of whole streams. */
final class ControlledVipps implements AutoCloseable {

    static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    static final LedgerId CAFE = new LedgerId("418207");
    static final LedgerId CONCERTS = new LedgerId("5120034");

    private static final int MOST_PAGES = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final VippsSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();

    ControlledVipps(int days) {
        simulator = VippsSimulator.start(new SimulatorSettings(0, 1, days, UNTIL).withVolume(8), Clock.systemUTC());
    }

    VippsSimulator simulator() {
        return simulator;
    }

    /** Keeps its token, and tries twice more. */
    ReportApiClient client() {
        Duration timeout = Duration.ofSeconds(20);
        return client(new HttpLimits(timeout, timeout, 16 << 20, 2, Duration.ofMillis(5), Duration.ofSeconds(2), 0));
    }

    ReportApiClient client(HttpLimits limits) {
        return new ReportApiClient(
                new VippsConnection(
                        simulator.baseUri(),
                        simulator.clientId(),
                        simulator.clientSecret(),
                        SystemHeaders.avstemt("0.1.0")),
                limits,
                Clock.systemUTC());
    }

    JsonNode fault(String json) {
        return control("POST", "/faults", json);
    }

    void clearFaults() {
        control("DELETE", "/faults", "");
    }

    /** How many answers the only fault has spoilt. */
    int spoilt() {
        return control("GET", "", "").get("faults").get(0).get("spoilt").asInt();
    }

    JsonNode control(String method, String path, String json) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(simulator.baseUri().resolve("/_control" + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json)));
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return MAPPER.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static List<EntryPage.Fetched> feed(ReportApiClient client, LedgerId ledger, Topic topic) {
        List<EntryPage.Fetched> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (int i = 0; i < MOST_PAGES; i++) {
            EntryPage page = client.feed(ledger, topic, cursor);
            all.addAll(page.items());
            cursor = page.cursor();
            if (page.tryLater()) {
                return all;
            }
        }
        throw new AssertionError("The feed does not end");
    }

    static List<EntryPage.Fetched> date(ReportApiClient client, LedgerId ledger, Topic topic, LocalDate date) {
        List<EntryPage.Fetched> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        EntryPage page;
        do {
            page = client.date(ledger, topic, date, cursor);
            all.addAll(page.items());
            cursor = page.cursor();
        } while (page.more());
        return all;
    }

    static List<SalePage.Fetched> sales(Function<Optional<String>, SalePage> next) {
        List<SalePage.Fetched> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        SalePage page;
        do {
            page = next.apply(cursor);
            all.addAll(page.items());
            cursor = page.cursor();
        } while (page.more());
        return all;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
