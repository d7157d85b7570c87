package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From keys to the first booked ledger, over HTTP, with everything that can be typed wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OnboardingTest {

    private static final LedgerId LEDGER = new LedgerId("418207");

    @TempDir
    private static Path folder;

    private static EmptyInstallation office;

    @BeforeAll
    static void open() {
        office = new EmptyInstallation(folder).withAdministrator();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Order(5)
    void keys_that_cannot_be_are_told_beside_the_field_and_the_secret_is_not_shown_again() {
        for (String address : List.of("", "http://api.vipps.no", "https://a:b@vipps.no", "javascript:alert(1)")) {
            Map<String, String> form = office.keys("s3cret");
            form.put("address", address);

            Answer told = office.browser.post("/connections", form);

            assertEquals(422, told.status());
            assertTrue(told.body().contains("href=\"#address\""), told.body());
            assertFalse(told.body().contains("s3cret"));
        }
        Map<String, String> odd = office.keys("to ord\u0000");
        odd.put("name", "<script>alert(1)</script>");
        odd.put("client_id", "a:b");
        Answer told = office.browser.post("/connections", odd);
        assertTrue(told.body().contains("href=\"#client_id\"") && told.body().contains("href=\"#client_secret\""));
        assertFalse(told.body().contains("<script>alert"), told.body());
        assertEquals(List.of(), office.avstemt.connections.all());
    }

    @Test
    @Order(6)
    void what_vipps_says_is_told_in_a_sentence_and_nothing_is_stored() {
        Answer refused = office.browser.post("/connections", office.keys("feil-hemmelighet"));
        assertEquals(502, refused.status());
        assertTrue(refused.body().contains("Vipps godtar ikke nøklene"), refused.body());
        assertTrue(refused.body().contains("Svar fra http://"));
        assertTrue(refused.body().contains("value=\"Kontoret\""));
        assertFalse(refused.body().contains("feil-hemmelighet"));

        Map<String, String> nobody = office.keys(office.vipps.clientSecret());
        nobody.put("address", "http://127.0.0.1:1");
        Answer unreachable = office.browser.post("/connections", nobody);
        assertTrue(unreachable.body().contains("Ingen svarer på adressen"), unreachable.body());
        assertFalse(unreachable.body().contains(office.vipps.clientSecret()));
        assertEquals(List.of(), office.avstemt.connections.all());
    }

    @Test
    @Order(7)
    void keys_that_vipps_answers_are_stored_encrypted_and_its_ledgers_listed() throws Exception {
        Answer entered = office.browser.post("/connections", office.keys(office.vipps.clientSecret()));
        assertEquals(303, entered.status(), entered.body());

        String page = office.browser.get(entered.location()).body();
        assertTrue(page.contains(LEDGER.value()) && page.contains("Kaffebaren Nord AS"), page);
        assertFalse(page.contains(office.vipps.clientSecret()));
        Connection stored = office.avstemt.connections.all().get(0).connection();
        assertFalse(stored.toString().contains(office.vipps.clientSecret()));
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
        Map<String, String> form = office.keys("");
        form.put("name", "Kontoret vårt");
        assertEquals(303, office.browser.post("/connections/1", form).status());
        assertEquals(
                "Kontoret vårt",
                office.avstemt.connections.all().get(0).connection().name());

        form.put("address", "https://elsewhere.example");
        assertTrue(office.browser.post("/connections/1", form).body().contains("href=\"#client_secret\""));
    }

    @Test
    @Order(9)
    void nobody_but_an_administrator_comes_near_the_connections() {
        office.avstemt.createUser.run(
                new EmailAddress("ola@kontor.example"),
                "Ola",
                Role.ACCOUNTANT,
                ClientScope.all(),
                EmptyInstallation.PASSWORD);
        FormBrowser ola = office.as("ola@kontor.example");
        String ledger = "/connections/1/ledgers/" + LEDGER;

        for (String path : List.of("/connections", "/connections/1", ledger)) {
            assertEquals(403, ola.get(path).status(), path);
            assertEquals(403, ola.post(path, Map.of()).status(), path);
            assertEquals(303, office.stranger().get(path).status(), path);
        }
        assertFalse(ola.get("/").body().contains("/connections"));
    }

    @Test
    @Order(10)
    void onboarding_tells_what_is_wrong_and_keeps_what_was_typed() {
        Map<String, String> form = EmptyInstallation.answers();
        form.put("name", "\"><script>alert(1)</script>");
        form.put("organisation_number", "311709357");
        form.put("start_date", "2026-13-01");
        form.put("vat_from", "2026-05-01");
        form.put("vat_to", "2026-04-01");
        form.put("cutoff", "25:00");
        form.put("default_code", "33");
        form.put("vat_term", "YEAR");

        Answer told = office.browser.post("/connections/1/ledgers/" + LEDGER, form);

        assertEquals(422, told.status());
        for (String field : List.of("organisation_number", "start_date", "vat_to", "cutoff")) {
            assertTrue(told.body().contains("href=\"#" + field + "\""), field);
        }
        assertTrue(told.body().contains("value=\"311709357\"") && told.body().contains("value=\"25:00\""));
        assertTrue(told.body().contains("<option value=\"33\" selected"), told.body());
        assertTrue(told.body().contains("<option value=\"YEAR\" selected"), told.body());
        assertFalse(told.body().contains("<script>alert"));
        form.put("client", "99");
        assertTrue(office.browser
                .post("/connections/1/ledgers/" + LEDGER, form)
                .body()
                .contains("Velg en klient fra listen"));
        String note = "De føres på den første salgsenheten som bokføres fra salgene i Vipps.";
        assertFalse(told.body().contains(note));
        assertTrue(office.browser.get("/connections/1/ledgers/618330").body().contains(note));
        assertEquals(404, office.browser.get("/connections/1/ledgers/000").status());
        assertEquals(404, office.browser.get("/connections/99").status());
    }

    @Test
    @Order(11)
    void a_ledger_taken_into_use_is_fetched_and_booked_at_once_and_belongs_to_one_client() throws Exception {
        Answer taken = office.browser.post("/connections/1/ledgers/" + LEDGER, EmptyInstallation.answers());
        assertEquals("/first-day?client_account_id=1&ledger_id=" + LEDGER, taken.location(), taken.body());
        assertEquals(200, office.browser.get(taken.location()).status());
        String own = "/client?client_account_id=1";
        assertTrue(office.browser.get(own).body().contains("melding én gang i året (primærnæring)"));

        ClientAccountId client = new ClientAccountId(1);
        office.avstemt.rounds.start(client, SyncProgress.SILENT).get(2, TimeUnit.MINUTES);
        assertEquals(Optional.empty(), state(client).failure());
        assertFalse(state(client).bookedTo().orElseThrow().isBefore(EmptyInstallation.LAST));
        String firstDay = office.browser.get(taken.location()).body();
        assertTrue(firstDay.contains("Saldoen i bøkene er den samme som hos Vipps"), firstDay);
        assertTrue(firstDay.contains("er bokført, med"), firstDay);
        assertEquals(
                404,
                office.browser.get("/first-day?client_account_id=1&ledger_id=1").status());
        assertEquals(own, office.browser.get("/connections/1/ledgers/" + LEDGER).location());
        assertEquals(
                "/connections/1/ledgers/" + LEDGER,
                office.browser
                        .post("/connections/1/ledgers/" + LEDGER, EmptyInstallation.answers())
                        .location());

        Map<String, String> second = EmptyInstallation.answers();
        second.put("client", "1");
        assertEquals(
                "/first-day?client_account_id=1&ledger_id=5120034",
                office.browser.post("/connections/1/ledgers/5120034", second).location());
        assertEquals(
                2,
                office.avstemt
                        .unit
                        .read(Set.of(client), stores -> stores.ledgers().of(client))
                        .size());
    }

    @Test
    @Order(12)
    void fetching_is_for_those_who_write_and_see_the_client() {
        office.avstemt.createUser.run(
                new EmailAddress("per@kontor.example"),
                "Per",
                Role.AUDITOR,
                ClientScope.all(),
                EmptyInstallation.PASSWORD);
        office.avstemt.createUser.run(
                new EmailAddress("eva@kontor.example"),
                "Eva",
                Role.ACCOUNTANT,
                ClientScope.none(),
                EmptyInstallation.PASSWORD);
        FormBrowser per = office.as("per@kontor.example");
        FormBrowser eva = office.as("eva@kontor.example");
        Map<String, String> one = Map.of("client_account_id", "1");

        assertEquals(403, per.post("/fetch", Map.of()).status());
        assertEquals(403, eva.post("/fetch", one).status());
        assertEquals(
                403,
                office.browser.post("/fetch", Map.of("client_account_id", "99")).status());
        assertEquals(
                403,
                office.browser
                        .post("/fetch", Map.of("client_account_id", "1 OR 1=1"))
                        .status());
        assertTrue(eva.get(eva.post("/fetch", Map.of()).location()).body().contains("ingen klienter å hente for"));
        String run = office.browser.post("/fetch", one).location();
        assertTrue(office.browser.get(run).body().contains("Kaffebaren"), run);
        assertEquals(404, eva.get(run).status());
        assertEquals(200, per.get(run).status());
    }

    @Test
    @Order(13)
    void started_with_another_key_it_says_which_setting_and_the_ledger_says_why_it_stopped() throws Exception {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        office.restart(Map.of("AVSTEMT_SECRET_KEY", key));
        office.browser.get("/connections/1");

        Answer told = office.browser.post("/connections/1/ledgers", Map.of());
        assertEquals(409, told.status());
        assertTrue(told.body().contains("AVSTEMT_SECRET_KEY"), told.body());

        ClientAccountId client = new ClientAccountId(1);
        office.avstemt.rounds.start(client, SyncProgress.SILENT).get(1, TimeUnit.MINUTES);
        assertTrue(
                office.browser
                        .get("/client?client_account_id=1")
                        .body()
                        .contains(
                                "Client secret for tilkoblingen Kontoret vårt kan ikke leses med nøkkelen i AVSTEMT_SECRET_KEY"));

        assertEquals(
                303,
                office.browser
                        .post("/connections/1", office.keys(office.vipps.clientSecret()))
                        .status());
        office.avstemt.rounds.start(client, SyncProgress.SILENT).get(1, TimeUnit.MINUTES);
        assertEquals(Optional.empty(), state(client).failure());
    }

    @Test
    @Order(14)
    void no_secret_was_ever_logged() {
        assertEquals(
                List.of(),
                office.loggedWith(office.vipps.clientSecret(), EmptyInstallation.PASSWORD, "feil-hemmelighet"));
    }

    private static LedgerState state(ClientAccountId client) {
        return office.avstemt.unit.read(
                Set.of(client), stores -> stores.ledgers().state(client, LEDGER));
    }
}
