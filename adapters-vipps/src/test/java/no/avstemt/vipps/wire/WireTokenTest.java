package no.avstemt.vipps.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTokenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"900 | 900", "\"86398\" | 86398", "null | 300", "-5 | 0", "999999999 | 86400"})
    void its_life_may_be_a_number_or_a_text(String given, long seconds) {
        WireToken token =
                token("{\"token_type\": \"Bearer\", \"access_token\": \"secret\", \"expires_in\": " + given + "}");

        assertEquals(Duration.ofSeconds(seconds), token.life());
        assertFalse(token.toString().contains("secret"));
    }

    @Test
    void an_answer_without_a_token_is_unreadable() {
        assertThrows(UnreadableAnswer.class, () -> token("{\"expires_in\": 900}"));
    }

    private static WireToken token(String body) {
        return WireToken.of(body.getBytes(UTF_8));
    }
}
