package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebServerTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"' onload=\"x";

    private final Office office = new Office();
    private String key = "";

    @BeforeAll
    void open() {
        office.open(FakeRoutes.all(office));
        key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void every_answer_carries_the_safety_headers() {
        for (String path : List.of("/login", "/", "/unknown", "/api/unknown", "/api/v2/fake", "/assets/0/style.css")) {
            HttpResponse<String> answer = office.get(path);

            SafetyHeaders.ALL.forEach((name, value) ->
                    assertEquals(value, answer.headers().firstValue(name).orElse("none"), path + " " + name));
            assertTrue(answer.headers().firstValue("Server").isEmpty());
        }
    }

    @Test
    void an_unknown_path_is_404_in_the_shape_of_its_place() {
        HttpResponse<String> api = office.get("/api/v2/unknown");
        HttpResponse<String> page = office.get("/unknown");

        assertEquals(
                "{\"status\":404,\"error\":\"Not Found\",\"message\":\"There is nothing at this address.\"}",
                api.body());
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("Det er ingen side på denne adressen."));
        assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    }

    @Test
    void a_wrong_method_is_405_and_says_which_are_right() {
        HttpResponse<String> answer = office.method("DELETE", "/api/v2/fake", "Authorization", key);

        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
        assertTrue(answer.body().contains("This address only answers GET, HEAD."));
    }

    @Test
    void an_unexpected_error_shows_a_reference_and_nothing_else() {
        String cookie = office.signedIn("kari@kontor.example");
        HttpResponse<String> api = office.get("/api/v2/fails", "Authorization", key);
        HttpResponse<String> page = office.get("/fails", "Cookie", cookie);

        assertEquals(500, api.statusCode());
        assertTrue(api.body()
                .matches("\\{\"status\":500,\"error\":\"Internal Server Error\",\"message\":\"Something unexpected "
                        + "happened\\. Nothing is half stored\\. Give reference \\S{8} to whoever runs Avstemt\\.\"}"));
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("Noe gikk galt hos oss"));
        assertFalse((api.body() + page.body()).contains("secret"));
        assertFalse((api.body() + page.body()).contains("Exception"));
    }

    @Test
    void an_answer_that_fails_halfway_cannot_be_taken_for_the_whole() {
        for (String encoding : List.of("identity", "gzip")) {
            AssertionError broken = assertThrows(
                    AssertionError.class,
                    () -> office.bytes("/api/v2/breaks-off", "Authorization", key, "Accept-Encoding", encoding));

            assertTrue(broken.getCause() instanceof IOException);
        }
    }

    @Test
    void hostile_text_is_only_text() {
        String cookie = office.signedIn("kari@kontor.example");
        String csrf = office.csrf(office.get("/", "Cookie", cookie).body());

        HttpResponse<String> note =
                office.post("/note", "note=" + Office.encoded(HOSTILE) + "&_csrf=" + csrf, "Cookie", cookie);
        HttpResponse<String> login = office.post("/login", "email=" + Office.encoded(HOSTILE) + "&password=x");
        HttpResponse<String> missing = office.get("/%3Cscript%3Ealert(1)%3C/script%3E?a=%22%3E%3Cscript%3E");

        for (HttpResponse<String> answer : List.of(note, login, missing)) {
            assertFalse(answer.body().contains("<script"), answer.body());
        }
        assertTrue(note.body().contains("&lt;script&gt;"));
        assertTrue(
                login.body().contains("value=\"&lt;script>alert(&#39;x&#39;)&lt;/script>&#34;&#39; onload=&#34;x\""),
                login.body());
    }

    @Test
    void large_answers_are_packed_for_those_who_can_unpack() throws IOException {
        HttpResponse<byte[]> packed = office.bytes("/api/v2/big", "Authorization", key, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> plain = office.bytes("/api/v2/big", "Authorization", key);

        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(packed.headers().firstValue("Vary").orElseThrow().contains("Accept-Encoding"));
        assertTrue(packed.body().length < 1_000);
        assertArrayEquals(plain.body(), unpacked(packed.body()));
    }

    @Test
    void assets_are_kept_for_ever_under_an_address_that_changes_with_them() throws IOException {
        Matcher style = Pattern.compile("href=\"(/assets/[0-9a-f]{16}/)style\\.css\"")
                .matcher(office.get("/login").body());
        assertTrue(style.find());

        for (String file :
                List.of("style.css", "favicon.svg", "htmx.min.js", "Roboto-Regular.ttf", "Roboto-Medium.ttf")) {
            HttpResponse<byte[]> plain = office.bytes(style.group(1) + file);
            HttpResponse<byte[]> packed = office.bytes(style.group(1) + file, "Accept-Encoding", "gzip, br");

            assertEquals(200, plain.statusCode(), file);
            assertEquals(
                    "public, max-age=31536000, immutable",
                    plain.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals("Accept-Encoding", plain.headers().firstValue("Vary").orElseThrow());
            assertArrayEquals(plain.body(), unpacked(packed.body()), file);
        }
        assertEquals(404, office.get("/assets/0000000000000000/style.css").statusCode());
        assertEquals(404, office.get(style.group(1) + "messages_nb.properties").statusCode());
    }

    @Test
    void what_is_no_http_gets_a_plain_refusal() throws IOException {
        for (String raw : List.of(
                "GET /%%% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v2/fake?client_account_id=1&a=%zz HTTP/1.1\r\nHost: x\r\nAuthorization: " + key + "\r\n\r\n",
                "\1\2\3\r\n\r\n")) {
            String answer = raw(raw);

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
            assertFalse(answer.contains("Exception"), answer);
        }
    }

    @Test
    void a_form_larger_than_a_mebibyte_is_refused() {
        String cookie = office.signedIn("kari@kontor.example");

        HttpResponse<String> answer = office.post("/note", "note=" + "x".repeat(1 << 20), "Cookie", cookie);

        assertEquals(413, answer.statusCode());
    }

    @Test
    void a_port_in_use_is_told_as_such() {
        try (Office other = new Office()) {
            PortInUse inUse = assertThrows(
                    PortInUse.class,
                    () -> other.server()
                            .start(
                                    new Routes(List.of()),
                                    other.authenticate(),
                                    other.limit(),
                                    client -> false,
                                    "127.0.0.1",
                                    office.port()));

            assertEquals(
                    "Port " + office.port()
                            + " on 127.0.0.1 is in use by another program. Stop that one, or choose another port.",
                    inUse.getMessage());
        }
    }

    @Test
    void a_request_that_has_begun_is_answered_before_the_server_stops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Route slow = Route.get("/api/v2/slow")
                .toAll()
                .answers(RouteDraft.JSON)
                .says("Takes its time.")
                .by(request -> {
                    begun.countDown();
                    LockSupport.parkNanos(700_000_000);
                    return Reply.json(List.of("done"));
                });
        CompletableFuture<HttpResponse<String>> answer;
        try (Office other = new Office()) {
            other.open(List.of(slow));
            answer = CompletableFuture.supplyAsync(() -> other.get("/api/v2/slow"));
            begun.await();
        }

        assertEquals("[\"done\"]", answer.get().body());
    }

    @Test
    void a_route_that_does_not_say_who_may_use_it_is_no_route() {
        RouteDraft draft = Route.get("/open").answers(RouteDraft.HTML).says("Nothing.");

        assertThrows(IllegalStateException.class, () -> draft.by(request -> Reply.json(List.of())));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", office.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
