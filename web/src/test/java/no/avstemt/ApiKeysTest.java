package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.ApiKeyStore.KnownKey;
import no.avstemt.application.access.ClientScope;
import no.avstemt.web.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person makes a key, a program uses it, and it ends. */
final class ApiKeysTest {

    private static final Pattern KEY = Pattern.compile("<code>(avst_[A-Za-z0-9_-]{43})</code>");
    private static final String ANNA = "anna@kontor.example";
    private static final String KARI = "kari@kontor.example";

    @TempDir
    private static Path folder;

    private static ApiOffice office;
    private static FormBrowser anna;
    private static FormBrowser kari;

    @BeforeAll
    static void open() {
        office = new ApiOffice(folder);
        anna = new FormBrowser(office.avstemt.address(), "nb").signedIn(ANNA, DemoOffice.PASSWORD);
        kari = new FormBrowser(office.avstemt.address(), "nb").signedIn(KARI, DemoOffice.PASSWORD);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_key_is_shown_once_opens_what_was_chosen_and_nothing_when_it_is_withdrawn() throws Exception {
        String key = made(anna, "Lønnssystem", "read", own());

        assertEquals(200, status(key, "GET", "/api/v2/accounts?client_account_id=" + own()));
        assertEquals(403, status(key, "GET", "/api/v2/accounts?client_account_id=" + office.foreign));
        assertEquals(403, status(key, "DELETE", "/api/v2/accounts/1?client_account_id=" + own()));
        String page = anna.get("/api-keys").body();
        assertFalse(page.contains(key));
        assertTrue(page.contains("Lønnssystem"));
        KnownKey known = known("Lønnssystem");
        assertTrue(known.lastUsedAt().isPresent());

        FormBrowser.Answer withdrawn = anna.post("/api-keys/" + known.id().value() + "/withdraw", Map.of());

        assertEquals(303, withdrawn.status());
        assertEquals(401, status(key, "GET", "/api/v2/accounts?client_account_id=" + own()));
        assertTrue(anna.get("/api-keys").body().contains("Trukket tilbake"));
        assertEquals(
                404,
                anna.post("/api-keys/" + known.id().value() + "/withdraw", Map.of())
                        .status());
    }

    @Test
    void nobody_makes_a_key_for_what_they_do_not_see() {
        FormBrowser.Answer foreign = make(anna, "Fremmed", "read", office.foreign.toString());
        FormBrowser.Answer none = make(anna, "Ingen", "read", "");
        FormBrowser.Answer nameless = make(anna, " ", "read", own());

        for (FormBrowser.Answer refused : new FormBrowser.Answer[] {foreign, none, nameless}) {
            assertEquals(422, refused.status());
            assertFalse(KEY.matcher(refused.body()).find());
        }
        assertTrue(foreign.body().contains("Velg minst én klient, eller la nøkkelen gjelde alle."));
    }

    @Test
    void others_keys_are_seen_and_withdrawn_by_administrators_alone_and_all_of_it_is_history() throws Exception {
        String karis = made(kari, "Karis nøkkel", "write", own());
        String annas = made(anna, "Annas nøkkel", "write", own());
        long idOfKaris = known("Karis nøkkel").id().value();
        long idOfAnnas = known("Annas nøkkel").id().value();

        assertFalse(anna.get("/api-keys").body().contains("Karis nøkkel"));
        assertEquals(
                404, anna.post("/api-keys/" + idOfKaris + "/withdraw", Map.of()).status());
        assertEquals(
                303, kari.post("/api-keys/" + idOfAnnas + "/withdraw", Map.of()).status());

        assertEquals(200, status(karis, "GET", "/api/v2/client-accounts"));
        assertEquals(401, status(annas, "GET", "/api/v2/client-accounts"));
        String page = kari.get("/api-keys").body();
        assertTrue(page.contains("API-nøkkel laget: Karis nøkkel"));
        assertTrue(page.contains("Rett: Lese og skrive; Klienter: Kaffebaren Nord AS"));
        assertTrue(page.contains("API-nøkkel trukket tilbake: Annas nøkkel"));
        assertFalse(kari.get("/connections").body().contains("Annas nøkkel"));
        assertFalse(anna.get("/api-keys").body().contains("API-nøkkel laget"));
    }

    @Test
    void the_history_of_keys_is_told_to_programs_of_administrators_and_holds_no_key() throws Exception {
        String key = made(anna, "Til historien", "read", own());
        anna.post("/api-keys/" + known("Til historien").id().value() + "/withdraw", Map.of());
        Route route = office.routes().stream()
                .filter(each -> each.path().equals("/api/v2/api-key-events"))
                .findFirst()
                .orElseThrow();

        String told = office.send(route, route.path(), "", "Authorization", "Bearer " + office.writer(route))
                .body();

        JsonNode latest = JsonMapper.shared().readTree(told).get("data");
        assertEquals("API_KEY_WITHDRAWN", latest.at("/0/action").asString(), told);
        assertEquals("API_KEY_MADE", latest.at("/1/action").asString(), told);
        assertEquals("Til historien", latest.at("/1/subject").asString());
        assertEquals(ANNA, latest.at("/1/actor").asString());
        assertEquals(
                "{\"name\":\"access_right\",\"value\":\"read\"}",
                latest.at("/1/after/0").toString());
        assertFalse(told.contains(key));
        assertEquals(403, status(office.writer, "GET", route.path()));
        assertEquals(401, status(key, "GET", route.path()));
    }

    @Test
    void the_demo_shows_its_key_again_until_it_is_withdrawn() {
        DemoOffice demo = new DemoOffice(office.avstemt);
        String key = demo.key(demo.administrator(), "Demo", ClientScope.all());
        assertTrue(demo.opens(key));

        kari.post("/api-keys/" + known("Demo").id().value() + "/withdraw", Map.of());

        assertFalse(demo.opens(key));
    }

    @Test
    void a_key_does_not_open_the_page_of_keys() throws Exception {
        assertEquals(303, status(office.writer, "GET", "/api-keys"));
    }

    private static String own() {
        return office.own.toString();
    }

    private static FormBrowser.Answer make(FormBrowser browser, String name, String right, String client) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("access_right", right);
        form.put("scope", "chosen");
        if (!client.isEmpty()) {
            form.put("clients", client);
        }
        return browser.post("/api-keys", form);
    }

    private static String made(FormBrowser browser, String name, String right, String client) {
        FormBrowser.Answer answer = make(browser, name, right, client);
        assertEquals(201, answer.status(), answer.body());
        Matcher key = KEY.matcher(answer.body());
        assertTrue(key.find(), answer.body());
        return key.group(1);
    }

    private static KnownKey known(String name) {
        return office
                .avstemt
                .unit
                .read(Set.of(), stores -> stores.office().apiKeys().all())
                .stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int status(String key, String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(office.avstemt.address() + path))
                .header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
