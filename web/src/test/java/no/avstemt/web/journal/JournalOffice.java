package no.avstemt.web.journal;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.currency.ReadRates;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.KeepTemplates;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.application.journal.ReadDimensions;
import no.avstemt.application.once.AnswerOfficeOnce;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.http.Office;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.Routes;
import no.avstemt.web.once.OnceRoutes;
import no.avstemt.web.text.PostedWords;

/** The journal's API over the books of two client accounts, for a key that may write on the first. */
final class JournalOffice implements AutoCloseable {

    static final String ENTRIES = "/api/v2/journal-entries";
    static final int MOST_BYTES = 4 << 20;

    private static final Clock CLOCK = Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC);

    final GivenBooks books = new GivenBooks();
    final Office office = new Office();
    final ClientAccountId client = books.client("Kaffebaren Nord AS");
    final ClientAccountId other = books.client("Bryggen Konserter AS");
    final String key;
    final String reader;

    JournalOffice() {
        DimensionRef partner = new DimensionRef(DimensionType.BUSINESSPARTNER, "10001");
        books.change(client, stores -> stores.dimensions().addMissing(client, List.of(partner)));
        Post post = new Post(CLOCK);
        ReadDimensions dimensions = new ReadDimensions(books.unit());
        ReadRates rates = new ReadRates(books.unit());
        JournalEntryApi entries = new JournalEntryApi(
                new ListJournal(books.unit()),
                new KeepDrafts(books.unit(), CLOCK),
                new PostEntry(books.unit(), post, CLOCK),
                new CancelEntry(books.unit(), post, PostedWords::reversal, CLOCK),
                dimensions,
                rates);
        TakeEntries takeEntries = new TakeEntries(new ImportEntries(books.unit(), post, CLOCK), dimensions);
        ImportApi imports = new ImportApi(takeEntries, MOST_BYTES);
        TemplateApi templates = new TemplateApi(new KeepTemplates(books.unit(), CLOCK), dimensions);
        List<Route> routes = Stream.of(entries.routes(), imports.routes(), templates.routes())
                .flatMap(List::stream)
                .toList();
        office.open(new OnceRoutes(
                        new AnswerOnce(books.unit(), CLOCK),
                        new AnswerOfficeOnce(books.unit(), CLOCK),
                        office.rendering())
                .over(new Routes(routes))
                .all());
        key = office.key(office.kari, Office.scope(1), Right.WRITE);
        reader = office.key(office.kari, ClientScope.all(), Right.READ);
    }

    HttpResponse<String> get(String path) {
        return office.get(path, "Authorization", "Bearer " + key);
    }

    HttpResponse<String> send(String method, String path, String json) {
        return office.send(
                method,
                path,
                BodyPublishers.ofString(json),
                "Authorization",
                "Bearer " + key,
                "Content-Type",
                "application/json",
                "Accept-Language",
                "en");
    }

    HttpResponse<String> imported(String query, String mediaType, String text) {
        return imported(query, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> imported(String query, String mediaType, byte[] bytes) {
        return office.send(
                "POST",
                ENTRIES + "/import?client_account_id=1" + query,
                BodyPublishers.ofByteArray(bytes),
                "Authorization",
                "Bearer " + key,
                "Content-Type",
                mediaType,
                "Accept-Language",
                "en");
    }

    @Override
    public void close() {
        office.close();
        books.close();
    }
}
