package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.ControlledVipps.CAFE;
import static no.avstemt.vipps.client.ControlledVipps.CONCERTS;
import static no.avstemt.vipps.client.ControlledVipps.UNTIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against every fault that the simulator makes on demand. */
class FaultsTest {

    private static final ControlledVipps VIPPS = new ControlledVipps(45);
    private static final List<EntryPage.Fetched> WHOLE = ControlledVipps.feed(VIPPS.client(), CAFE, Topic.FUNDS);

    @AfterAll
    static void stop() {
        VIPPS.close();
    }

    @BeforeEach
    void clear() {
        VIPPS.clearFaults();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\": \"expired-token\", \"times\": 1",
                "\"kind\": \"unauthorized\", \"times\": 1",
                "\"kind\": \"too-many-requests\", \"times\": 2",
                "\"kind\": \"too-many-requests\", \"times\": 1, \"retry_after\": 1",
                "\"kind\": \"server-error\", \"times\": 2",
                "\"kind\": \"server-error\", \"times\": 2, \"status\": 503, \"shape\": \"html\"",
                "\"kind\": \"cut-body\", \"times\": 2",
                "\"kind\": \"large-body\", \"times\": 1",
                "\"kind\": \"slow\", \"seconds\": 1, \"times\": 1"
            })
    void a_fault_in_the_middle_of_paging_that_passes_loses_and_doubles_nothing(String fault) {
        VIPPS.fault("{" + fault + ", \"after\": 1, \"topic\": \"funds\"}");

        assertEquals(WHOLE, ControlledVipps.feed(VIPPS.client(), CAFE, Topic.FUNDS));
        assertTrue(VIPPS.spoilt() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unauthorized | KEYS_REJECTED | A new access token was refused too | 2",
                "too-many-requests | BUSY | too many questions for now | 3",
                "server-error | BUSY | it is tried again in the next round | 3",
                "cut-body | UNREACHABLE | it is tried again in the next round | 3",
                "wrong-json | UNREADABLE | Nothing of this page was stored, so nothing is lost | 1",
                "no-such-ledger | BUSY | although ledger 418207 is in the list of ledgers | 1"
            })
    void a_fault_that_stays_is_given_up_with_a_sentence_and_goes_on_when_it_is_cleared(
            String kind, Reason reason, String sentence, int asked) {
        ReportApiClient client = VIPPS.client();
        EntryPage first = client.feed(CAFE, Topic.FUNDS, Optional.empty());
        VIPPS.fault("{\"kind\": \"" + kind + "\", \"ledger_id\": \"418207\", \"topic\": \"funds\"}");

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> client.feed(CAFE, Topic.FUNDS, first.cursor()));

        assertEquals(reason, failure.reason(), failure::toString);
        assertTrue(failure.sentence().contains(sentence), failure::sentence);
        assertEquals(asked, VIPPS.spoilt());
        assertTrue(client.feed(CAFE, Topic.FEES, Optional.empty()).more(), "the other topic is well");
        assertFalse(client.feed(CONCERTS, Topic.FUNDS, Optional.empty()).items().isEmpty());

        VIPPS.clearFaults();
        EntryPage second = client.feed(CAFE, Topic.FUNDS, first.cursor());
        assertEquals(WHOLE.subList(1000, 1000 + second.items().size()), second.items());
    }

    @ParameterizedTest
    @CsvSource({
        "report, 'An error that was asked for, errorCode 10001'",
        "problem, An error that was asked for",
        "platform, 'An error that was asked for, traceId'",
        "gateway, An error that was asked for",
        "oauth, An error that was asked for",
        "empty, status 500.",
        "html, status 500."
    })
    void an_error_in_any_shape_is_told(String shape, String words) {
        VIPPS.fault("{\"kind\": \"server-error\", \"shape\": \"" + shape + "\"}");

        String sentence = assertThrows(
                        SourceUnavailable.class, () -> VIPPS.client().feed(CAFE, Topic.FUNDS, Optional.empty()))
                .sentence();

        assertTrue(sentence.contains("status 500"), sentence);
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void a_wait_that_is_too_long_is_told_with_its_length_and_not_waited_for() {
        VIPPS.fault("{\"kind\": \"too-many-requests\", \"retry_after\": 600}");

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> VIPPS.client().ledgers());

        assertEquals(Optional.of(Duration.ofMinutes(10)), failure.retryAfter());
        assertEquals(1, VIPPS.spoilt());
    }

    @Test
    void an_answer_that_drips_is_given_up_in_time_while_others_are_answered() {
        VIPPS.fault("{\"kind\": \"slow\", \"seconds\": 30, \"topic\": \"fees\"}");
        ReportApiClient client = VIPPS.client(OddVipps.IMPATIENT);

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> client.feed(CAFE, Topic.FEES, Optional.empty()));

        assertEquals(Reason.UNREACHABLE, failure.reason());
        assertTrue(failure.sentence().contains("no whole answer within 700 ms"), failure::sentence);
        assertTrue(VIPPS.spoilt() > 0);
        assertEquals(WHOLE, ControlledVipps.feed(VIPPS.client(), CAFE, Topic.FUNDS));
    }

    @Test
    void a_body_that_is_too_large_is_refused_and_not_asked_for_again() {
        VIPPS.fault("{\"kind\": \"large-body\", \"megabytes\": 17}");

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> VIPPS.client().ledgers());

        assertEquals(Reason.UNREADABLE, failure.reason());
        assertTrue(failure.sentence().contains("larger than"), failure::sentence);
    }

    @Test
    void a_page_that_is_repeated_a_few_times_gives_each_row_once() {
        VIPPS.fault("{\"kind\": \"repeated-page\", \"times\": 2}");

        List<EntryPage.Fetched> told = ControlledVipps.feed(VIPPS.client(), CAFE, Topic.FUNDS);

        Set<EntryKey> keys = new HashSet<>();
        List<EntryPage.Fetched> once =
                told.stream().filter(item -> keys.add(item.entry().key())).toList();
        assertTrue(told.size() > WHOLE.size());
        assertEquals(WHOLE, once);
        assertEquals(2, VIPPS.spoilt());
    }

    @Test
    void a_page_that_is_repeated_for_ever_ends_the_round_without_the_claim_that_all_is_read() {
        VIPPS.fault("{\"kind\": \"repeated-page\"}");
        ReportApiClient client = VIPPS.client();
        EntryPage first = client.feed(CAFE, Topic.FUNDS, Optional.empty());

        EntryPage again = client.feed(CAFE, Topic.FUNDS, first.cursor());

        assertEquals(first.items(), again.items());
        assertEquals(first.cursor(), again.cursor());
        assertFalse(again.more() || again.tryLater());
    }

    @Test
    void a_ledger_that_is_listed_but_not_found_has_open_dates_and_no_sales() {
        VIPPS.fault("{\"kind\": \"no-such-ledger\", \"ledger_id\": \"418207\"}");
        ReportApiClient client = VIPPS.client();

        assertEquals(
                new EntryPage(List.of(), Optional.empty(), false, true),
                client.date(CAFE, Topic.FUNDS, UNTIL, Optional.empty()));
        assertTrue(client.sales(CAFE, UNTIL, Optional.empty()).tryLater());
        assertEquals(new SalePage(List.of(), Optional.empty(), false), client.sales(CAFE, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"unauthorized, KEYS_REJECTED", "server-error, BUSY", "wrong-json, UNREADABLE", "cut-body, UNREACHABLE"})
    void no_access_token_is_told(String kind, Reason reason) {
        VIPPS.fault("{\"kind\": \"" + kind + "\", \"path\": \"/miami/*\"}");

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> VIPPS.client().ledgers());

        assertEquals(reason, failure.reason());
        assertTrue(failure.sentence().contains("/miami/v1/token"), failure::sentence);
    }
}
