package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.ConnectionStore.WaitingLedger;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.LedgerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of ledgers, asked for each hour: what is new waits, what is gone or changed is found, and told apart. */
final class LedgerListTest {

    private static final String CAFE = "418207";
    private static final String OTHER = "5120034";
    private static final String LIST = "\"path\": \"/settlement/v1/ledgers*\"";

    @TempDir
    private Path folder;

    private EmptyInstallation office;
    private VippsControl control;

    @BeforeEach
    void open() {
        office = new EmptyInstallation(folder).withAdministrator();
        control = VippsControl.of(office.vipps);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_ledger_that_is_granted_later_waits_on_the_morning_page_and_over_all_connections() {
        control.ledger(CAFE, "\"granted\": false");
        office.browser.post("/connections", office.keys(office.vipps.clientSecret()));
        assertFalse(waits(CAFE));

        control.ledger(CAFE, "\"granted\": true");
        list();

        assertTrue(waits(CAFE));
        assertTrue(office.browser.get("/").body().contains("nye ledgere hos Vipps venter på å tas i bruk"));
        String page = office.browser.get("/connections").body();
        assertTrue(page.contains("aria-label=\"Ta i bruk " + CAFE + "\""), page);
        assertTrue(page.contains("Kjent siden"), page);
    }

    @Test
    void a_connection_that_fails_says_so_and_holds_up_no_other() {
        office.browser.post("/connections", office.keys(office.vipps.clientSecret()));
        control.ledger(CAFE, "\"granted\": false");
        control.fault("\"kind\": \"server-error\", \"status\": 503, " + LIST + ", \"times\": 2");

        list();

        Overview failed = office.avstemt.connections.all().get(0);
        assertEquals(Trouble.Code.BUSY, failed.failed().orElseThrow().why().code());
        assertTrue(waits(CAFE), "a list that failed says nothing of what is gone");
        for (String path : List.of("/connections", "/connections/1")) {
            String page = office.browser.get(path).body();
            assertTrue(page.contains("Ledgerlisten kom ikke fra Vipps"), page);
            assertTrue(page.contains("kan ikke svare akkurat nå"), page);
        }

        list();

        assertEquals(Optional.empty(), office.avstemt.connections.all().get(0).failed());
        assertFalse(waits(CAFE));
    }

    @Test
    void access_that_is_withdrawn_is_found_and_over_when_it_is_given_back() {
        ClientAccountId client = inUse();

        control.ledger(CAFE, "\"granted\": false");
        list();

        assertEquals(List.of(FindingCode.ACCESS_LOST), found(client));
        assertTrue(office.browser.get("/").body().contains("viser ikke lenger ledger " + CAFE));
        assertTrue(office.browser.get("/connections/1").body().contains("Ikke i listen fra Vipps siden"));

        control.ledger(CAFE, "\"granted\": true");
        list();

        assertEquals(List.of(), found(client));
    }

    @Test
    void a_list_that_repeats_a_page_is_no_proof_that_a_ledger_is_gone() {
        ClientAccountId client = inUse();

        control.fault("\"kind\": \"repeated-page\", " + LIST + ", \"after\": 1, \"times\": 1");
        list();
        assertEquals(List.of(), found(client));

        control.fault("\"kind\": \"repeated-page\", " + LIST);
        list();
        assertEquals(List.of(), found(client));
    }

    @Test
    void a_sales_unit_that_goes_from_its_ledger_is_closed_and_opens_again() {
        ClientAccountId client = inUse();
        String until = EmptyInstallation.LAST.plusDays(1).toString();

        control.ledger(CAFE, "\"closed_units\": {\"NO:61530\": \"" + until + "\"}");
        list();

        assertEquals(List.of(FindingCode.SALES_UNIT_CLOSED), found(client));

        control.ledger(CAFE, "\"closed_units\": {}");
        list();

        assertEquals(List.of(), found(client));
    }

    @Test
    void a_new_sales_unit_is_asked_about_before_its_money_comes_and_its_answers_close_the_finding() {
        ClientAccountId client = inUse();
        control.ledger(CAFE, "\"joined_units\": {\"NO:77777\": \"Kaffevogna <b>\"}");
        list();

        assertEquals(List.of(FindingCode.SALES_UNIT_NEW), found(client));
        String findings = findings(client);
        String address = "/sales-unit?client_account_id=" + client + "&ledger_id=" + CAFE + "&handle=NO%3A77777";
        assertTrue(findings.contains(address.replace("&", "&amp;")), findings);
        String question = office.browser.get(address).body();
        assertTrue(question.contains("Ny salgsenhet: Kaffevogna &lt;b&gt;, NO:77777"), question);

        office.browser.post(
                "/sales-unit",
                Map.of(
                        "client_account_id",
                        client.toString(),
                        "ledger_id",
                        CAFE,
                        "handle",
                        "NO:77777",
                        "booked_from",
                        "ELSEWHERE"));

        assertEquals(List.of(), found(client));
        SalesUnit taken = office.avstemt
                .unit
                .read(Set.of(client), stores -> stores.ledgers().units(client, new LedgerId(CAFE)))
                .get(1);
        assertEquals("Kaffevogna <b>", taken.name());
        assertEquals(SalesUnit.BookedFrom.ELSEWHERE, taken.salesBookedFrom());
        String history = office.browser
                .get("/processing-history?client_account_id=" + client)
                .body();
        assertTrue(history.contains("Ny salgsenhet tatt i bruk"), history);
        list();
        assertEquals(List.of(), found(client));
    }

    @Test
    void a_sales_unit_that_moves_to_another_ledger_is_confirmed_on_the_one_it_left_and_taken_into_use_on_the_other() {
        ClientAccountId client = inUse();
        String until = EmptyInstallation.LAST.plusDays(1).toString();

        control.ledger(CAFE, "\"closed_units\": {\"NO:61530\": \"" + until + "\"}");
        control.ledger(OTHER, "\"joined_units\": {\"NO:61530\": \"Kaffebaren\"}");
        list();

        assertEquals(List.of(FindingCode.SALES_UNIT_MOVED), found(client));
        assertTrue(showsConfirm(client));
        ClientAccountId receiver = owner(OTHER);
        assertEquals(List.of(FindingCode.SALES_UNIT_MOVED), found(receiver));
        assertFalse(showsConfirm(receiver));
        assertTrue(findings(receiver).contains("Ta salgsenheten i bruk"));
        Map<String, String> form = Map.of("client_account_id", receiver.toString());
        office.browser.post("/findings/" + firstFinding(receiver) + "/confirm", form);
        assertEquals(List.of(FindingCode.SALES_UNIT_MOVED), found(receiver));

        control.ledger(CAFE, "\"closed_units\": {}");
        control.ledger(OTHER, "\"joined_units\": {}");
        list();

        assertEquals(List.of(), found(client));
    }

    @Test
    void another_payout_account_is_found_before_anything_is_booked_and_over_when_it_changes_back() {
        ClientAccountId client = inUse();

        control.ledger(CAFE, "\"payout_account\": \"90011234567\"");
        list();

        assertEquals(List.of(FindingCode.PAYOUT_ACCOUNT_CHANGED), found(client));
        String page = findings(client);
        assertTrue(page.contains("9001\u00a012\u00a034567"), page);

        long booked = office.avstemt
                .syncClient
                .run(VippsControl.source(office.vipps, office.vipps.clientSecret()), client, SyncProgress.SILENT)
                .journalEntries();
        assertTrue(booked > 0, "payouts are booked all the same");

        control.ledger(CAFE, "\"payout_account\": null");
        list();

        assertEquals(List.of(), found(client));
    }

    @Test
    void a_change_that_a_person_confirms_is_right_from_then_on_and_stands_in_the_history() {
        ClientAccountId client = inUse();
        control.ledger(CAFE, "\"payout_account\": \"90011234567\"");
        list();
        long finding = firstFinding(client);
        assertTrue(showsConfirm(client));

        Map<String, String> form = Map.of("client_account_id", client.toString());
        assertEquals(
                303,
                office.browser.post("/findings/" + finding + "/confirm", form).status());
        assertEquals(
                303,
                office.browser.post("/findings/" + finding + "/confirm", form).status());
        list();

        assertEquals(List.of(), found(client));
        String history = office.browser
                .get("/processing-history?client_account_id=" + client)
                .body();
        assertTrue(history.contains("Bekreftet endring hos Vipps"), history);
        assertTrue(history.contains("90011234567"), history);

        control.ledger(CAFE, "\"payout_account\": null");
        list();
        assertEquals(List.of(FindingCode.PAYOUT_ACCOUNT_CHANGED), found(client), "the old one is now the other");
    }

    private ClientAccountId inUse() {
        office.browser.post("/connections", office.keys(office.vipps.clientSecret()));
        new DemoOffice(office.avstemt)
                .takeIntoUse(
                        VippsControl.source(office.vipps, office.vipps.clientSecret()),
                        EmptyInstallation.LAST.minusDays(20));
        return owner(CAFE);
    }

    private void list() {
        office.avstemt.vipps.listLedgers.all();
    }

    private String findings(ClientAccountId client) {
        return office.browser.get("/findings?client_account_id=" + client).body();
    }

    private boolean showsConfirm(ClientAccountId client) {
        return findings(client).contains("action=\"/findings/" + firstFinding(client) + "/confirm\"");
    }

    private long firstFinding(ClientAccountId client) {
        return office.avstemt.unit.read(
                Set.of(client),
                stores -> stores.findings().of(client, false).get(0).id());
    }

    private ClientAccountId owner(String ledger) {
        return office.avstemt.unit.read(
                Set.of(), stores -> stores.ledgers().owner(new LedgerId(ledger)).orElseThrow());
    }

    private boolean waits(String ledger) {
        return office.avstemt.connections.waiting().stream()
                .map(WaitingLedger::ledger)
                .anyMatch(each -> each.id().value().equals(ledger));
    }

    private List<FindingCode> found(ClientAccountId client) {
        return office.avstemt.unit.read(
                Set.of(client),
                stores -> stores.findings().of(client, false).stream()
                        .map(stored -> stored.finding().code())
                        .toList());
    }
}
