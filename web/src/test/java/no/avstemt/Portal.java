package no.avstemt;

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
import java.util.Map;
import java.util.Set;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Role;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.time.Period;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;

/** The whole program in this process, with some days of the demo's merchants fetched and booked, and one finding more. */
final class Portal implements AutoCloseable {

    static final String ACCOUNTANT = "anna@kontor.example";

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 21);

    private final Avstemt avstemt;
    private final VippsSimulator vipps;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ClientAccountId> clients;
    private final ClientAccountId client;

    Portal(Path folder) {
        avstemt = ProgramForTest.open(folder, ProgramForTest.CLOCK);
        vipps = VippsSimulator.start(SimulatorSettings.between(0, 1, FIRST, LAST), ProgramForTest.CLOCK);
        DemoOffice office = new DemoOffice(avstemt);
        office.administrator();
        ReportApiClient source = new ReportApiClient(
                new VippsConnection(
                        vipps.baseUri(), vipps.clientId(), vipps.clientSecret(), SystemHeaders.avstemt("test")),
                ProgramForTest.CLOCK);
        clients = office.takeIntoUse(source, FIRST);
        office.connect(vipps.baseUri(), vipps.clientId(), vipps.clientSecret());
        new DemoRound(avstemt, clients, vipps::settlementEntries, new PrintWriter(Writer.nullWriter())).run();
        client = clients.stream().filter(this::hasSales).findFirst().orElseThrow();
        avstemt.createUser.run(
                new EmailAddress(ACCOUNTANT),
                "Anna Akselsen",
                Role.ACCOUNTANT,
                ClientScope.of(Set.of(client())),
                DemoOffice.PASSWORD);
        openFinding();
        avstemt.serve(0);
    }

    private void openFinding() {
        ClientAccountId client = client();
        avstemt.unit.write(Set.of(client), stores -> {
            OwnLedger ledger = stores.ledgers().of(client).get(0);
            StoredEntry row = stores.settlements()
                    .entries(client, ledger.id(), new Period(FIRST, LAST))
                    .get(0);
            Finding finding = new Finding(
                    FindingCode.CORRECTION,
                    ledger.id(),
                    row.entry().ledgerDate(),
                    row.entry().key().value().toString(),
                    row.entry().amount(),
                    Map.of("topic", "funds"));
            stores.findings().open(client, List.of(finding), ProgramForTest.CLOCK.instant());
            return true;
        });
    }

    /** The one that the accountant sees, and that has the finding; Vipps tells its sales. */
    ClientAccountId client() {
        return client;
    }

    ClientAccountId anotherClient() {
        return clients.stream().filter(each -> !each.equals(client)).findFirst().orElseThrow();
    }

    private boolean hasSales(ClientAccountId each) {
        return avstemt.unit.read(Set.of(each), stores -> stores.clientReads().ledgers(each)).stream()
                .flatMap(ledger -> ledger.feed(Stream.SALES).stream())
                .anyMatch(feed -> feed.items() > 0);
    }

    /** Where a ledger that is in use already would be asked about. */
    String questions() {
        long connection = avstemt.connections.all().get(0).connection().id().value();
        ClientAccountId client = client();
        String ledger = avstemt.unit
                .read(Set.of(client), stores -> stores.ledgers().of(client))
                .get(0)
                .id()
                .value();
        return "/connections/" + connection + "/ledgers/" + ledger;
    }

    String nameOf(ClientAccountId client) {
        return avstemt.unit
                .read(Set.of(client), stores -> stores.clients().find(client))
                .orElseThrow()
                .name();
    }

    Avstemt program() {
        return avstemt;
    }

    URI address() {
        return avstemt.address();
    }

    /** The session cookie. */
    String signedIn(String email) {
        String form = "email=" + encoded(email) + "&password=" + encoded(DemoOffice.PASSWORD);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address() + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    HttpResponse<String> get(String cookie, String path) {
        return get(cookie, path, "text/html");
    }

    HttpResponse<String> get(String cookie, String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Cookie", cookie)
                .header("Accept", accept)
                .header("Accept-Language", "nb"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        avstemt.close();
        vipps.close();
    }
}
