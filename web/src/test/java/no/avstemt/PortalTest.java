package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.ClientScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The pages around a client, over HTTP and without a script. */
final class PortalTest {

    private static final Pattern ROW = Pattern.compile("<a id=\"client-[0-9]+\" href=\"[^\"]+\">([^<]+)</a>");

    /** Asks for the name of a client account, a trial balance to add up, a page of lines, and what is not there. */
    private static final String CALLER = """
            package no.example.client;

            import java.math.BigDecimal;
            import java.time.LocalDate;
            import no.example.client.ReportsApi.*;

            public final class Caller {
                public static String run(String address, String key, String id) throws Exception {
                    ApiClient client = new ApiClient();
                    client.updateBaseUri(address);
                    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
                    Long account = Long.valueOf(id);
                    ReportsApi reports = new ReportsApi(client);
                    BigDecimal sum = new BigDecimal("0.00");
                    for (var row : reports.getV2ReportsTrialBalance(APIGetV2ReportsTrialBalanceRequest.newBuilder()
                            .clientAccountId(account).dateFrom(LocalDate.of(2026, 5, 1))
                            .dateTo(LocalDate.of(2026, 5, 21)).build())) {
                        sum = sum.add(row.getOutgoingBalance());
                    }
                    var lines = reports.getV2ReportsGeneralLedger(APIGetV2ReportsGeneralLedgerRequest.newBuilder()
                            .clientAccountId(account).page(1).perPage(5).build());
                    boolean isPage = lines.getData().size() == 5 && lines.getMeta().getRecords() > 5
                            && lines.getData().get(0).getJournalEntry().getSequenceNumber() > 0;
                    String name = new ClientAccountsApi(client).getV2ClientAccounts(
                                    ClientAccountsApi.APIGetV2ClientAccountsRequest.newBuilder().build()).getData().stream()
                            .filter(one -> one.getId().equals(account))
                            .map(one -> one.getName())
                            .findFirst().orElseThrow();
                    try {
                        reports.getV2ReportsBalanceSheet(
                                APIGetV2ReportsBalanceSheetRequest.newBuilder().clientAccountId(4711L).build());
                        return "No refusal";
                    } catch (ApiException e) {
                        return isPage + ", " + sum + ", " + name + ", " + e.getCode();
                    }
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static Portal portal;
    private static String administrator;
    private static String accountant;

    @BeforeAll
    static void open() {
        portal = new Portal(folder);
        administrator = portal.signedIn(DemoOffice.EMAIL);
        accountant = portal.signedIn(Portal.ACCOUNTANT);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void clients_are_sorted_and_searched_by_what_the_address_says() {
        List<String> names = rows("/");

        assertTrue(names.size() >= 3, names::toString);
        assertEquals(
                names.stream()
                        .sorted(Collator.getInstance(Locale.forLanguageTag("nb")))
                        .toList(),
                names);
        assertEquals(reversed(names), rows("/?sort=name&direction=descending"));
        assertTrue(rows("/?show=needs-me").contains(rows("/?sort=findings").get(0)));
        assertEquals(names.size(), rows("/?sort=difference").size());
        String name = portal.nameOf(portal.anotherClient());
        assertEquals(List.of(name), rows("/?search=" + name.split(" ")[0].toUpperCase(Locale.ROOT)));
        assertEquals(List.of(), rows("/?search=%25"));
        assertEquals(List.of(portal.nameOf(portal.client())), rowsOf(portal.get(accountant, "/")));
        assertEquals(400, portal.get(administrator, "/?sort=colour").statusCode());
    }

    @Test
    void the_examples_of_the_api_are_answers_of_the_program() throws IOException {
        DemoOffice office = new DemoOffice(portal.program());
        String key = office.key(office.administrator(), "Examples", ClientScope.all());
        Map<String, JsonNode> asked = new RealExamples(portal, key).asked();
        if (Boolean.getBoolean("examples.update")) {
            RealExamples.store(asked);
        }

        Map<String, JsonNode> stored = RealExamples.stored();

        assertTrue(asked.keySet().containsAll(stored.keySet()), "-Dexamples.update=true asks anew");
        stored.forEach((operation, example) -> assertTrue(
                RealExamples.isAlike(example, Objects.requireNonNull(asked.get(operation))),
                operation + " now answers " + asked.get(operation)));
    }

    @Test
    void every_request_of_the_guide_to_the_reports_works_as_written() {
        DemoOffice office = new DemoOffice(portal.program());
        SeedRequests guide = new SeedRequests(portal, office.key(office.administrator(), "Guide", ClientScope.all()));

        guide.assertEveryFieldAndFormat();
        guide.assertEveryParameter();
        guide.assertEveryDimension();
        guide.assertErrors();
    }

    @Test
    void a_client_that_is_generated_from_the_description_reads_the_demo(@TempDir Path work) throws Exception {
        DemoOffice office = new DemoOffice(portal.program());
        String key = office.key(office.administrator(), "Generated", ClientScope.all());
        String description = portal.get(administrator, "/api/openapi.json", "application/json")
                .body();

        String told = new GeneratedClient(work)
                .run(
                        description,
                        CALLER,
                        portal.address().toString(),
                        key,
                        portal.client().toString());

        assertEquals("true, 0.00, " + portal.nameOf(portal.client()) + ", 403", told);
    }

    @Test
    void a_report_with_its_filters_is_kept_under_a_name_for_its_reader_alone() {
        new KeptFavourites(portal).ofClient();
    }

    @Test
    void a_report_of_several_clients_is_kept_by_each_reader_alone() {
        new KeptFavourites(portal).ofSeveral();
    }

    @Test
    void only_what_needs_me_is_shown_where_it_is_asked_for() {
        assertTrue(rows("/?show=needs-me").contains(portal.nameOf(portal.client())));
        assertTrue(rows("/?show=needs-me").size() < rows("/").size());
    }

    @Test
    void a_finding_leads_to_its_row_and_its_line() {
        String front = page("/");
        String address = "/findings?client_account_id=" + portal.client();
        assertTrue(Pattern.compile(Pattern.quote(address) + "&amp;finding=([0-9]+)#finding-\\1\"")
                .matcher(front)
                .find());

        String findings = page(address);
        assertTrue(findings.contains("<li id=\"finding-"));
        assertTrue(findings.contains("Korreksjon fra Vipps"));
        assertTrue(Pattern.compile("/settlement-entries/[0-9]+\\?client_account_id=" + portal.client())
                .matcher(findings)
                .find());
        assertTrue(Pattern.compile("/journal-entries/[0-9]+\\?client_account_id=" + portal.client() + "#line-[0-9]+")
                .matcher(findings)
                .find());
        assertTrue(page(address + "&show=open").contains("åpne funn"));
        assertTrue(page("/findings?client_account_id=" + quiet() + "&show=open").contains("Ingen åpne funn"));
    }

    @Test
    void a_finding_gives_its_page_unless_another_is_asked_for() {
        String address = "/findings?client_account_id=" + portal.client();
        Matcher finding = Pattern.compile("<li id=\"finding-([0-9]+)\"").matcher(page(address));
        assertTrue(finding.find());
        String asked = address + "&finding=" + finding.group(1);

        assertTrue(page(asked).contains("<li id=\"finding-" + finding.group(1) + "\""));
        assertFalse(page(asked + "&page=2").contains("<li id=\"finding-"));
    }

    @Test
    void a_client_shows_its_figure_its_charts_and_what_is_proven() {
        String page = page("/client?client_account_id=" + portal.client());

        assertTrue(page.contains(portal.nameOf(portal.client())));
        assertTrue(page.contains("<svg"));
        assertTrue(page.contains("Saldokjeden er hel"));
        assertTrue(page.contains("kommer med bankimport"));
        assertTrue(page.contains("alt er hentet"));
        assertEquals(
                403,
                portal.get(accountant, "/client?client_account_id=" + portal.anotherClient())
                        .statusCode());
        assertEquals(
                403,
                portal.get(accountant, "/findings?client_account_id=" + portal.anotherClient())
                        .statusCode());
    }

    @Test
    void words_lead_to_clients_and_pages_that_the_caller_may_see() {
        String own = portal.nameOf(portal.client()).split(" ")[0];
        String foreign = portal.nameOf(portal.anotherClient());

        assertTrue(page("/go?search=" + own).contains("/client?client_account_id=" + portal.client()));
        assertTrue(page("/go?search=" + own + "+utbetal").contains("/payouts?client_account_id=" + portal.client()));
        String from = "&from=/findings%3Fclient_account_id%3D" + portal.client();
        assertTrue(page("/go?search=saldo" + from).contains("/trial-balance?client_account_id=" + portal.client()));
        assertTrue(page("/go?search=" + foreign.split(" ")[0] + from)
                .contains("/findings?client_account_id=" + portal.anotherClient()));
        assertFalse(portal.get(accountant, "/go?search=" + foreign.split(" ")[0])
                .body()
                .contains("client_account_id=" + portal.anotherClient()));
        assertTrue(page("/go?search=rapporter").contains("<li><a href=\"/reports/combined\"><span"));
        assertFalse(page("/go?search=rapporter+finnes-ikke").contains("<li><a href=\"/reports/combined\"><span"));
        assertTrue(page("/go?search=%3Cscript%3E").contains("&lt;script&gt;"));
    }

    /** A client without open findings. */
    private static String quiet() {
        String front = page("/?sort=findings&direction=ascending");
        var first = Pattern.compile("id=\"client-([0-9]+)\"").matcher(front);
        assertTrue(first.find());
        return first.group(1);
    }

    private static List<String> rows(String path) {
        return rowsOf(portal.get(administrator, path));
    }

    private static List<String> rowsOf(HttpResponse<String> page) {
        assertEquals(200, page.statusCode());
        return ROW.matcher(page.body())
                .results()
                .map(row -> row.group(1).replace("&amp;", "&"))
                .toList();
    }

    private static String page(String path) {
        HttpResponse<String> page = portal.get(administrator, path);
        assertEquals(200, page.statusCode(), path);
        return page.body();
    }

    private static List<String> reversed(List<String> names) {
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        return reversed;
    }
}
