package no.avstemt.web.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RawJsonTest {

    @Test
    void tokens_stand_on_lines_of_their_own_and_stay_as_they_are() {
        assertEquals(
                """
                {
                  "a": 1.50,
                  "b": [
                    true,
                    null
                  ],
                  "c": {},
                  "d": [],
                  "e": "x,{\\"y\\": [1]}"
                }""",
                RawJson.indented("{\"a\":1.50,\"b\":[true, null],\"c\":{ },\"d\":[],\"e\":\"x,{\\\"y\\\": [1]}\"}"));
    }

    @Test
    void what_is_not_json_still_comes_out() {
        for (String odd : List.of("", "}", "]]]", "\"open", "\"open\\", "{\"a\"", "[", "{", "no json at all")) {
            assertTimeout(Duration.ofSeconds(2), () -> RawJson.indented(odd), odd);
        }
        assertEquals("\"open\\", RawJson.indented("\"open\\"));
    }
}
