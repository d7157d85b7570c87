package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.time.Duration;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RateOverHttpTest {

    private final Office office = new Office(6);

    private String key = "";

    @BeforeEach
    void open() {
        office.open(FakeRoutes.all(office));
        key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void more_calls_than_the_key_has_are_429_and_say_when_there_is_one_again() {
        for (int call = 1; call <= 6; call++) {
            HttpResponse<String> fine = call("/api/v2/fake?client_account_id=1");
            assertEquals(200, fine.statusCode());
            assertEquals("6", header(fine, "RateLimit-Limit"));
            assertEquals(Integer.toString(6 - call), header(fine, "RateLimit-Remaining"));
            assertEquals(Integer.toString(10 * call), header(fine, "RateLimit-Reset"));
        }

        HttpResponse<String> refused = call("/api/v2/fake?client_account_id=1");

        assertEquals(429, refused.statusCode());
        assertEquals("10", header(refused, "Retry-After"));
        assertEquals("0", header(refused, "RateLimit-Remaining"));
        assertEquals(
                "{\"status\":429,\"error\":\"Too Many Requests\",\"message\":"
                        + "\"The key has used its 6 calls a minute. Try again in 10 seconds.\"}",
                refused.body());
        office.clock.pass(Duration.ofSeconds(10));
        assertEquals(200, call("/api/v2/fake?client_account_id=1").statusCode());
    }

    @Test
    void what_is_refused_counts_too_and_a_browser_is_not_counted() {
        for (int call = 0; call < 6; call++) {
            assertEquals(403, call("/api/v2/fake?client_account_id=3").statusCode());
        }
        String cookie = office.signedIn("kari@kontor.example");

        HttpResponse<String> inBrowser = office.get("/api/v2/fake?client_account_id=1", "Cookie", cookie);

        assertEquals(429, call("/api/v2/fake?client_account_id=3").statusCode());
        assertEquals(200, inBrowser.statusCode());
        assertFalse(inBrowser.headers().firstValue("RateLimit-Limit").isPresent());
    }

    private HttpResponse<String> call(String path) {
        return office.get(path, "Authorization", key);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
