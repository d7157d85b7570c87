package no.avstemt.web.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.domain.client.ClientAccountId;
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

final class OnceOverHttpTest {

    private static final Field<String> NAME = Field.required("name", Kind.text(100));
    private static final String NOTES = "/api/v2/notes?client_account_id=";

    private static final NotesOffice OFFICE = new NotesOffice();
    private static final AtomicInteger DONE = new AtomicInteger();

    @BeforeAll
    static void open() {
        OFFICE.books.client("Kaffebaren Nord AS");
        OFFICE.books.client("Bryggen Konserter AS");
        OFFICE.open(List.of(
                Route.post("/api/v2/notes")
                        .toWriters()
                        .ofClient()
                        .body(Shape.of("Note", NAME))
                        .answers(RouteDraft.JSON)
                        .says("Takes a note.")
                        .by(OnceOverHttpTest::note),
                Route.post("/api/v2/notes/import")
                        .toWriters()
                        .ofClient()
                        .streams("text/csv")
                        .answers(RouteDraft.JSON)
                        .says("Takes many.")
                        .by(OnceOverHttpTest::notes)));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private static Reply note(Request request) {
        String name = request.body().get(NAME);
        record(request.client(), name);
        if (name.equals("taken")) {
            throw Problem.conflict("error.idempotency.busy");
        }
        if (name.equals("fails")) {
            throw new IllegalStateException("the program fails after its change");
        }
        return Reply.created(Map.of("number", DONE.incrementAndGet())).with("Location", "/api/v2/notes/1");
    }

    private static Reply notes(Request request) {
        try {
            int bytes = request.stream().readAllBytes().length;
            record(request.client(), "import");
            return Reply.json(Map.of("bytes", bytes, "number", DONE.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(ClientAccountId client, String subject) {
        OFFICE.books.change(
                client,
                stores -> stores.audit()
                        .record(
                                client,
                                new AuditEvent(
                                        OFFICE.office.clock.instant(),
                                        Actor.system("test"),
                                        AuditAction.CLIENT_CREATED,
                                        subject,
                                        Map.of(),
                                        Map.of())));
    }

    @Test
    void a_request_sent_twice_is_done_once_and_answered_byte_for_byte_alike() {
        HttpResponse<String> first = send(NOTES + 1, "twice", "{\"name\":\"twice\"}");
        HttpResponse<String> again = send(NOTES + 1, "twice", "{\"name\":\"twice\"}");

        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(Optional.empty(), first.headers().firstValue("Idempotency-Replayed"));
        assertEquals(Optional.of("true"), again.headers().firstValue("Idempotency-Replayed"));
        assertEquals(Optional.of("/api/v2/notes/1"), again.headers().firstValue("Location"));
        assertEquals(first.headers().firstValue("Content-Type"), again.headers().firstValue("Content-Type"));
        assertEquals(1, changes("twice"));
    }

    @Test
    void the_key_with_another_body_is_409_and_says_what_to_do() {
        send(NOTES + 1, "other", "{\"name\":\"first\"}");
        HttpResponse<String> other = send(NOTES + 1, "other", "{\"name\":\"second\"}");

        assertEquals(409, other.statusCode());
        assertTrue(other.body().contains("The Idempotency-Key “other” was used for another request"), other.body());
        assertTrue(other.body().contains("Send the first one unchanged to get its answer, or choose a new key."));
        assertEquals(0, changes("second"));
    }

    @Test
    void without_a_key_each_request_is_done() {
        send(NOTES + 1, "", "{\"name\":\"keyless\"}");
        send(NOTES + 1, "", "{\"name\":\"keyless\"}");

        assertEquals(2, changes("keyless"));
    }

    @Test
    void what_was_refused_or_failed_changed_nothing_and_is_tried_anew() {
        for (String name : List.of("taken", "fails")) {
            HttpResponse<String> first = send(NOTES + 1, name, "{\"name\":\"" + name + "\"}");
            HttpResponse<String> again = send(NOTES + 1, name, "{\"name\":\"" + name + "\"}");

            assertEquals(first.statusCode(), again.statusCode());
            assertEquals(Optional.empty(), again.headers().firstValue("Idempotency-Replayed"));
            assertEquals(0, changes(name));
        }
        assertEquals(400, send(NOTES + 1, "fault", "{}").statusCode());
        assertEquals(201, send(NOTES + 1, "fault", "{\"name\":\"mended\"}").statusCode());
    }

    @Test
    void the_same_key_for_another_client_is_another_key() {
        send(NOTES + 1, "both", "{\"name\":\"both\"}");
        HttpResponse<String> other = send(NOTES + 2, "both", "{\"name\":\"both\"}");

        assertEquals(Optional.empty(), other.headers().firstValue("Idempotency-Replayed"));
        assertEquals(2, changes("both"));
    }

    @Test
    void a_stream_is_known_again_by_all_of_its_bytes() {
        String path = "/api/v2/notes/import?client_account_id=1";
        String csv = "a,b\n".repeat(500_000);
        HttpResponse<String> first = stream(path, csv);
        HttpResponse<String> again = stream(path, csv);
        HttpResponse<String> other = stream(path, csv + "x");

        assertEquals(200, first.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(409, other.statusCode());
        assertEquals(1, changes("import"));
    }

    @Test
    void a_key_that_is_too_long_is_400() {
        assertEquals(
                400, send(NOTES + 1, "k".repeat(201), "{\"name\":\"long\"}").statusCode());
        assertEquals(
                201, send(NOTES + 1, "k".repeat(200), "{\"name\":\"long\"}").statusCode());
    }

    private static HttpResponse<String> send(String path, String idempotencyKey, String body) {
        return idempotencyKey.isEmpty()
                ? OFFICE.office.send(
                        "POST",
                        path,
                        BodyPublishers.ofString(body),
                        "Authorization",
                        OFFICE.key(),
                        "Content-Type",
                        "application/json")
                : OFFICE.send(path, idempotencyKey, body);
    }

    private static HttpResponse<String> stream(String path, String csv) {
        return OFFICE.office.send(
                "POST",
                path,
                BodyPublishers.ofString(csv),
                "Authorization",
                OFFICE.key(),
                "Content-Type",
                "text/csv",
                "Idempotency-Key",
                "stream");
    }

    private static long changes(String subject) {
        return OFFICE.books.count("SELECT count(*) FROM audit_event WHERE subject = ?", subject);
    }
}
