package no.avstemt.vipps.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TokenTest {
    private static final String LEDGERS = "/settlement/v1/ledgers";

    private final HandSetClock clock = new HandSetClock();
    private VippsSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = VippsSimulator.start(new SimulatorSettings(0, 1, 3, SimulatedYear.UNTIL), clock);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/miami/v1/token", "/authentication/v1/token"})
    void a_token_is_given_for_the_right_keys(String path) {
        JsonNode token = Caller.json(caller.token(path, caller.basic(), "grant_type=client_credentials"));

        assertEquals("Bearer", token.get("token_type").asString());
        assertEquals(900, token.get("expires_in").asInt());
        assertEquals(
                200,
                caller.getWith("Bearer " + token.get("access_token").asString(), LEDGERS)
                        .statusCode());
    }

    @Test
    void a_token_lives_for_900_seconds_to_the_second() {
        caller.signedIn();

        clock.now = clock.now.plusMillis(899_999);
        assertEquals(200, caller.get(LEDGERS).statusCode());
        clock.now = clock.now.plusMillis(1);
        assertUnauthorized(caller.get(LEDGERS));
    }

    @Test
    void wrong_keys_and_a_wrong_form_are_an_invalid_client() {
        String form = "grant_type=client_credentials";

        assertInvalidClient(401, caller.token("/miami/v1/token", "Basic d3Jvbmc6a2V5cw==", form));
        assertInvalidClient(400, caller.token("/miami/v1/token", caller.basic(), ""));
        assertInvalidClient(400, caller.token("/miami/v1/token", caller.basic(), "grant_type=password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LEDGERS,
                "/report/v2/ledgers/418207/funds/feed",
                "/report/v2/ledgers/1/fees/dates/bad",
                "/sales/report/v1/ledgers/418207",
                "/no/such/path"
            })
    void everything_else_needs_a_token(String path) {
        assertUnauthorized(caller.getWithout(path));
        assertUnauthorized(caller.getWith("Bearer nonsense", path));
        assertUnauthorized(caller.getWith("Bearer a.!.b", path));
        assertUnauthorized(caller.getWith(caller.basic(), path));
    }

    @Test
    void the_word_bearer_is_case_sensitive() {
        String token = Caller.json(caller.token("/miami/v1/token", caller.basic(), "grant_type=client_credentials"))
                .get("access_token")
                .asString();

        assertUnauthorized(caller.getWith("bearer " + token, LEDGERS));
    }

    @Test
    void a_port_in_use_is_said_with_its_number() {
        int port = simulator.baseUri().getPort();
        SimulatorSettings taken = new SimulatorSettings(port, 1, 3, SimulatedYear.UNTIL);

        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> VippsSimulator.start(taken, Clock.systemUTC()));

        assertInstanceOf(BindException.class, e.getCause());
        assertTrue(e.toString().contains("port " + port), e.toString());
    }

    private static void assertUnauthorized(HttpResponse<String> response) {
        assertEquals(401, response.statusCode());
        assertEquals("Unauthorized", Caller.json(response).get("code").asString());
    }

    private static void assertInvalidClient(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode());
        assertEquals("invalid_client", Caller.json(response).get("error").asString());
    }

    private static final class HandSetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
