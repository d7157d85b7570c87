package no.avstemt.web.currency;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.access.Right;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.currency.BookWaiting;
import no.avstemt.application.currency.KeepRates;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;
import no.avstemt.web.multipart.WrittenForm;
import no.avstemt.web.text.PostedWords;

/** Client account 1 with a ledger in kroner, which Kari keeps. */
final class RateOffice implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final GivenBooks books = new GivenBooks();
    final ClientAccountId client = books.client("Kaffebaren Nord AS", new LedgerId("302321"));

    private final Office office = new Office();
    private final String kari;
    private final String key;

    RateOffice() {
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        PostDays postDays = new PostDays(books.unit(), new Post(office.clock), PostedWords::in, office.clock);
        KeepRates keep = new KeepRates(
                books.unit(),
                new BookWaiting(books.unit(), postDays, new CheckLedger(books.unit(), office.clock)),
                office.clock);
        office.open(Stream.of(new RateApi(keep).routes(), new RatePages(keep, frames, office.clock).routes())
                .flatMap((List<Route> routes) -> routes.stream())
                .toList());
        kari = office.signedIn("kari@kontor.example");
        key = "Bearer " + office.key(office.kari, Office.scope(client.value()), Right.WRITE);
    }

    /** Gives the client account a ledger in dollars as well, booked to that date. */
    void bookedInDollars(LocalDate date) {
        LedgerId ledger = new LedgerId("302322");
        books.change(client, stores -> {
            stores.ledgers().remember(GivenBooks.ledger(ledger, Currency.getInstance("USD")));
            stores.ledgers().takeIntoUse(client, ledger, List.of(GivenBooks.UNIT));
            stores.ledgers().save(client, ledger, LedgerState.NEW.bookedTo(date));
        });
    }

    HttpResponse<String> send(String method, String path, String type, String body) {
        return office.send(
                method,
                path,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                "Authorization",
                key,
                "Content-Type",
                type);
    }

    HttpResponse<String> get(String path) {
        return office.get(path, "Authorization", key);
    }

    HttpResponse<String> page(String path) {
        return office.get(path, "Cookie", kari, "Accept", "text/html", "Accept-Language", "nb");
    }

    /** As Kari in her browser, with a file. */
    HttpResponse<String> upload(String path, WrittenForm written) {
        Matcher token = CSRF.matcher(page("/exchange-rates?client_account_id=1").body());
        if (!token.find()) {
            throw new AssertionError("A form without a token");
        }
        WrittenForm form = written.field("client_account_id", "1").field("_csrf", token.group(1));
        return office.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(form.bytes()),
                "Cookie",
                kari,
                "Content-Type",
                form.contentType(),
                "Accept-Language",
                "nb");
    }

    /** As Kari in her browser. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        Matcher token = CSRF.matcher(page("/exchange-rates?client_account_id=1").body());
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
                "Accept-Language",
                "nb");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
