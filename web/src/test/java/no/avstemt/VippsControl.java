package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import no.avstemt.vipps.client.HttpLimits;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.VippsSimulator;

/** The hands on a simulated Vipps: what it is made to do, and a way to it that tries once, so that nobody waits. */
record VippsControl(URI address) {

    static VippsControl of(VippsSimulator vipps) {
        return new VippsControl(vipps.baseUri());
    }

    /** As {@code "kind": "server-error", "topic": "funds"}. */
    void fault(String members) {
        send("POST", "/_control/faults", "{" + members + "}");
    }

    void noFaults() {
        send("DELETE", "/_control/faults", "");
    }

    /** As {@code "granted": false}. */
    void ledger(String ledger, String members) {
        send("PATCH", "/_control/ledgers/" + ledger, "{" + members + "}");
    }

    void days(int days) {
        send("POST", "/_control/days", "{\"days\": " + days + "}");
    }

    String send(String method, String path, String body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve(path))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.statusCode() < 300, answer::body);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With one try. */
    static ReportApiClient source(VippsSimulator vipps, String secret) {
        return source(vipps, secret, Duration.ofSeconds(20));
    }

    /** @param patience for a whole answer */
    static ReportApiClient source(VippsSimulator vipps, String secret, Duration patience) {
        HttpLimits limits = new HttpLimits(
                Duration.ofSeconds(5), patience, 1 << 24, 0, Duration.ofMillis(10), Duration.ofMillis(20), 0);
        return new ReportApiClient(
                new VippsConnection(vipps.baseUri(), vipps.clientId(), secret, SystemHeaders.avstemt("test")),
                limits,
                ProgramForTest.CLOCK);
    }
}
