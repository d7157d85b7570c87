package no.avstemt.vipps.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a feed and a date's report end, which is not the same. */
class WireEntryPagingTest {

    private static final LedgerId LEDGER = new LedgerId("418207");
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String CAPTURE = """
            {"time": "2026-03-02T10:15:30Z", "ledgerDate": "2026-03-02", "entryType": "capture", "currency": "NOK",
             "amount": 12500, "balanceBefore": 0, "balanceAfter": 12500}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // answer                                                      | more  | cursor | try later
                "{\"items\": [%s], \"cursor\": \"B=\", \"tryLater\": false}    | true  | B= | false",
                "{\"items\": [%s], \"cursor\": \"B=\"}                         | true  | B= | false",
                "{\"items\": [], \"cursor\": \"B=\", \"tryLater\": false}      | true  | B= | false",
                "{\"items\": [%s], \"cursor\": \"B=\", \"tryLater\": true}     | false | B= | true",
                "{\"items\": [], \"cursor\": \"A=\", \"tryLater\": \"true\"}   | false | A= | true",
                "{\"items\": [], \"tryLater\": true}                           | false | A= | true",
                "{\"tryLater\": true}                                          | false | A= | true",
                "{\"items\": [], \"cursor\": \"\", \"tryLater\": true}         | false | A= | true",
                "{\"items\": [%s], \"cursor\": \"A=\", \"tryLater\": false}    | false | A= | false",
                "{\"items\": [%s], \"cursor\": \"B=\", \"hasMore\": false}     | true  | B= | false",
            })
    void a_feed_ends_only_on_try_later_or_a_cursor_that_stands_still(
            String body, boolean more, String cursor, boolean tryLater) {
        EntryPage page = feed(body.formatted(CAPTURE));

        assertEquals(more, page.more());
        assertEquals(Optional.of(cursor), page.cursor());
        assertEquals(tryLater, page.tryLater());
    }

    @Test
    void a_feed_that_has_more_must_say_where() {
        assertUnreadable("cursor is missing", () -> feed(item(CAPTURE)));
    }

    @Test
    void rows_of_a_feed_that_is_caught_up_are_kept() {
        assertEquals(
                1,
                feed("{\"items\": [" + CAPTURE + "], \"cursor\": \"B\", \"tryLater\": true}")
                        .items()
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // answer                                                   | more  | cursor | try later
                "{\"items\": [], \"hasMore\": false}                        | false |    | false",
                "{\"items\": [], \"hasMore\": true, \"cursor\": \"Mg==\"}   | true  | Mg== | false",
                "{\"items\": [], \"hasMore\": \"true\", \"cursor\": \"M\"}  | true  | M  | false",
                "{\"items\": [], \"cursor\": \"Mg==\"}                      | true  | Mg== | false",
                "{\"items\": [], \"cursor\": \"\"}                          | false |    | false",
                "{\"items\": []}                                            | false |    | false",
                "{\"items\": [], \"hasMore\": false, \"cursor\": \"M\"}     | false |    | false",
                "{\"items\": [], \"tryLater\": true}                        | false |    | true",
            })
    void a_date_goes_on_while_it_has_more(String body, boolean more, String cursor, boolean tryLater) {
        EntryPage page = date(body);

        assertEquals(more, page.more());
        assertEquals(Optional.ofNullable(cursor), page.cursor());
        assertEquals(tryLater, page.tryLater());
    }

    @Test
    void a_date_that_has_more_but_leads_nowhere_is_unreadable() {
        assertUnreadable("cursor is missing though hasMore is true", () -> date("{\"items\": [], \"hasMore\": true}"));
        assertUnreadable(
                "cursor is the one that was sent",
                () -> date("{\"items\": [], \"hasMore\": true, \"cursor\": \"A=\"}"));
        assertUnreadable("the field items is missing", () -> date("{\"hasMore\": false}"));
    }

    @Test
    void rows_of_a_date_that_is_not_closed_are_left_out() {
        EntryPage page = date("{\"items\": [" + CAPTURE + "], \"tryLater\": true}");

        assertEquals(new EntryPage(List.of(), Optional.empty(), false, true), page);
    }

    private static String item(String entries) {
        return "{\"items\": [" + entries + "]}";
    }

    private static EntryPage feed(String body) {
        return WireEntryPage.ofFeed(body.getBytes(UTF_8)).toFeedPage(LEDGER, Topic.FUNDS, Optional.of("A="));
    }

    private static EntryPage date(String body) {
        return WireEntryPage.ofDate(body.getBytes(UTF_8), DATE).toDatePage(LEDGER, Topic.FUNDS, Optional.of("A="));
    }

    private static void assertUnreadable(String expected, Executable reading) {
        String message =
                String.valueOf(assertThrows(UnreadableAnswer.class, reading).getMessage());
        assertTrue(message.contains(expected), message);
    }
}
