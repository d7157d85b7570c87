package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.OddVipps.cutShort;
import static no.avstemt.vipps.client.OddVipps.ok;
import static no.avstemt.vipps.client.OddVipps.silentFor;
import static no.avstemt.vipps.client.OddVipps.status;
import static no.avstemt.vipps.client.OddVipps.stuckAfterHeaders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddAnswersTest {

    private static final LedgerId LEDGER = new LedgerId("418207");
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String CAUGHT_UP = "{\"items\": [], \"cursor\": \"B=\", \"tryLater\": true}";
    private static final String LISTED = "{\"items\": [{\"ledgerId\": \"418207\"}], \"cursor\": \"\"}";
    private static final String NOT_LISTED = "{\"items\": [], \"cursor\": \"\"}";

    private final OddVipps vipps = new OddVipps();

    @AfterEach
    void stop() {
        vipps.close();
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502", "503"})
    void trouble_that_passes_is_waited_out(int status) {
        vipps.replying(status(status, ""), status(status, "<html>"), ok(CAUGHT_UP));

        assertTrue(feed().tryLater());
        assertEquals(3, vipps.asked().size());
    }

    @Test
    void a_body_that_was_cut_is_asked_for_again() {
        vipps.replying(cutShort("{\"items\": ["), ok(CAUGHT_UP));

        assertTrue(feed().tryLater());
    }

    @Test
    void retry_after_is_waited_for() {
        vipps.replying(status(429, "", Map.of("Retry-After", "1")), ok(CAUGHT_UP));
        long start = System.nanoTime();

        assertTrue(feed().tryLater());

        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
    }

    @Test
    void a_wait_that_is_too_long_ends_the_round_and_is_told() {
        vipps.replying(status(429, "{\"statusCode\": 429, \"message\": \"Slow down\"}", Map.of("Retry-After", "900")));

        SourceUnavailable failure = assertFails(Reason.BUSY, this::feed);

        assertEquals(Optional.of(Duration.ofSeconds(900)), failure.retryAfter());
        assertEquals(1, vipps.asked().size());
        assertEquals(
                "Avstemt asked " + vipps.uri() + " for GET /report/v2/ledgers/418207/funds/feed and got status 429"
                        + " (Slow down). That is too many questions for now; it is tried again later.",
                failure.getMessage());
    }

    @Test
    void trouble_that_stays_is_told_after_the_last_try() {
        for (int i = 0; i < 3; i++) {
            vipps.replying(status(500, "{\"errorCode\": 10001, \"errorMessage\": \"Oops\", \"contextId\": \"c-7\"}"));
        }

        assertEquals(
                "Avstemt asked " + vipps.uri() + " for GET /report/v2/ledgers/418207/funds/feed and got status 500"
                        + " (Oops, errorCode 10001, contextId c-7). The trouble is on that side; it is tried again in"
                        + " the next round.",
                assertFails(Reason.BUSY, this::feed).getMessage());
        assertEquals(3, vipps.asked().size());
    }

    @ParameterizedTest
    @CsvSource({"400, BAD_REQUEST", "403, NO_ACCESS", "410, BAD_REQUEST", "422, BAD_REQUEST", "302, BAD_REQUEST"})
    void what_will_not_get_better_is_not_tried_again(int status, Reason reason) {
        vipps.replying(status(status, "{\"detail\": \"no\"}"));

        assertFails(reason, this::feed);

        assertEquals(1, vipps.asked().size());
    }

    @Test
    void an_answer_that_never_comes_is_given_up() {
        vipps.replying(Collections.nCopies(5, silentFor(Duration.ofSeconds(5))).toArray(OddVipps.Reply[]::new));

        assertEquals(
                "Avstemt asked " + vipps.uri() + " for GET /report/v2/ledgers/418207/funds/feed, but got no answer:"
                        + " there was no whole answer within 700 ms. Check the address and the network, and that the"
                        + " other side is running; it is tried again in the next round.",
                assertFails(Reason.UNREACHABLE, this::impatientFeed).getMessage());
    }

    @Test
    void a_question_without_answer_or_without_an_end_of_it_is_asked_again() {
        vipps.replying(silentFor(Duration.ofSeconds(5)), stuckAfterHeaders(Duration.ofSeconds(5)))
                .replying(ok(CAUGHT_UP), ok(CAUGHT_UP), ok(CAUGHT_UP));

        assertTrue(impatientFeed().tryLater());
        assertTrue(vipps.asked().size() >= 3);
    }

    @Test
    void an_answer_without_measure_is_refused() {
        vipps.replying(ok("{\"items\": [" + " ".repeat(100_000)));

        String message = assertFails(Reason.UNREADABLE, this::feed).getMessage();

        assertTrue(String.valueOf(message).contains("the answer is larger than 100000 bytes"), message);
        assertEquals(1, vipps.asked().size());
    }

    @Test
    void a_connection_that_is_not_secure_is_told_as_that() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerInPlainText(plain));
            answering.setDaemon(true);
            answering.start();
            VippsConnection connection = new VippsConnection(
                    URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                    "id",
                    "secret",
                    SystemHeaders.avstemt("0.1.0"));

            assertFails(Reason.INSECURE, new ReportApiClient(connection, OddVipps.PATIENT, Clock.systemUTC())::ledgers);
        }
    }

    private static void answerInPlainText(ServerSocket socket) {
        try {
            while (true) {
                try (Socket caller = socket.accept()) {
                    caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            assertTrue(socket.isClosed(), e::toString);
        }
    }

    @Test
    void nobody_there_is_told_with_the_address() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        VippsConnection connection = new VippsConnection(
                URI.create("http://127.0.0.1:" + port), "id", "secret", SystemHeaders.avstemt("0.1.0"));
        ReportApiClient client = new ReportApiClient(connection, OddVipps.PATIENT, Clock.systemUTC());

        assertEquals(
                "Avstemt asked http://127.0.0.1:" + port + " for POST /miami/v1/token, but got no answer: no connection"
                        + " could be made. Check the address and the network, and that the other side is running; it is"
                        + " tried again in the next round.",
                assertFails(Reason.UNREACHABLE, client::ledgers).getMessage());
    }

    @Test
    void what_cannot_be_read_is_told_with_ledger_topic_cursor_and_field() {
        vipps.replying(ok("{\"items\": [{\"entryType\": \"capture\", \"time\": \"2026-03-02T10:15:30Z\","
                + " \"ledgerDate\": \"2026-03-02\", \"currency\": \"NOK\"}], \"cursor\": \"B\"}"));

        assertEquals(
                "Avstemt asked " + vipps.uri() + " for GET /report/v2/ledgers/418207/funds/feed (ledger 418207, topic"
                        + " funds, cursor A=), but the answer could not be read: the field items[0].amount is missing."
                        + " Nothing of this page was stored, so nothing is lost. If it stays so, Vipps has changed its"
                        + " answers: look for a newer version of Avstemt.",
                assertFails(Reason.UNREADABLE, this::feed).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<html>Hello</html>", "{\"items\": [", "[]", "null"})
    void wrong_json_is_unreadable(String body) {
        vipps.replying(ok(body));

        assertFails(Reason.UNREADABLE, this::feed);
    }

    /** Two lists must agree on it. */
    @Test
    void a_ledger_that_is_gone_from_the_list_is_lost_access() {
        String gone = "{\"title\": \"Not found\", \"detail\": \"No such ledgerId\"}";
        vipps.replying(
                status(404, gone), ok(NOT_LISTED), ok(NOT_LISTED), status(404, gone), ok(NOT_LISTED), ok(NOT_LISTED));

        assertEquals(
                "Avstemt asked " + vipps.uri() + " for GET /report/v2/ledgers/418207/funds/feed and got status 404 (No"
                        + " such ledgerId), and ledger 418207 is not in the list of ledgers for these keys. What is"
                        + " stored is kept. Ask the merchant to check the accounting partner's access in the Vipps"
                        + " portal.",
                assertFails(Reason.NO_ACCESS, this::feed).getMessage());
        assertFails(Reason.NO_ACCESS, () -> vipps.client().date(LEDGER, Topic.FEES, DATE, Optional.empty()));
    }

    @Test
    void a_404_of_a_ledger_that_is_listed_passes() {
        for (int i = 0; i < 4; i++) {
            vipps.replying(status(404, ""), ok(LISTED));
        }
        ReportApiClient client = vipps.client();

        assertFails(Reason.BUSY, () -> client.feed(LEDGER, Topic.FUNDS, Optional.empty()));
        assertEquals(new SalePage(List.of(), Optional.of("A="), false), client.sales(LEDGER, Optional.of("A=")));
        assertEquals(
                new SalePage(List.of(), Optional.empty(), false, true), client.sales(LEDGER, DATE, Optional.empty()));
        assertEquals(
                new EntryPage(List.of(), Optional.empty(), false, true),
                client.date(LEDGER, Topic.FEES, DATE, Optional.empty()));
    }

    @Test
    void an_answer_without_content_promises_nothing() {
        vipps.replying(status(204, ""), status(204, ""), status(204, ""), status(204, ""), status(204, ""));
        ReportApiClient client = vipps.client();

        assertEquals(
                new EntryPage(List.of(), Optional.of("A="), false, false),
                client.feed(LEDGER, Topic.FUNDS, Optional.of("A=")));
        assertTrue(client.date(LEDGER, Topic.FUNDS, DATE, Optional.empty()).tryLater());
        assertEquals(new SalePage(List.of(), Optional.of("A="), false), client.sales(LEDGER, Optional.of("A=")));
        assertTrue(client.sales(LEDGER, DATE, Optional.of("A=")).tryLater());
        assertEquals(List.of(), client.ledgers());
    }

    private EntryPage feed() {
        return vipps.client().feed(LEDGER, Topic.FUNDS, Optional.of("A="));
    }

    private EntryPage impatientFeed() {
        return vipps.client(OddVipps.IMPATIENT, Clock.systemUTC()).feed(LEDGER, Topic.FUNDS, Optional.of("A="));
    }

    private static SourceUnavailable assertFails(Reason reason, Executable call) {
        SourceUnavailable failure = assertThrows(SourceUnavailable.class, call);
        assertEquals(reason, failure.reason(), failure::toString);
        assertFalse(failure.toString().contains(OddVipps.SECRET));
        return failure;
    }
}
