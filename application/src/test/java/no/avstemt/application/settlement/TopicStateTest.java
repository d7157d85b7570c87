package no.avstemt.application.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TopicStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final Trouble SLOW = new Trouble(Trouble.Code.SLOW, List.of("418207"));

    @Test
    void what_fails_of_sales_is_told_of_sales_alone() {
        LedgerState state = LedgerState.NEW.failed(Part.SALES, halt(SLOW, 60));

        assertEquals(Set.of(Stream.SALES), failed(state));
        assertEquals(
                Optional.of(NOW.plusSeconds(60)), topic(state, Stream.SALES).nextTryAt());
    }

    @Test
    void what_fails_of_one_question_is_told_of_its_topic_and_what_fails_of_the_access_token_of_all() {
        assertEquals(Set.of(Stream.FEES), failed(LedgerState.NEW.failed(Part.MONEY, asked("GET /418207/fees/feed"))));
        assertEquals(
                Set.of(Stream.FUNDS), failed(LedgerState.NEW.failed(Part.DATES, asked("GET /418207/funds/dates"))));
        assertEquals(
                Set.of(Stream.values()), failed(LedgerState.NEW.failed(Part.MONEY, asked("POST /miami/v1/token"))));
    }

    @Test
    void topics_are_told_apart_where_two_parts_failed() {
        LedgerState state = LedgerState.NEW
                .failed(Part.DATES, asked("GET /418207/funds/dates"))
                .failed(Part.SALES, halt(SLOW, 60));

        assertEquals(Set.of(Stream.FUNDS, Stream.SALES), failed(state));
        assertEquals(Optional.of(SLOW), topic(state, Stream.SALES).failure());
        assertEquals(Optional.of(SLOW), state.failure(), "sales are told before dates");
    }

    private static Halt asked(String question) {
        return halt(new Trouble(Trouble.Code.BUSY, List.of("https://api.vipps.no", "status 503", question)), 600);
    }

    private static Halt halt(Trouble why, int seconds) {
        return new Halt(NOW, why, new Retry(1, Optional.of(NOW.plusSeconds(seconds))));
    }

    private static Set<Stream> failed(LedgerState state) {
        return Arrays.stream(Stream.values())
                .filter(stream -> topic(state, stream).failure().isPresent())
                .collect(Collectors.toSet());
    }

    private static TopicState topic(LedgerState state, Stream stream) {
        return TopicState.of(LocalTime.MIDNIGHT, stream, Optional.empty(), state, NOW);
    }
}
