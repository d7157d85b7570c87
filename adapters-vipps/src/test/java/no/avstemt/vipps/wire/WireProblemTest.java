package no.avstemt.vipps.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"about:blank\", \"title\": \"Not found\", \"status\": 404, \"detail\": \"No such ledgerId\"}"
                        + " | No such ledgerId",
                "{\"title\": \"Bad\", \"status\": \"400\", \"detail\": null, \"traceId\": \"t-1\"} | Bad, traceId t-1",
                "{\"code\": \"Unauthorized\", \"message\": \"no token\"} | no token",
                "{\"errorCode\": 10001, \"errorMessage\": \"Try\\nagain\", \"contextId\": \"c-1\"}"
                        + " | Try again, errorCode 10001, contextId c-1",
                "{\"statusCode\": 429, \"message\": \"Rate limit\"} | Rate limit",
                "{\"error\": \"invalid_client\"} | invalid_client",
                "<html>502</html> | ''",
                "'' | ''",
            })
    void every_shape_of_error_gives_one_line(String body, String expected) {
        assertEquals(expected, WireProblem.describe(body.getBytes(UTF_8)));
    }
}
