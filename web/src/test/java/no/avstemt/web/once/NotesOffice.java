package no.avstemt.web.once;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.once.AnswerOfficeOnce;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Routes;

/** An office that takes notes, each request with a key once. */
final class NotesOffice implements AutoCloseable {

    final GivenBooks books = new GivenBooks();
    final Office office = new Office();
    private String key = "";

    void open(List<Route> routes) {
        OnceRoutes once = new OnceRoutes(
                new AnswerOnce(books.unit(), office.clock),
                new AnswerOfficeOnce(books.unit(), office.clock),
                office.rendering());
        office.open(once.over(new Routes(routes)).all());
        key = "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
    }

    String key() {
        return key;
    }

    HttpResponse<String> send(String path, String idempotencyKey, String json) {
        return office.send(
                "POST",
                path,
                BodyPublishers.ofString(json),
                "Authorization",
                key,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                idempotencyKey);
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
