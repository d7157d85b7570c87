package no.avstemt;

import static no.avstemt.TwoCopies.SYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import no.avstemt.TwoCopies.Told;
import no.avstemt.domain.client.ClientAccountId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who paid is fetched only for a client account that chose so, shown while it is kept, and outside all that is proven. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
final class PersonalDataTest {

    private static final String PATH = "/api/v2/client-settings/personal-data?client_account_id=";
    private static final String ALL = "SELECT count(*) FROM settlement_person";

    private static TwoCopies copies;
    private static ClientAccountId club;
    private static String chainHead = "";

    @BeforeAll
    static void open(@TempDir Path folder) {
        copies = new TwoCopies(folder);
        club = copies.clients.stream()
                .filter(client -> name(client).contains("Idrettslag"))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        copies.close();
    }

    private static String name(ClientAccountId client) {
        return copies.one
                .unit
                .read(Set.of(client), stores -> stores.clients().find(client))
                .orElseThrow()
                .name();
    }

    private static long count(String sql, Object... values) {
        return copies.database.asSuperuser(
                handle -> handle.select(sql, values).mapTo(Long.class).one());
    }

    private static Told ask(String method, String path, String body) {
        return copies.ask(copies.one, method, path, body, copies.key);
    }

    private static FormBrowser kari() {
        FormBrowser kari = new FormBrowser(copies.one.address(), "nb");
        return kari.signedIn(DemoOffice.EMAIL, DemoOffice.PASSWORD);
    }

    private static long entry(String order) {
        return count("""
                SELECT settlement_entry_id
                  FROM settlement_person
                  JOIN settlement_entry USING (client_account_id, settlement_entry_id)
                 ORDER BY time %s LIMIT 1
                """.formatted(order));
    }

    private static String page(long entry) {
        return kari().get("/settlement-entries/" + entry + "?client_account_id=" + club)
                .body();
    }

    private static void assertWhole() {
        Told proof = ask("POST", "/api/v2/verifications?client_account_id=" + club, "");
        assertEquals("whole", proof.json().get("state").asString(), proof.json()::toString);
    }

    private static String head() {
        return ask("GET", "/api/v2/chain-head?client_account_id=" + club, "")
                .json()
                .get("text")
                .asString();
    }

    @Test
    @Order(1)
    void it_is_off_until_it_is_chosen_with_a_reason_and_a_time() {
        assertFalse(ask("GET", PATH + club, "").json().get("is_asked_for").asBoolean());
        assertEquals(
                400,
                ask("PUT", PATH + club, "{\"reason\":\" \",\"kept_days\":90}").status());
        assertEquals(
                400,
                ask("PUT", PATH + club, "{\"reason\":\"x\",\"kept_days\":0}").status());

        FormBrowser kari = kari();
        kari.get("/client/settings/personal-data?client_account_id=" + club);
        String refused = kari.post(
                        "/client/settings/personal-data",
                        Map.of("client_account_id", club.toString(), "personal_data", "true", "kept_days", "3000"))
                .body();
        assertTrue(refused.contains("Skriv hvorfor klienten trenger"), refused);
        assertTrue(refused.contains("fra 1 til 1826"), refused);
        assertFalse(ask("GET", PATH + club, "").json().get("is_asked_for").asBoolean());
    }

    @Test
    @Order(2)
    void it_is_kept_of_the_client_account_that_chose_it_apart_from_what_vipps_gave() throws Exception {
        Told chosen = ask("PUT", PATH + club, "{\"reason\":\"Medlemskontingent\",\"kept_days\":1000}");
        assertEquals(200, chosen.status(), chosen.json()::toString);

        copies.awaited(copies.one, ask("POST", SYNC, "").location(), "done");

        assertTrue(count(ALL + " WHERE client_account_id = ?", club.value()) > 0);
        assertEquals(count(ALL), count(ALL + " WHERE client_account_id = ?", club.value()));
        assertEquals(0, count("""
                SELECT count(*)
                  FROM settlement_entry
                 WHERE raw LIKE '%maskedPhoneNo%' OR raw LIKE '%"message"%' OR raw LIKE '%"name"%'
                """));
        String told = page(entry("ASC"));
        assertTrue(told.contains("Betalt av") && told.contains("Telefonnummer"), told);
        assertWhole();
        chainHead = head();
    }

    @Test
    @Order(3)
    void after_its_time_it_is_shown_no_more_and_deleted_within_the_hour_while_the_books_stay() {
        long oldest = entry("ASC");
        long before = count(ALL);
        OffsetDateTime now = ProgramForTest.CLOCK.instant().atOffset(ZoneOffset.UTC);
        copies.database.asOwner(owner -> owner.execute("""
                UPDATE personal_data_choice
                   SET kept_days = (SELECT extract(day FROM ?::timestamptz - min(time)) - 5 FROM settlement_entry)
                """, now));

        String told = page(oldest);
        assertFalse(told.contains("Betalt av"), told);
        copies.one.fetching.personalData().deleteOld();

        long left = count(ALL);
        assertEquals(1, count("""
                SELECT count(*)
                  FROM audit_event
                 WHERE action = 'PERSONAL_DATA_DELETED' AND actor = 'Avstemt' AND client_account_id = ?
                   AND after[array_position(after, 'deleted') + 1]::int = ?
                   AND after[array_position(after, 'paid_before') + 1]::date < ?
                """, club.value(), before - left, now.toLocalDate()));
        assertTrue(0 < left && left < before, left + " of " + before);
        assertTrue(page(entry("DESC")).contains("Betalt av"));
        assertWhole();
        assertEquals(chainHead, head());
    }

    @Test
    @Order(4)
    void switched_off_it_is_deleted_at_once_and_the_history_tells_who_and_why() {
        FormBrowser kari = kari();
        kari.get("/client/settings/personal-data?client_account_id=" + club);
        kari.post(
                "/client/settings/personal-data",
                Map.of("client_account_id", club.toString(), "personal_data", "false"));

        assertEquals(0, count(ALL));
        assertFalse(ask("GET", PATH + club, "").json().get("is_asked_for").asBoolean());
        assertEquals(204, copies.status(copies.one, "DELETE", PATH + club));
        assertWhole();
        String history =
                kari.get("/processing-history?client_account_id=" + club).body();
        assertTrue(history.contains("Endret om personopplysninger hentes fra Vipps"), history);
        assertTrue(history.contains("Medlemskontingent"), history);
        assertTrue(history.contains("Personopplysninger slettet etter tiden klienten har valgt"), history);
        assertEquals(2, count("SELECT count(*) FROM audit_event WHERE action = 'PERSONAL_DATA_CHANGED'"));
    }
}
