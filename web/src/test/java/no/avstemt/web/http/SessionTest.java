package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionTest {

    private static final String GOOD = "email=kari%40kontor.example&password=" + Office.encoded(Office.PASSWORD);

    private final Office office = new Office();

    @BeforeEach
    void open() {
        office.open(FakeRoutes.all(office));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_page_without_a_session_sends_to_sign_in_and_back() {
        HttpResponse<String> away = office.get("/page/1?client_account_id=1");
        String login = away.headers().firstValue("Location").orElseThrow();

        assertEquals(303, away.statusCode());
        assertEquals("/login?return_to=%2Fpage%2F1%3Fclient_account_id%3D1", login);
        assertTrue(office.get(login).body().contains("value=\"/page/1?client_account_id=1\""));

        HttpResponse<String> back = office.post("/login", GOOD + "&return_to=%2Fpage%2F1%3Fclient_account_id%3D1");
        assertEquals(303, back.statusCode());
        assertEquals(
                "/page/1?client_account_id=1",
                back.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void sign_in_never_leads_to_another_site() {
        for (String elsewhere :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/a b"}) {
            HttpResponse<String> answer = office.post("/login", GOOD + "&return_to=" + Office.encoded(elsewhere));

            assertEquals("/", answer.headers().firstValue("Location").orElseThrow(), elsewhere);
        }
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_secure_behind_tls() {
        String plain =
                office.post("/login", GOOD).headers().firstValue("Set-Cookie").orElseThrow();
        String behindTls = office.post("/login", GOOD, "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertTrue(plain.matches("avstemt_session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"), plain);
        assertTrue(behindTls.endsWith("; SameSite=Lax; Secure"), behindTls);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_say_the_same() {
        HttpResponse<String> wrong = office.post("/login", "email=kari%40kontor.example&password=feil");
        HttpResponse<String> unknown = office.post("/login", "email=hvem%40kontor.example&password=feil");

        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("E-postadressen eller passordet er feil."));
        assertEquals(wrong.body().replace("kari@", "hvem@"), unknown.body());
        assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void too_many_wrong_passwords_have_to_wait() {
        for (int i = 0; i < 5; i++) {
            office.post("/login", "email=kari%40kontor.example&password=feil");
        }

        HttpResponse<String> answer = office.post("/login", GOOD);

        assertEquals(429, answer.statusCode());
        assertTrue(answer.body().contains("Prøv igjen om 1 min."));
    }

    @Test
    void a_form_without_the_sessions_token_changes_nothing() {
        String cookie = office.signedIn("kari@kontor.example");
        String csrf = office.csrf(office.get("/", "Cookie", cookie).body());

        assertEquals(403, office.post("/note", "note=hei", "Cookie", cookie).statusCode());
        assertEquals(
                403,
                office.post("/note", "note=hei&_csrf=feil", "Cookie", cookie).statusCode());
        assertEquals(
                403,
                office.post("/note", "note=hei&_csrf=" + csrf + "&_csrf=" + csrf, "Cookie", cookie)
                        .statusCode());
        assertEquals(
                200,
                office.post("/note", "note=hei&_csrf=" + csrf, "Cookie", cookie).statusCode());
        assertEquals(
                200,
                office.post("/note", "note=hei", "Cookie", cookie, "X-CSRF-Token", csrf)
                        .statusCode());
    }

    @Test
    void a_form_from_another_site_is_refused_with_and_without_a_session() {
        String cookie = office.signedIn("kari@kontor.example");
        String form = "note=hei&_csrf="
                + office.csrf(office.get("/", "Cookie", cookie).body());

        assertEquals(
                403,
                office.post("/note", form, "Cookie", cookie, "Origin", "https://evil.example")
                        .statusCode());
        assertEquals(
                403,
                office.post("/note", form, "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(403, office.post("/login", GOOD, "Origin", "null").statusCode());
        assertEquals(
                303,
                office.post("/login", GOOD, "Origin", office.address().toString())
                        .statusCode());
    }

    @Test
    void who_may_only_read_sends_no_forms() {
        String cookie = office.signedIn("per@kontor.example");
        String csrf = office.csrf(office.get("/", "Cookie", cookie).body());

        assertEquals(
                403,
                office.post("/note", "note=hei&_csrf=" + csrf, "Cookie", cookie).statusCode());
    }

    @Test
    void after_twelve_hours_and_after_sign_out_the_cookie_opens_nothing() {
        String first = office.signedIn("kari@kontor.example");
        assertEquals(200, office.get("/", "Cookie", first).statusCode());
        office.clock.pass(SignIn.SESSION_LIFE);
        assertEquals(303, office.get("/", "Cookie", first).statusCode());

        String second = office.signedIn("kari@kontor.example");
        String csrf = office.csrf(office.get("/", "Cookie", second).body());
        HttpResponse<String> out = office.post("/logout", "_csrf=" + csrf, "Cookie", second);

        assertTrue(out.headers().firstValue("Set-Cookie").orElseThrow().startsWith("avstemt_session=; Max-Age=0;"));
        assertEquals(303, office.get("/", "Cookie", second).statusCode());
    }

    @Test
    void the_language_follows_the_browser_until_one_is_chosen_and_then_the_person() {
        String cookie = office.signedIn("kari@kontor.example");
        assertTrue(office.get("/login", "Accept-Language", "en").body().contains("<h1>Sign in</h1>"));
        assertTrue(office.get("/login", "Accept-Language", "de, sv").body().contains("<h1>Logg inn</h1>"));
        assertTrue(office.get("/login", "Accept-Language", "=,;q=x").body().contains("<h1>Logg inn</h1>"));

        String csrf = office.csrf(office.get("/", "Cookie", cookie).body());
        HttpResponse<String> chosen =
                office.post("/language", "language=en&return_to=%2F&_csrf=" + csrf, "Cookie", cookie);

        assertEquals(303, chosen.statusCode());
        assertTrue(office.get("/", "Cookie", cookie, "Accept-Language", "nb")
                .body()
                .contains("lang=\"en\""));
        String again = office.signedIn("kari@kontor.example");
        assertTrue(
                office.get("/", "Cookie", again, "Accept-Language", "nb").body().contains("lang=\"en\""));
    }

    @Test
    void an_api_key_opens_no_page() {
        String key = office.key(office.anna, ClientScope.all(), Right.WRITE);

        assertEquals(303, office.get("/", "Authorization", "Bearer " + key).statusCode());
        assertFalse(office.get("/", "Authorization", "Bearer " + key).body().contains("front"));
    }
}
