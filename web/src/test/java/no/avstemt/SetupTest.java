package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import no.avstemt.FormBrowser.Answer;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Role;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** From an empty installation to the first booked ledger, over HTTP, with everything that can be typed wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SetupTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final String EMAIL = "kari@kontor.example";
    private static final String PASSWORD = "riktig hest batteri";
    private static final LedgerId LEDGER = new LedgerId("418207");

    @TempDir
    private static Path folder;

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static Avstemt avstemt;
    private static VippsSimulator vipps;
    private static FormBrowser browser;
    private static String secondToken = "";

    @BeforeAll
    static void open() {
        LOG.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
        vipps = VippsSimulator.start(SimulatorSettings.between(0, 1, LAST.minusDays(20), LAST), CLOCK);
        avstemt = opened(Map.of());
        browser = new FormBrowser(avstemt.address(), "nb");
    }

    @AfterAll
    static void close() {
        avstemt.close();
        vipps.close();
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
    }

    private static Avstemt opened(Map<String, String> environment) {
        Avstemt opened = Avstemt.open(Settings.read(environment, Optional.of(folder), Optional.of(0)), CLOCK);
        opened.serve(0);
        return opened;
    }

    @Test
    @Order(1)
    void while_there_is_no_user_every_page_leads_to_where_the_token_is() {
        assertEquals("/login", browser.get("/").location());
        assertTrue(browser.get("/connections").location().startsWith("/login?"));
        assertEquals("/setup", browser.get("/login").location());

        Answer locked = browser.get("/setup");
        assertEquals(403, locked.status());
        assertTrue(locked.body().contains("Set up Avstemt at"), locked.body());
    }

    @Test
    @Order(2)
    void only_the_token_of_the_latest_start_opens_the_page() {
        String first = avstemt.setUp.begin().orElseThrow().text();
        assertEquals(200, browser.get("/setup?token=" + first).status());

        secondToken = avstemt.setUp.begin().orElseThrow().text();

        for (String wrong : List.of(first, "", "x", secondToken.substring(1), secondToken + "A")) {
            assertEquals(403, browser.get("/setup?token=" + wrong).status(), wrong);
            assertEquals(403, browser.post("/setup", administrator(wrong)).status(), wrong);
        }
        assertTrue(avstemt.setUp.isNeeded());
    }

    @Test
    @Order(3)
    void what_is_wrong_is_told_and_nothing_typed_is_lost_but_the_password() {
        Map<String, String> form = administrator(secondToken);
        form.put("name", "Kari <b>&\"Nordmann\"");
        form.put("email", "kari");
        form.put("password", "for kort!");

        Answer told = browser.post("/setup", form);

        assertEquals(422, told.status());
        assertTrue(told.body().contains("href=\"#email\"") && told.body().contains("href=\"#password\""), told.body());
        assertTrue(told.body().contains("value=\"Kari &lt;b>&amp;&#34;Nordmann&#34;\""), told.body());
        assertFalse(told.body().contains("for kort!"));
        form.put("email", EMAIL);
        form.put("password", PASSWORD);
        form.put("password_again", "noe annet her");
        assertTrue(browser.post("/setup", form).body().contains("href=\"#password_again\""));
        assertTrue(avstemt.setUp.isNeeded());
    }

    @Test
    @Order(4)
    void the_token_makes_one_administrator_who_is_signed_in_and_then_setup_is_gone() {
        Answer made = browser.post("/setup", administrator(secondToken));

        assertEquals("/connections", made.location());
        assertEquals(200, browser.get("/connections").status());
        FormBrowser stranger = new FormBrowser(avstemt.address(), "en");
        assertEquals("/login", stranger.get("/setup?token=" + secondToken).location());
        assertEquals(
                "/login", stranger.post("/setup", administrator(secondToken)).location());
        assertEquals(200, stranger.get("/login").status());
        assertEquals(Optional.empty(), avstemt.setUp.begin());
    }

    @Test
    @Order(5)
    void keys_that_cannot_be_are_told_beside_the_field_and_the_secret_is_not_shown_again() {
        for (String address : List.of("", "http://api.vipps.no", "https://a:b@vipps.no", "javascript:alert(1)")) {
            Map<String, String> form = keys("s3cret");
            form.put("address", address);

            Answer told = browser.post("/connections", form);

            assertEquals(422, told.status());
            assertTrue(told.body().contains("href=\"#address\""), told.body());
            assertFalse(told.body().contains("s3cret"));
        }
        Map<String, String> odd = keys("to ord\u0000");
        odd.put("name", "<script>alert(1)</script>");
        odd.put("client_id", "a:b");
        Answer told = browser.post("/connections", odd);
        assertTrue(told.body().contains("href=\"#client_id\"") && told.body().contains("href=\"#client_secret\""));
        assertFalse(told.body().contains("<script>alert"), told.body());
        assertEquals(List.of(), avstemt.connections.all());
    }

    @Test
    @Order(6)
    void what_vipps_says_is_told_in_a_sentence_and_nothing_is_stored() {
        Answer refused = browser.post("/connections", keys("feil-hemmelighet"));
        assertEquals(502, refused.status());
        assertTrue(refused.body().contains("Vipps godtar ikke nøklene"), refused.body());
        assertTrue(refused.body().contains("value=\"Kontoret\""));
        assertFalse(refused.body().contains("feil-hemmelighet"));

        Map<String, String> nobody = keys(vipps.clientSecret());
        nobody.put("address", "http://127.0.0.1:1");
        Answer unreachable = browser.post("/connections", nobody);
        assertTrue(unreachable.body().contains("Ingen svarer på adressen"), unreachable.body());
        assertFalse(unreachable.body().contains(vipps.clientSecret()));
        assertEquals(List.of(), avstemt.connections.all());
    }

    @Test
    @Order(7)
    void keys_that_vipps_answers_are_stored_encrypted_and_its_ledgers_listed() throws Exception {
        Answer entered = browser.post("/connections", keys(vipps.clientSecret()));
        assertEquals(303, entered.status(), entered.body());

        String page = browser.get(entered.location()).body();
        assertTrue(page.contains(LEDGER.value()) && page.contains("Kaffebaren Nord AS"), page);
        assertFalse(page.contains(vipps.clientSecret()));
        Connection stored = avstemt.connections.all().get(0).connection();
        assertFalse(stored.toString().contains(vipps.clientSecret()));
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(folder.resolve("secret.key")).stream()
                        .sorted()
                        .toList()
                        .toString());
    }

    @Test
    @Order(8)
    void a_kept_secret_is_never_sent_to_another_address() {
        Map<String, String> form = keys("");
        form.put("name", "Kontoret vårt");
        assertEquals(303, browser.post("/connections/1", form).status());
        assertEquals(
                "Kontoret vårt", avstemt.connections.all().get(0).connection().name());

        form.put("address", "https://elsewhere.example");
        assertTrue(browser.post("/connections/1", form).body().contains("href=\"#client_secret\""));
    }

    @Test
    @Order(9)
    void nobody_but_an_administrator_comes_near_the_connections() {
        avstemt.createUser.run(
                new EmailAddress("ola@kontor.example"), "Ola", Role.ACCOUNTANT, ClientScope.all(), PASSWORD);
        FormBrowser ola = new FormBrowser(avstemt.address(), "nb").signedIn("ola@kontor.example", PASSWORD);
        String ledger = "/connections/1/ledgers/" + LEDGER;

        for (String path : List.of("/connections", "/connections/1", ledger)) {
            assertEquals(403, ola.get(path).status(), path);
            assertEquals(403, ola.post(path, Map.of()).status(), path);
            assertEquals(303, new FormBrowser(avstemt.address(), "nb").get(path).status(), path);
        }
        assertFalse(ola.get("/").body().contains("/connections"));
    }

    @Test
    @Order(10)
    void onboarding_tells_what_is_wrong_and_keeps_what_was_typed() {
        Map<String, String> form = answers();
        form.put("name", "\"><script>alert(1)</script>");
        form.put("organisation_number", "311709357");
        form.put("start_date", "2026-13-01");
        form.put("vat_from", "2026-05-01");
        form.put("vat_to", "2026-04-01");
        form.put("cutoff", "25:00");
        form.put("default_code", "33");

        Answer told = browser.post("/connections/1/ledgers/" + LEDGER, form);

        assertEquals(422, told.status());
        for (String field : List.of("organisation_number", "start_date", "vat_to", "cutoff")) {
            assertTrue(told.body().contains("href=\"#" + field + "\""), field);
        }
        assertTrue(told.body().contains("value=\"311709357\"") && told.body().contains("value=\"25:00\""));
        assertTrue(told.body().contains("<option value=\"33\" selected"), told.body());
        assertFalse(told.body().contains("<script>alert"));
        form.put("client", "99");
        assertTrue(browser.post("/connections/1/ledgers/" + LEDGER, form).body().contains("Velg en klient fra listen"));
        assertEquals(404, browser.get("/connections/1/ledgers/000").status());
        assertEquals(404, browser.get("/connections/99").status());
    }

    @Test
    @Order(11)
    void a_ledger_taken_into_use_is_fetched_and_booked_at_once_and_belongs_to_one_client() throws Exception {
        Answer taken = browser.post("/connections/1/ledgers/" + LEDGER, answers());
        assertEquals("/client?client_account_id=1", taken.location(), taken.body());

        ClientAccountId client = new ClientAccountId(1);
        avstemt.rounds.start(client, SyncProgress.SILENT).get(2, TimeUnit.MINUTES);
        assertEquals(Optional.empty(), state(client).failure());
        assertFalse(state(client).bookedTo().orElseThrow().isBefore(LAST));
        assertEquals(
                taken.location(),
                browser.get("/connections/1/ledgers/" + LEDGER).location());
        assertEquals(
                "/connections/1/ledgers/" + LEDGER,
                browser.post("/connections/1/ledgers/" + LEDGER, answers()).location());

        Map<String, String> second = answers();
        second.put("client", "1");
        assertEquals(
                taken.location(),
                browser.post("/connections/1/ledgers/5120034", second).location());
        assertEquals(
                2,
                avstemt.unit
                        .read(Set.of(client), stores -> stores.ledgers().of(client))
                        .size());
    }

    @Test
    @Order(12)
    void fetching_is_for_those_who_write_and_see_the_client() {
        avstemt.createUser.run(
                new EmailAddress("per@kontor.example"), "Per", Role.AUDITOR, ClientScope.all(), PASSWORD);
        avstemt.createUser.run(
                new EmailAddress("eva@kontor.example"), "Eva", Role.ACCOUNTANT, ClientScope.none(), PASSWORD);
        FormBrowser per = new FormBrowser(avstemt.address(), "nb").signedIn("per@kontor.example", PASSWORD);
        FormBrowser eva = new FormBrowser(avstemt.address(), "nb").signedIn("eva@kontor.example", PASSWORD);
        Map<String, String> one = Map.of("client_account_id", "1");

        assertEquals(403, per.post("/fetch", Map.of()).status());
        assertEquals(403, eva.post("/fetch", one).status());
        assertEquals(
                403, browser.post("/fetch", Map.of("client_account_id", "99")).status());
        assertEquals(
                403,
                browser.post("/fetch", Map.of("client_account_id", "1 OR 1=1")).status());
        assertEquals("/", eva.post("/fetch", Map.of()).location());
        assertEquals(
                "/client?client_account_id=1",
                browser.post("/fetch", Map.of("client_account_id", "1", "return_to", "/client?client_account_id=1"))
                        .location());
        assertEquals(
                "/",
                browser.post("/fetch", Map.of("return_to", "//evil.example")).location());
    }

    @Test
    @Order(13)
    void started_with_another_key_it_says_which_setting_and_the_ledger_says_why_it_stopped() throws Exception {
        avstemt.close();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        avstemt = opened(Map.of("AVSTEMT_SECRET_KEY", key));
        FormBrowser kari = new FormBrowser(avstemt.address(), "nb").signedIn(EMAIL, PASSWORD);
        kari.get("/connections/1");

        Answer told = kari.post("/connections/1/ledgers", Map.of());
        assertEquals(409, told.status());
        assertTrue(told.body().contains("AVSTEMT_SECRET_KEY"), told.body());

        ClientAccountId client = new ClientAccountId(1);
        avstemt.rounds.start(client, SyncProgress.SILENT).get(1, TimeUnit.MINUTES);
        assertTrue(state(client).failure().orElseThrow().contains("AVSTEMT_SECRET_KEY"));

        assertEquals(
                303, kari.post("/connections/1", keys(vipps.clientSecret())).status());
        avstemt.rounds.start(client, SyncProgress.SILENT).get(1, TimeUnit.MINUTES);
        assertEquals(Optional.empty(), state(client).failure());
    }

    @Test
    @Order(14)
    void no_secret_was_ever_logged() {
        List<String> lines = List.copyOf(LOG.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();

        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.contains(vipps.clientSecret())
                                || line.contains(PASSWORD)
                                || line.contains(secondToken)
                                || line.contains("feil-hemmelighet"))
                        .toList());
    }

    private static LedgerState state(ClientAccountId client) {
        return avstemt.unit.read(Set.of(client), stores -> stores.ledgers().state(client, LEDGER));
    }

    private static Map<String, String> administrator(String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("name", "Kari Nordmann");
        form.put("email", EMAIL);
        form.put("password", PASSWORD);
        form.put("password_again", PASSWORD);
        form.put("chosen_language", "nb");
        return form;
    }

    private static Map<String, String> keys(String secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Kontoret");
        form.put("address", vipps.baseUri().toString());
        form.put("client_id", vipps.clientId());
        form.put("client_secret", secret);
        return form;
    }

    private static Map<String, String> answers() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client", "");
        form.put("name", "Kaffebaren Nord AS");
        form.put("organisation_number", "310 482 617");
        form.put("books_language", "nb");
        form.put("start_date", "2026-01-01");
        form.put("vat_registered", "true");
        form.put("vat_from", "");
        form.put("vat_to", "");
        form.put("booked_from", "VIPPS");
        form.put("default_code", "3");
        form.put("zero_rate", "5");
        form.put("cutoff", "00:00");
        return form;
    }
}
