package no.avstemt.vipps.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T10:15:30.123Z",
                "2026-03-02T10:15:30.123000Z",
                "2026-03-02T10:15:30.123000000Z",
                "2026-03-02t10:15:30.123z",
                "2026-03-02T12:15:30.123+02:00",
                "2026-03-02T12:15:30.123+0200",
                "2026-03-02T05:15:30.123-0500"
            })
    void every_form_is_the_same_moment(String text) {
        assertEquals(Instant.parse("2026-03-02T10:15:30.123Z"), Moments.parse(text));
    }

    @Test
    void decimals_may_be_none_one_or_nine() {
        assertEquals(Instant.parse("2026-03-02T10:15:30Z"), Moments.parse("2026-03-02T10:15:30Z"));
        assertEquals(Instant.parse("2026-03-02T10:15:30.1Z"), Moments.parse("2026-03-02T10:15:30.1Z"));
        assertEquals(Instant.parse("2026-03-02T10:15:30.000000001Z"), Moments.parse("2026-03-02T10:15:30.000000001Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-02",
                "2026-03-02T10:15:30",
                "2026-13-02T10:15:30Z",
                "2026-03-02T25:15:30Z",
                "2026-03-02 10:15:30Z",
                "+026-03-02T10:15:30Z",
                "2026-03-02T10:15:30.1234567890Z",
                "2026-03-02T10:15:30.12x4Z"
            })
    void what_is_no_moment_is_refused(String text) {
        assertThrows(DateTimeException.class, () -> Moments.parse(text));
    }
}
