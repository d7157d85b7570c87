package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.OddVipps.ok;
import static no.avstemt.vipps.client.OddVipps.status;
import static no.avstemt.vipps.client.OddVipps.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokensTest {

    private static final String EMPTY = "{\"items\": [], \"cursor\": \"\"}";

    private final OddVipps vipps = new OddVipps();
    private final MovedClock clock = new MovedClock();

    @AfterEach
    void stop() {
        vipps.close();
    }

    @Test
    void one_token_serves_until_a_tenth_of_its_life_is_left() {
        vipps.replying(ok(EMPTY), ok(EMPTY), ok(EMPTY));
        ReportApiClient client = vipps.client(clock);

        client.ledgers();
        clock.move(Duration.ofSeconds(809));
        client.ledgers();
        clock.move(Duration.ofSeconds(2));
        client.ledgers();

        assertEquals(List.of("Bearer token-1", "Bearer token-1", "Bearer token-2"), bearers());
    }

    @Test
    void the_token_is_asked_for_as_documented() {
        vipps.replying(ok(EMPTY));

        vipps.client().ledgers();

        OddVipps.Asked asked = vipps.tokensAsked().get(0);
        assertEquals("grant_type=client_credentials", asked.body());
        assertEquals("Basic Y2xpZW50LTE6czNjcmV0LVZhbHVl", asked.header("Authorization"));
        assertEquals("application/x-www-form-urlencoded", asked.header("Content-type"));
        for (OddVipps.Asked any : List.of(asked, vipps.asked().get(0))) {
            assertEquals("avstemt", any.header("Vipps-system-name"));
            assertEquals("0.1.0", any.header("Vipps-system-version"));
            assertEquals("avstemt", any.header("Vipps-system-plugin-name"));
            assertEquals("0.1.0", any.header("Vipps-system-plugin-version"));
            assertFalse(any.headers().containsKey("Ocp-apim-subscription-key"));
        }
    }

    @Test
    void a_token_refused_between_pages_is_renewed_once_and_the_page_asked_for_again() {
        vipps.replying(
                ok("{\"items\": [{\"ledgerId\": \"1\"}], \"cursor\": \"c\"}"),
                status(401, "{\"code\": \"Unauthorized\", \"message\": \"expired\"}"),
                ok("{\"items\": [{\"ledgerId\": \"2\"}], \"cursor\": \"\"}"));

        assertEquals(2, vipps.client().ledgers().size());

        assertEquals(List.of("Bearer token-1", "Bearer token-1", "Bearer token-2"), bearers());
    }

    @Test
    void a_new_token_that_is_refused_too_ends_the_round() {
        vipps.replying(status(401, ""), status(401, ""));

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> vipps.client().ledgers());

        assertEquals(Reason.KEYS_REJECTED, failure.reason());
        assertEquals(2, vipps.asked().size());
        assertEquals(2, vipps.tokensAsked().size());
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403"})
    void wrong_keys_are_told_with_the_address(int status) {
        vipps.replyingToTokens(status(status, "{\"error\": \"invalid_client\", \"x\": \"" + OddVipps.SECRET + "\"}"));

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> vipps.client().ledgers());

        assertEquals(Reason.KEYS_REJECTED, failure.reason());
        assertEquals(
                "Client id and client secret were refused by " + vipps.uri() + ": POST /miami/v1/token gave status "
                        + status + " (invalid_client). Check that both are the accounting keys for this address and"
                        + " were copied whole.",
                failure.getMessage());
        assertEquals(1, vipps.tokensAsked().size());
    }

    @Test
    void a_token_endpoint_that_is_not_there_is_a_wrong_address() {
        vipps.replyingToTokens(status(404, ""), ok("<html>"));

        assertEquals(
                Reason.BAD_REQUEST,
                assertThrows(SourceUnavailable.class, () -> vipps.client().ledgers())
                        .reason());
        assertEquals(
                Reason.UNREADABLE,
                assertThrows(SourceUnavailable.class, () -> vipps.client().ledgers())
                        .reason());
    }

    @Test
    void a_token_endpoint_in_trouble_is_asked_again() {
        vipps.replyingToTokens(status(500, ""), token("late", 900)).replying(ok(EMPTY));

        vipps.client().ledgers();

        assertEquals(List.of("Bearer late"), bearers());
    }

    @Test
    void the_secret_is_not_repeated_even_if_the_other_side_does() {
        vipps.replyingToTokens(status(401, "{\"message\": \"bad " + OddVipps.SECRET + "\"}"));

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> vipps.client().ledgers());

        assertFalse(failure.toString().contains(OddVipps.SECRET));
    }

    private List<String> bearers() {
        return vipps.asked().stream()
                .map(asked -> asked.header("Authorization"))
                .toList();
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        void move(Duration step) {
            now = now.plus(step);
        }

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
            return Clock.fixed(now, zone);
        }
    }
}
