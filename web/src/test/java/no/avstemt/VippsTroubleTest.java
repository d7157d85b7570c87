package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an accountant meets when Vipps says no, or nothing. */
final class VippsTroubleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);

    /** In the order of their ledgers, the first simulated merchants have nothing that an accountant should see. */
    private static final int WITHOUT_ODDITIES = 3;

    @TempDir
    private static Path folder;

    @AutoClose
    private Avstemt avstemt;

    @AutoClose
    private VippsSimulator vipps;

    private List<ClientAccountId> clients = List.of();

    @BeforeEach
    void start() {
        avstemt = ProgramForTest.open(folder, ProgramForTest.CLOCK);
        vipps = simulator();
        DemoOffice office = new DemoOffice(avstemt);
        office.administrator();
        clients = office.takeIntoUse(source(vipps.clientSecret()), FIRST).subList(0, WITHOUT_ODDITIES);
        avstemt.serve(0);
    }

    @Test
    void trouble_is_told_on_the_front_page_until_a_round_succeeds_and_the_books_stay() throws Exception {
        ClientAccountId client = clients.get(0);

        Outcome wrongKeys = avstemt.syncClient.run(source("wrong"), client, SyncProgress.SILENT);
        assertEquals(1, wrongKeys.failures().size());
        assertTrue(wrongKeys.failures().get(0).contains("accounting keys"), wrongKeys::toString);
        assertTold(client, Trouble.Code.KEYS_REJECTED, "godtar ikke nøklene (status 4");
        assertEquals(0, wrongKeys.settlementEntries());

        Outcome cut = avstemt.syncClient.run(source(vipps.clientSecret()), client, vippsEndsAfterTheFirstPage());
        assertEquals(1, cut.failures().size());
        assertTrue(cut.settlementEntries() > 0, cut::toString);
        assertTrue(cut.failures().get(0).contains("no connection could be made"), cut::toString);
        assertTold(client, Trouble.Code.UNREACHABLE, "Ingen svarer på http://");
        assertEquals(cut.journalEntries(), journalEntries(client));

        vipps = simulator();
        new DemoOffice(avstemt).connect(vipps.baseUri(), vipps.clientId(), vipps.clientSecret());
        DemoRound.Ready ready =
                new DemoRound(avstemt, clients, vipps::settlementEntries, new PrintWriter(Writer.nullWriter())).run();
        assertEquals(0, ready.findings());
        assertEquals(Optional.empty(), state(client).failure());
        assertFalse(frontPage().contains("Ingen svarer på"));
        assertFalse(state(client).bookedTo().orElseThrow().isBefore(LAST));
    }

    @Test
    void what_nobody_foresaw_is_told_on_the_ledger_thrown_to_the_caller_and_forgotten_when_a_round_succeeds() {
        ClientAccountId client = clients.get(0);

        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> avstemt.syncClient.run(source(vipps.clientSecret()), client, unforeseen()));

        assertEquals("Nobody foresaw this", thrown.getMessage());
        assertEquals(Optional.of(Trouble.STOPPED), state(client).failure());
        assertTrue(state(client).failedAt().isPresent());

        Outcome next = avstemt.syncClient.run(source(vipps.clientSecret()), client, SyncProgress.SILENT);
        assertEquals(List.of(), next.failures());
        assertEquals(Optional.empty(), state(client).failure());
        assertFalse(state(client).bookedTo().orElseThrow().isBefore(LAST));
    }

    /** On the ledger, and on the front page. */
    private void assertTold(ClientAccountId client, Trouble.Code code, String words) throws Exception {
        assertEquals(code, state(client).failure().orElseThrow().code());
        String page = frontPage();
        assertTrue(page.contains(words), page);
        assertFalse(page.contains("accounting keys") || page.contains("no connection could be made"), page);
    }

    private static SyncProgress unforeseen() {
        return new SyncProgress() {
            @Override
            public void entries(ClientAccountId client, int stored) {
                throw new IllegalStateException("Nobody foresaw this");
            }

            @Override
            public void sales(ClientAccountId client, int stored) {}

            @Override
            public void booked(ClientAccountId client, int journalEntries) {}
        };
    }

    private SyncProgress vippsEndsAfterTheFirstPage() {
        return new SyncProgress() {
            @Override
            public void entries(ClientAccountId client, int stored) {
                vipps.close();
            }

            @Override
            public void sales(ClientAccountId client, int stored) {}

            @Override
            public void booked(ClientAccountId client, int journalEntries) {}
        };
    }

    private LedgerState state(ClientAccountId client) {
        return avstemt.unit.read(Set.of(client), stores -> {
            OwnLedger ledger = stores.ledgers().of(client).get(0);
            return stores.ledgers().state(client, ledger.id());
        });
    }

    private long journalEntries(ClientAccountId client) {
        return avstemt.unit.read(
                Set.of(client), stores -> stores.journal().head(client).chainPosition());
    }

    private String frontPage() throws IOException, InterruptedException {
        return new Visitor().frontPage(avstemt.address());
    }

    private static VippsSimulator simulator() {
        return VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, LAST), ProgramForTest.CLOCK);
    }

    private ReportApiClient source(String secret) {
        return VippsControl.source(vipps, secret);
    }

    /** Signs in as the administrator of the demo does. */
    private static final class Visitor {

        private final HttpClient http = HttpClient.newHttpClient();

        String frontPage(URI address) throws IOException, InterruptedException {
            String form = "email=" + encoded(DemoOffice.EMAIL) + "&password=" + encoded(DemoOffice.PASSWORD);
            HttpResponse<String> signedIn = send(HttpRequest.newBuilder(URI.create(address + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            String cookie =
                    signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            HttpResponse<String> page =
                    send(HttpRequest.newBuilder(URI.create(address + "/")).header("Cookie", cookie));
            assertEquals(200, page.statusCode());
            return page.body();
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
