package no.avstemt.web.register;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.access.Right;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.dimension.MapSalesUnits;
import no.avstemt.application.dimension.RequireDimensions;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.dimension.DutyApi;
import no.avstemt.web.dimension.DutyPages;
import no.avstemt.web.dimension.SalesUnitApi;
import no.avstemt.web.dimension.SalesUnitPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;
import no.avstemt.web.report.ReportApi;

/** Client accounts 1 and 2, each with a ledger of one unit; Kari keeps both, Per audits 1. */
final class RegisterOffice implements AutoCloseable {

    static final LedgerId LEDGER = new LedgerId("302321");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final GivenBooks books = new GivenBooks();
    private final Office office = new Office();
    private final ClientAccountId client = books.client("Kaffebaren Nord AS", LEDGER);
    private final ClientAccountId other = books.client("Bryggen Konserter", new LedgerId("302322"));
    private final String kari;
    private final String per;
    private final String key;

    RegisterOffice() {
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        MapSalesUnits units = new MapSalesUnits(books.unit(), office.clock);
        RequireDimensions require = new RequireDimensions(books.unit(), office.clock);
        office.open(Stream.of(
                        new RegisterRoutes(books.unit(), frames, office.clock).routes(),
                        new SalesUnitPages(
                                        units, labels(DimensionType.DEPARTMENT), labels(DimensionType.PROJECT), frames)
                                .routes(),
                        new SalesUnitApi(units).routes(),
                        new DutyPages(require, frames).routes(),
                        new DutyApi(require).routes(),
                        new ReportApi(new ProduceReport(books.unit()), office.clock).routes())
                .flatMap((List<Route> routes) -> routes.stream())
                .toList());
        kari = office.signedIn("kari@kontor.example");
        per = office.signedIn("per@kontor.example");
        key = "Bearer " + office.key(office.kari, Office.scope(client.value(), other.value()), Right.WRITE);
    }

    private KeepRegister<Label> labels(DimensionType type) {
        return new KeepRegister<>(books.unit(), RegisterKinds.labels(type), office.clock);
    }

    /** With the key of Kari. */
    HttpResponse<String> send(String method, String path, String json) {
        return office.send(
                method,
                path,
                json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                "Authorization",
                key,
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> get(String path) {
        return office.get(path, "Authorization", key);
    }

    HttpResponse<String> page(String path) {
        return office.get(path, "Cookie", kari, "Accept", "text/html", "Accept-Language", "nb");
    }

    HttpResponse<String> pageInEnglish(String path) {
        return office.get(path, "Cookie", kari, "Accept", "text/html", "Accept-Language", "en");
    }

    /** As Per, who may change nothing. */
    HttpResponse<String> pageOfAuditor(String path) {
        return office.get(path, "Cookie", per, "Accept", "text/html", "Accept-Language", "nb");
    }

    /** As Kari in her browser, from a page that has a form. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        Matcher token =
                CSRF.matcher(page("/registers/projects/new?client_account_id=1").body());
        if (!token.find()) {
            throw new AssertionError("A form without a token");
        }
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("client_account_id", "1");
        form.put("_csrf", token.group(1));
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return office.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Cookie",
                kari,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A sale of one krone that is about a project. */
    void sell(String project) {
        DimensionSet about = DimensionSet.of(List.of(new DimensionRef(DimensionType.PROJECT, project)));
        books.post(
                client,
                List.of(new JournalEntry(
                        GivenBooks.DAY,
                        "Salg",
                        GivenBooks.voucher(LEDGER, GivenBooks.DAY),
                        "test",
                        List.of(
                                JournalLine.inKroner(1, new AccountCode("1900"), 100, DimensionSet.NONE, "Penger"),
                                JournalLine.inKroner(2, new AccountCode("3000"), -100, about, "Salg")),
                        List.of())));
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
