package no.avstemt.web.posting;

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
import no.avstemt.application.client.ListClients;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.journal.Post;
import no.avstemt.application.opening.OpenBooks;
import no.avstemt.application.posting.EditTerms;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.posting.SettleDispute;
import no.avstemt.application.posting.ShowTerms;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.sync.SyncClient;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.GivenVipps;
import no.avstemt.web.finding.FindingApi;
import no.avstemt.web.finding.FindingPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.multipart.WrittenForm;
import no.avstemt.web.text.PostedWords;

/** Client accounts 1 and 2 with the standard chart, the first with a ledger and a dispute that stands. */
final class PostingOffice implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final LedgerId LEDGER = new LedgerId("302321");

    private final GivenBooks books = new GivenBooks();
    private final Office office = new Office();
    private final String writing;
    private final String reading;

    PostingOffice() {
        ClientAccountId cafe = books.client("Kaffebaren Nord AS", LEDGER);
        books.client("Bryggen Konserter AS");
        ShowTerms show = new ShowTerms(books.unit(), office.clock);
        EditTerms edit = new EditTerms(books.unit(), office.clock);
        CheckLedger check = new CheckLedger(books.unit(), office.clock);
        Post post = new Post(office.clock);
        OpenBooks open = new OpenBooks(books.unit(), post, PostedWords::opening, check, office.clock);
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        SettleDispute settle = new SettleDispute(books.unit(), post, PostedWords::in, check, office.clock);
        retained(cafe, post, check);
        ListFindings findings = new ListFindings(books.unit());
        office.open(Stream.of(
                        new FindingPages(findings, frames).routes(),
                        new FindingApi(findings).routes(),
                        new TermsApi(show, edit).routes(),
                        new OpeningApi(open).routes(),
                        new DisputeRoutes(settle).routes(),
                        new PostingRulesPages(show, edit, frames, office.clock).routes(),
                        new OpeningPages(open, frames).routes())
                .flatMap(List::stream)
                .toList());
        writing = "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
        reading = "Bearer " + office.key(office.kari, ClientScope.all(), Right.READ);
    }

    /** A capture of 125 kroner that nobody has given back since February. */
    private void retained(ClientAccountId cafe, Post post, CheckLedger check) {
        GivenVipps vipps = new GivenVipps(LEDGER);
        vipps.funds("capture", GivenBooks.DAY, 12500, "1")
                .funds("retained-disputed-capture", GivenBooks.DAY, -12500, "1");
        new SyncClient(
                        books.unit(),
                        new ImportLedger(books.unit(), office.clock),
                        new PostDays(books.unit(), post, PostedWords::in, office.clock),
                        check,
                        office.clock)
                .run(vipps, cafe, SyncProgress.SILENT);
    }

    HttpResponse<String> api(String path) {
        return office.get("/api/v2/" + path, "Authorization", writing);
    }

    HttpResponse<String> api(String method, String path, String json) {
        return sent(method, path, json, writing);
    }

    HttpResponse<String> withReadingKey(String method, String path, String json) {
        return sent(method, path, json, reading);
    }

    private HttpResponse<String> sent(String method, String path, String json, String key) {
        return office.send(
                method,
                "/api/v2/" + path,
                json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                "Authorization",
                key,
                "Content-Type",
                "application/json");
    }

    String signedIn() {
        return office.signedIn("kari@kontor.example");
    }

    HttpResponse<String> page(String session, String path) {
        return office.get(path, "Cookie", session, "Accept", "text/html", "Accept-Language", "nb");
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

    /** A form with a file, as the page that holds it sends it. */
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
                "Accept",
                "text/html",
                "Accept-Language",
                "nb",
                "Content-Type",
                form.contentType());
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
