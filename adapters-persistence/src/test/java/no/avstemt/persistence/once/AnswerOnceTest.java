package no.avstemt.persistence.once;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.avstemt.application.access.MovableClock;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.once.Answer;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.application.once.AnswerOnce.How;
import no.avstemt.application.once.AnswerOnce.Outcome;
import no.avstemt.application.once.AnswerStore.StillAnswering;
import no.avstemt.application.once.Keyed;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AnswerOnceTest {

    private static final UserId KARI = new UserId(1);

    /** All at once, however few cores there are. */
    @AutoClose("shutdown")
    static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T06:23:00Z"));
    private final AnswerOnce once = new AnswerOnce(BOOKS.unit(), clock);
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client() {
        client = BOOKS.client("Kaffebaren Nord AS");
    }

    @Test
    void the_same_request_again_is_answered_and_not_done() {
        Outcome first = once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{\"id\":1}"));
        Outcome again = once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{\"id\":2}"));

        assertEquals(How.DONE, first.how());
        assertEquals(How.REPLAYED, again.how());
        assertEquals(201, again.answer().status());
        assertEquals("application/json", again.answer().mediaType());
        assertEquals(List.of("Location", "/x/1"), again.answer().headers());
        assertArrayEquals(first.answer().content(), again.answer().content());
        assertEquals(1, changes());
    }

    @Test
    void another_request_with_the_key_is_neither_done_nor_answered() {
        once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"));

        assertEquals(
                How.OTHER_REQUEST,
                once.run(keyed("k", "POST /x"), body("{ }"), () -> written(201, "{}"))
                        .how());
        assertEquals(
                How.OTHER_REQUEST,
                once.run(keyed("k", "PUT /x"), body("{}"), () -> written(201, "{}"))
                        .how());
        assertEquals(1, changes());
    }

    @Test
    void another_key_another_user_and_another_client_are_other_requests() {
        once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"));
        once.run(keyed("l", "POST /x"), body("{}"), () -> written(201, "{}"));
        once.run(new Keyed(client, new UserId(2), "k", "POST /x"), body("{}"), () -> written(201, "{}"));
        assertEquals(3, changes());

        client = BOOKS.client("Bryggen Konserter AS");
        assertEquals(
                How.DONE,
                once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"))
                        .how());
        assertEquals(1, changes());
    }

    @Test
    void what_fails_leaves_neither_change_nor_key() {
        assertThrows(
                IllegalStateException.class,
                () -> once.run(keyed("k", "POST /x"), body("{}"), () -> {
                    written(201, "{}");
                    throw new IllegalStateException("the program dies here");
                }));
        assertEquals(0, changes());

        assertEquals(
                How.DONE,
                once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"))
                        .how());
        assertEquals(1, changes());
    }

    @Test
    void a_refusal_is_not_kept() {
        Outcome refused =
                once.run(keyed("k", "POST /x"), body("{}"), () -> new Answer(409, "", List.of(), new byte[0]));
        Outcome then = once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"));

        assertEquals(409, refused.answer().status());
        assertEquals(How.DONE, then.how());
    }

    @Test
    void many_at_once_are_done_once_and_answered_alike() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger answers = new AtomicInteger();
        List<CompletableFuture<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> {
                        await(go);
                        return once.run(
                                keyed("k", "POST /x"),
                                body("{}"),
                                () -> written(201, Integer.toString(answers.incrementAndGet())));
                    },
                    THREADS));
        }
        go.countDown();
        List<Outcome> outcomes = all.stream().map(CompletableFuture::join).toList();

        assertEquals(1, outcomes.stream().filter(o -> o.how() == How.DONE).count());
        assertEquals(1, changes());
        assertEquals(
                Set.of("1"),
                Set.copyOf(outcomes.stream()
                        .map(o -> new String(o.answer().content(), StandardCharsets.UTF_8))
                        .toList()));
    }

    @Test
    void who_waits_too_long_is_told_so_and_changes_nothing() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Outcome> slow = CompletableFuture.supplyAsync(
                () -> once.run(keyed("k", "POST /x"), body("{}"), () -> {
                    begun.countDown();
                    await(end);
                    return written(201, "{}");
                }),
                THREADS);
        await(begun);

        assertThrows(StillAnswering.class, () -> once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}")));
        end.countDown();

        assertEquals(How.DONE, slow.join().how());
        assertEquals(1, changes());
    }

    @Test
    void a_part_that_throws_is_undone_alone() {
        once.run(keyed("k", "POST /x"), body("{}"), () -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> BOOKS.write(client, stores -> {
                        stores.audit().record(client, event());
                        throw new IllegalStateException("a preview");
                    }));
            return written(201, "{}");
        });

        assertEquals(1, changes());
    }

    @Test
    void units_inside_a_joined_unit_and_of_other_clients_stay_forbidden() {
        ClientAccountId other = BOOKS.client("Bryggen Konserter AS");

        assertThrows(
                IllegalStateException.class,
                () -> once.run(keyed("k", "POST /x"), body("{}"), () -> {
                    BOOKS.read(other, stores -> true);
                    return written(201, "{}");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> once.run(
                        keyed("k", "POST /x"),
                        body("{}"),
                        () -> BOOKS.write(client, stores -> BOOKS.write(client, again -> written(201, "{}")))));
        assertEquals(0, changes());
    }

    @Test
    void a_key_is_kept_for_thirty_days_and_forgotten_later() {
        once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"));
        clock.pass(Duration.ofDays(30));
        assertEquals(
                How.REPLAYED,
                once.run(keyed("k", "POST /x"), body("{}"), () -> written(201, "{}"))
                        .how());

        clock.pass(Duration.ofDays(2));
        once.run(keyed("l", "POST /x"), body("{}"), () -> written(201, "{}"));

        assertEquals(
                1, BOOKS.count("SELECT count(*) FROM idempotency_key WHERE client_account_id = ?", client.value()));
    }

    @Test
    void a_key_is_of_reasonable_length() {
        assertThrows(IllegalArgumentException.class, () -> keyed("", "POST /x"));
        assertThrows(IllegalArgumentException.class, () -> keyed("k".repeat(201), "POST /x"));
        assertTrue(keyed("k".repeat(200), "POST /x").key().length() == 200);
    }

    private Keyed keyed(String key, String operation) {
        return new Keyed(client, KARI, key, operation);
    }

    /** One change of the client's books, in a unit of its own as a use case would make it. */
    private Answer written(int status, String content) {
        BOOKS.change(client, stores -> stores.audit().record(client, event()));
        return new Answer(
                status, "application/json", List.of("Location", "/x/1"), content.getBytes(StandardCharsets.UTF_8));
    }

    private AuditEvent event() {
        return new AuditEvent(
                clock.instant(), Actor.system("test"), AuditAction.CLIENT_CREATED, "x", Map.of(), Map.of());
    }

    private long changes() {
        return BOOKS.count(
                "SELECT count(*) FROM audit_event WHERE subject = 'x' AND client_account_id = ?", client.value());
    }

    private static Supplier<byte[]> body(String text) {
        byte[] hash = new byte[32];
        hash[0] = (byte) text.length();
        return () -> hash;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
