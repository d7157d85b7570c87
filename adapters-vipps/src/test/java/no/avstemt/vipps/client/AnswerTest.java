package no.avstemt.vipps.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                "7200 | PT2H",
                "200000 | PT24H",
                "Sat, 21 Nov 2026 10:00:30 GMT | PT30S",
                "Sat, 21 Nov 2026 09:00:00 GMT | PT0S",
                "Sun, 22 Nov 2026 09:00:00 GMT | PT23H",
                "Mon, 23 Nov 2026 10:00:00 GMT | PT24H",
                "soon |",
                "-5 |",
                "99999999999 |",
            })
    void retry_after_is_seconds_or_a_date_and_capped(String text, String expected) {
        assertEquals(Optional.ofNullable(expected).map(Duration::parse), Answer.parseWait(text, CLOCK));
    }
}
