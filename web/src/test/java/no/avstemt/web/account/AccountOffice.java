package no.avstemt.web.account;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.application.chart.FollowTemplate;
import no.avstemt.application.chart.ImportChart;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.application.client.ListClients;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.multipart.WrittenForm;

/** Client accounts 1 and 2 with the standard chart; in the first, 1.00 of office supplies is on credit. */
final class AccountOffice implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final LedgerId LEDGER = new LedgerId("302321");

    private final GivenBooks books = new GivenBooks();
    private final Office office = new Office();
    private final ClientAccountId client = books.client("Kaffebaren Nord AS", LEDGER);
    private final ClientAccountId other = books.client("Bryggen Konserter AS");
    private final String writing;
    private final String reading;

    AccountOffice() {
        books.post(client, List.of(GivenBooks.entry(GivenBooks.DAY, LEDGER, "6800", "2999", 100)));
        ShowChart show = new ShowChart(books.unit());
        EditAccounts edit = new EditAccounts(books.unit(), office.clock);
        AssignRoles assign = new AssignRoles(books.unit(), office.clock);
        ImportChart taking = new ImportChart(books.unit(), edit);
        FollowTemplate follow = new FollowTemplate(books.unit(), edit, assign, office.clock);
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        office.open(Stream.of(
                        new ChartPages(show, frames).routes(),
                        new AccountPages(show, edit, frames).routes(),
                        new ChartImportPages(taking, frames).routes(),
                        new TemplatePages(follow, frames).routes(),
                        new RolePages(show, assign, frames).routes(),
                        new TaxCodePages(show, frames, office.clock).routes(),
                        new AccountApi(show, edit, taking).routes(),
                        new AccountRoleApi(show, assign).routes(),
                        new TemplateApi(follow).routes(),
                        new TaxCodeApi(show, office.clock).routes())
                .flatMap(List::stream)
                .toList());
        writing = "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
        reading = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);
    }

    long idOf(String code) {
        return books.read(client, stores -> stores.chart().accounts(client)).stream()
                .filter(used -> used.account().code().digits().equals(code))
                .findFirst()
                .orElseThrow()
                .account()
                .id();
    }

    long idOfOther(String code) {
        return books.read(other, stores -> stores.chart().accounts(other)).stream()
                .filter(used -> used.account().code().digits().equals(code))
                .findFirst()
                .orElseThrow()
                .account()
                .id();
    }

    HttpResponse<String> api(String path) {
        return office.get("/api/v2/" + path, "Authorization", writing);
    }

    HttpResponse<String> apiIn(String language, String path) {
        return office.get("/api/v2/" + path, "Authorization", writing, "Accept-Language", language);
    }

    HttpResponse<String> api(String method, String path, String json) {
        return office.send(
                method,
                "/api/v2/" + path,
                json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                "Authorization",
                writing,
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> asAdministrator(String method, String path, String json) {
        return office.send(
                method,
                "/api/v2/" + path,
                BodyPublishers.ofString(json),
                "Authorization",
                "Bearer " + office.key(office.anna, ClientScope.all(), Right.WRITE),
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> withReadingKey(String method, String path, String json) {
        return office.send(
                method,
                "/api/v2/" + path,
                BodyPublishers.ofString(json),
                "Authorization",
                reading,
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> file(String path, byte[] csv) {
        return office.send(
                "POST",
                "/api/v2/" + path,
                BodyPublishers.ofByteArray(csv),
                "Authorization",
                writing,
                "Content-Type",
                "text/csv");
    }

    String signedIn(String email) {
        return office.signedIn(email);
    }

    HttpResponse<String> page(String session, String path) {
        return office.get(path, "Cookie", session, "Accept", "text/html", "Accept-Language", "nb");
    }

    /** Sends a form with a file as the page that holds it would. */
    HttpResponse<String> upload(String session, String page, String action, WrittenForm written) {
        Matcher csrf = CSRF.matcher(page(session, page).body());
        if (!csrf.find()) {
            throw new AssertionError("No form on " + page);
        }
        WrittenForm form = written.field("_csrf", csrf.group(1)).field("client_account_id", "1");
        return office.send(
                "POST",
                action,
                BodyPublishers.ofByteArray(form.bytes()),
                "Cookie",
                session,
                "Content-Type",
                form.contentType(),
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }

    /** Sends a form as the page that holds it would. */
    HttpResponse<String> submit(String session, String page, String action, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(page(session, page).body());
        if (!csrf.find()) {
            throw new AssertionError("No form on " + page);
        }
        String form = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return office.send(
                "POST",
                action,
                BodyPublishers.ofString("_csrf=" + csrf.group(1) + "&client_account_id=1" + form),
                "Cookie",
                session,
                "Accept",
                "text/html",
                "Accept-Language",
                "nb",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
