package no.avstemt;

import static no.avstemt.TwoCopies.SYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two copies of the program on one database: what is fetched is fetched once, and both show how far it is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(180)
final class SyncRunsTest {

    private static TwoCopies copies;

    @BeforeAll
    static void open(@TempDir Path folder) {
        copies = new TwoCopies(folder);
    }

    @AfterAll
    static void close() {
        copies.close();
    }

    @Test
    @Order(1)
    void a_run_of_one_copy_is_watched_on_the_other_which_goes_along_with_it_and_fetches_nothing_twice()
            throws Exception {
        copies.fault("{\"kind\": \"slow\", \"topic\": \"fees\", \"seconds\": 2, \"times\": 4}");

        Told started = copies.ask(copies.one, "POST", SYNC, "", copies.key);
        assertEquals(202, started.status(), started.json()::toString);
        assertEquals(SYNC + "/" + started.json().get("id").asLong(), started.location());
        JsonNode running = copies.awaited(copies.other, started.location(), "running");
        assertTrue(running.get("ended_at").isNull());
        assertEquals(copies.clients.size(), running.get("client_accounts").size());

        Told joined = copies.ask(copies.other, "POST", SYNC, "{}", copies.key);
        assertEquals(
                "Kari Nordmann",
                copies.awaited(copies.other, joined.location(), "running")
                        .get("started_by")
                        .asString());
        List<String> events = copies.events(copies.other, joined.location())
                .get(2, TimeUnit.MINUTES)
                .lines()
                .toList();

        assertTrue(events.contains("event: end"), events::toString);
        String last = events.get(events.lastIndexOf("event: end") + 1).substring("data: ".length());
        assertEquals("done", JsonMapper.shared().readTree(last).get("state").asString(), last);
        assertTrue(events.stream().filter(line -> line.startsWith("data: ")).count() > 1, events::toString);
        JsonNode ended = copies.awaited(copies.one, started.location(), "done");
        assertEquals(copies.vipps.settlementEntries(), ended.get("entries").asLong());
        assertTrue(ended.get("journal_entries").asLong() > 0);
        JsonNode alike = copies.awaited(copies.one, joined.location(), "done");
        assertEquals(ended.get("entries"), alike.get("entries"));
        assertEquals(ended.get("client_accounts"), alike.get("client_accounts"));
    }

    /** The fetching of its clients is over, and dates are compared: what came to Vipps since is not in it yet. */
    @Test
    @Order(2)
    void whoever_joins_a_run_gets_what_is_new_then_though_it_only_compares_dates_still() throws Exception {
        copies.fault("{\"kind\": \"slow\", \"path\": \"*/dates/*\", \"seconds\": 4}");
        Told started = copies.ask(copies.one, "POST", SYNC, "", copies.key);
        copies.awaitFault("\"spoilt\":1");
        long before = copies.vipps.settlementEntries();
        copies.control("POST", "/days", "{\"days\": 1}");
        assertTrue(copies.vipps.settlementEntries() > before);

        copies.database.asOwner(
                owner -> owner.execute("UPDATE ledger_state SET next_try_at = now() - interval '1 minute'"));
        copies.other.fetching.now().again(Instant.now());
        assertEquals(started.json().get("id").asLong(), latestRun(), "what runs is not started by the minute");
        Told joined = copies.ask(copies.other, "POST", SYNC, "", copies.key);
        copies.awaitEntries(copies.vipps.settlementEntries());
        copies.noMoreFaults();

        JsonNode ended = copies.awaited(copies.other, joined.location(), "done");
        assertEquals(
                copies.vipps.settlementEntries() - before, ended.get("entries").asLong());
        assertEquals(
                ended.get("client_accounts"),
                copies.awaited(copies.one, started.location(), "done").get("client_accounts"));
    }

    private static long latestRun() {
        return copies.database.asSuperuser(handle -> handle.select("SELECT max(run_id) FROM sync_run")
                .mapTo(Long.class)
                .one());
    }

    @Test
    @Order(3)
    void what_failed_of_a_ledger_is_told_with_code_and_text_and_only_to_those_who_may_see_the_client()
            throws Exception {
        ClientAccountId failing = copies.clients.get(1);
        String ledger = copies.ledgerOf(failing);
        copies.fault("{\"kind\": \"no-such-ledger\", \"ledger_id\": \"%s\"}".formatted(ledger));

        Told started = copies.ask(copies.other, "POST", SYNC, "", copies.key);
        JsonNode run = copies.awaited(copies.one, started.location(), "failed");
        JsonNode client = run.get("client_accounts").get(1);

        assertEquals("failed", client.get("state").asString());
        assertFalse(client.at("/ledgers/0/failure_code").asString().isBlank(), client::toString);
        assertTrue(client.at("/ledgers/0/failure").asString().contains("404"), client::toString);
        assertEquals("done", run.at("/client_accounts/0/state").asString());
        JsonNode mine = copies.ask(copies.one, "GET", started.location(), "", copies.keyOfFirst)
                .json();
        assertEquals(1, mine.get("client_accounts").size(), mine::toString);
        assertEquals("done", mine.get("state").asString());
        copies.noMoreFaults();
    }

    @Test
    @Order(4)
    void a_run_is_for_those_who_may_see_some_of_it() throws Exception {
        long second = copies.clients.get(1).value();
        Told foreign = copies.ask(copies.one, "POST", SYNC, "{\"client_account_id\":" + second + "}", copies.key);
        copies.awaited(copies.one, foreign.location(), "done");

        assertEquals(
                404,
                copies.ask(copies.one, "GET", foreign.location(), "", copies.keyOfFirst)
                        .status());
        assertEquals(
                404,
                copies.ask(copies.one, "GET", foreign.location() + "/events", "", copies.keyOfFirst)
                        .status());
        assertEquals(
                404,
                copies.ask(copies.one, "GET", SYNC + "/4711", "", copies.key).status());
        assertEquals(
                403,
                copies.ask(copies.one, "POST", SYNC, "{\"client_account_id\":" + second + "}", copies.keyOfFirst)
                        .status());
        Told own = copies.ask(copies.one, "POST", SYNC, "", copies.keyOfFirst);
        assertEquals(
                1,
                copies.awaited(copies.one, own.location(), "done")
                        .get("client_accounts")
                        .size());
        assertFalse(copies.ask(copies.one, "GET", own.location(), "", copies.keyOfFirst)
                .json()
                .get("ended_at")
                .isNull());
    }

    @Test
    @Order(5)
    void the_button_leads_to_a_page_that_tells_how_it_ended() throws Exception {
        FormBrowser kari =
                new FormBrowser(copies.other.address(), "nb").signedIn(DemoOffice.EMAIL, DemoOffice.PASSWORD);
        kari.get("/");
        String page = kari.post(
                        "/fetch",
                        Map.of("client_account_id", copies.clients.get(0).toString()))
                .location();
        copies.awaited(copies.one, SYNC + page.substring(page.lastIndexOf('/')), "done");
        String told = kari.get(page).body();

        assertTrue(told.contains("Ferdig. Klienter: 1. Nytt:"), told);
        assertTrue(told.contains("startet av Kari Nordmann"), told);
        assertFalse(told.contains("data-events=\"/api"), told);
        assertEquals(404, kari.get("/fetches/4711").status());
        String list = kari.get("/fetches").body();
        assertTrue(list.contains("href=\"" + page + "\"") && list.contains("Kari Nordmann"), list);
        assertTrue(kari.get("/").body().contains("href=\"/fetches\""));

        JsonNode all = copies.ask(copies.other, "GET", SYNC + "?per_page=1", "", copies.key)
                .json();
        assertEquals(page, "/fetches/" + all.at("/data/0/id").asLong());
        assertEquals(1, all.at("/data").size());
        JsonNode ofFirst =
                copies.ask(copies.other, "GET", SYNC, "", copies.keyOfFirst).json();
        assertTrue(ofFirst.at("/meta/records").asLong() > 0);
        ofFirst.at("/data").forEach(run -> assertTrue(run.get("client_accounts").asLong() <= 1, run::toString));
    }

    @Test
    @Order(6)
    void a_run_whose_program_ended_is_told_as_interrupted_and_holds_up_no_other() throws Exception {
        copies.fault("{\"kind\": \"slow\", \"topic\": \"sales\", \"seconds\": 60, \"times\": 100}");
        Told started = copies.ask(copies.other, "POST", SYNC, "", copies.key);
        copies.awaited(copies.one, started.location(), "running");

        copies.other.close();
        JsonNode run = copies.awaited(copies.one, started.location(), "interrupted");
        copies.noMoreFaults();
        Told next = copies.ask(copies.one, "POST", SYNC, "", copies.key);

        assertFalse(run.get("ended_at").isNull());
        assertEquals(
                "done",
                copies.awaited(copies.one, next.location(), "done").get("state").asString());
        copies.startTheOtherAgain();
        assertEquals(
                "interrupted",
                copies.awaited(copies.other, started.location(), "interrupted")
                        .get("state")
                        .asString());
    }

    @Test
    @Order(7)
    void the_hour_starts_a_run_that_nobody_started() throws Exception {
        OffsetDateTime monthAgo =
                ProgramForTest.CLOCK.instant().minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC);
        copies.database.asOwner(owner -> owner.execute("UPDATE sync_run SET started_at = ?", monthAgo));

        copies.one.fetching.now().all(copies.one.vipps.listLedgers);
        JsonNode run = copies.awaited(copies.one, SYNC + "/" + latestRun(), "done");

        assertTrue(run.get("started_by").isNull());
        assertEquals(copies.clients.size(), run.get("client_accounts").size());
        long kept = copies.database.asSuperuser(handle ->
                handle.select("SELECT count(*) FROM sync_run").mapTo(Long.class).one());
        assertEquals(1, kept);
    }

    @Test
    @Order(8)
    void a_stream_that_nothing_happens_in_stays_open_and_ends_with_the_server() throws Exception {
        copies.fault("{\"kind\": \"slow\", \"topic\": \"sales\", \"seconds\": 60, \"times\": 100}");
        Told started = copies.ask(copies.other, "POST", SYNC, "", copies.key);
        copies.awaited(copies.one, started.location(), "running");
        CompletableFuture<String> events = copies.events(copies.other, started.location());
        TimeUnit.SECONDS.sleep(3);
        assertFalse(events.isDone());

        copies.other.close();

        String told = events.get(30, TimeUnit.SECONDS);
        assertTrue(told.startsWith("data: {"), told);
        copies.startTheOtherAgain();
    }
}
