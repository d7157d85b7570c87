package no.avstemt.web.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys of requests that are of the office, whose work is no unit with them. */
final class OfficeOnceOverHttpTest {

    private static final Field<String> NAME = Field.required("name", Kind.text(100));
    private static final String NOTES = "/api/v2/office-notes";

    private static final NotesOffice OFFICE = new NotesOffice();
    private static final AtomicInteger DONE = new AtomicInteger();
    private static final CountDownLatch BEGUN = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    @BeforeAll
    static void open() {
        OFFICE.open(List.of(Route.post(NOTES)
                .toWriters()
                .body(Shape.of("OfficeNote", NAME))
                .answers(RouteDraft.JSON)
                .says("Takes a note of the office.")
                .by(OfficeOnceOverHttpTest::note)));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private static Reply note(Request request) {
        switch (request.body().get(NAME)) {
            case "taken" -> throw Problem.conflict("error.idempotency.busy");
            case "fails" -> throw new IllegalStateException("the program fails in the middle of it");
            case "slow" -> {
                BEGUN.countDown();
                await(GO_ON);
            }
            default -> OFFICE.books.client("Made in units of its own");
        }
        return Reply.created(Map.of("number", DONE.incrementAndGet())).with("Location", NOTES + "/1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(String idempotencyKey, String name) {
        return OFFICE.send(NOTES, idempotencyKey, "{\"name\":\"" + name + "\"}");
    }

    private static Optional<String> replayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed");
    }

    @Test
    void a_request_sent_twice_is_done_once_and_another_one_with_its_key_is_409() {
        HttpResponse<String> first = send("twice", "first");
        HttpResponse<String> again = send("twice", "first");
        HttpResponse<String> other = send("twice", "second");

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        assertEquals(Optional.of(NOTES + "/1"), again.headers().firstValue("Location"));
        assertEquals(List.of(Optional.empty(), Optional.of("true")), List.of(replayed(first), replayed(again)));
        assertEquals(409, other.statusCode());
    }

    @Test
    void what_was_refused_or_failed_is_tried_anew() {
        for (String name : List.of("taken", "fails")) {
            int status = send(name, name).statusCode();

            assertTrue(status >= 400, name);
            assertEquals(status, send(name, name).statusCode());
            assertEquals(201, send(name, "mended after " + name).statusCode());
        }
    }

    @Test
    void a_second_one_meanwhile_is_409_and_gets_the_answer_afterwards() throws Exception {
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> send("slow", "slow"));
        await(BEGUN);
        HttpResponse<String> meanwhile = send("slow", "slow");
        GO_ON.countDown();

        assertEquals(409, meanwhile.statusCode());
        assertEquals(201, first.get(60, TimeUnit.SECONDS).statusCode());
        assertEquals(first.get().body(), send("slow", "slow").body());
    }

    @Test
    void a_key_that_a_program_died_with_is_free_again_after_ten_minutes() {
        OFFICE.books.database().asSuperuser(handle -> handle.execute("""
                        INSERT INTO office_idempotency_key (user_id, key, operation, claimed_at)
                        SELECT user_id, 'died ' || name, operation, claimed_at - age
                          FROM office_idempotency_key,
                               (VALUES ('long ago', interval '11 minutes'), ('now', interval '9 minutes')) AS died (name, age)
                         WHERE key = ?
                        """, keyed("before the death")));

        assertEquals(201, send("died long ago", "anew").statusCode());
        assertEquals(409, send("died now", "anew").statusCode());
    }

    private static String keyed(String idempotencyKey) {
        assertEquals(201, send(idempotencyKey, "done").statusCode());
        return idempotencyKey;
    }
}
