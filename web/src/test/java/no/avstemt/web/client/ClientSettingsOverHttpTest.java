package no.avstemt.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClientSettingsOverHttpTest {

    private static final String PATH = "/api/v2/client-settings?client_account_id=1";
    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final String WHOLE = """
            {"name": "Kaffebaren Sør AS", "books_language": "en", "start_date": "2026-01-01", "vat_registered": true,
             "vat_from": "2026-02-01", "vat_term": "YEAR", "fiscal_year_start": 7, "dispute_days": 90,
             "granularity": "PER_TRANSACTION"}
            """;

    private final GivenBooks books = new GivenBooks();
    private final Office office = new Office();
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void open() {
        client = books.client("Kaffebaren Nord AS", LEDGER);
        books.client("Bryggen Konserter AS");
        ChangeClient change = new ChangeClient(books.unit(), office.clock);
        ClientFrames frames = new ClientFrames(new ListClients(books.unit()), office.frames);
        ChooseGranularity choose = new ChooseGranularity(books.unit(), office.clock);
        office.open(Stream.of(
                        new ClientSettingsApi(change, choose).routes(),
                        new SettingsPages(change, choose, frames).routes())
                .flatMap(List::stream)
                .toList());
    }

    @AfterEach
    void close() {
        office.close();
        books.close();
    }

    @Test
    void settings_are_read_and_changed_and_the_page_shows_the_same() {
        assertHolds(get(), 200, "\"dispute_days\":120", "\"vat_term\":\"TWO_MONTHS\"", "\"is_posted\":false");

        assertHolds(put(WHOLE), 200, "\"name\":\"Kaffebaren Sør AS\"", "\"dispute_days\":90", "PER_TRANSACTION");

        assertHolds(get(), 200, "\"books_language\":\"en\"", "\"vat_from\":\"2026-02-01\"", "\"fiscal_year_start\":7");
        String page = office.get(
                        "/client/settings?client_account_id=1",
                        "Cookie",
                        office.signedIn("kari@kontor.example"),
                        "Accept",
                        "text/html")
                .body();
        assertTrue(page.contains("name=\"dispute_days\"") && page.contains("value=\"90\""), page);
    }

    @Test
    void what_was_read_is_taken_back_changed_in_what_can_be_changed() {
        String read = get().body();
        assertHolds(put(read.replace("\"dispute_days\":120", "\"dispute_days\":100")), 200, "\"dispute_days\":100");

        assertHolds(put(read.replace("\"is_posted\":false", "\"is_posted\":true")), 400, "\"field\":\"is_posted\"");
        String other =
                read.replaceFirst("\"organisation_number\":\"[0-9]{9}\"", "\"organisation_number\":\"923609016\"");
        assertHolds(put(other), 400, "\"field\":\"organisation_number\"");
        assertHolds(get(), 200, "\"dispute_days\":100");
    }

    @Test
    void what_is_wrong_names_its_field_and_nothing_is_changed() {
        assertHolds(put(WHOLE.replace("90", "541")), 400, "\"field\":\"dispute_days\"");
        assertHolds(put(WHOLE.replace("90", "0")), 400, "\"field\":\"dispute_days\"");
        assertHolds(put(WHOLE.replace("\"YEAR\"", "\"WEEK\"")), 400, "\"field\":\"vat_term\"");
        assertHolds(put(WHOLE.replace("2026-01-01", "1999-12-31")), 400, "\"field\":\"start_date\"");
        assertHolds(
                put(WHOLE.replace("\"vat_registered\": true", "\"vat_registered\": false")),
                400,
                "\"field\":\"vat_from\"");
        assertHolds(
                put(WHOLE.replace("\"vat_term\"", "\"vat_to\": \"2026-01-31\", \"vat_term\"")),
                400,
                "\"field\":\"vat_to\"");
        assertHolds(get(), 200, "\"name\":\"Kaffebaren Nord AS\"");
    }

    @Test
    void start_and_fiscal_year_stay_when_something_is_posted() {
        books.post(client, List.of(GivenBooks.entry(GivenBooks.DAY, LEDGER, "6800", "2999", 100)));

        assertHolds(put(WHOLE), 409, "Start date and fiscal year");
        assertHolds(get(), 200, "\"is_posted\":true", "\"dispute_days\":120");
    }

    @Test
    void vat_registration_is_changed_for_dates_that_are_not_booked() {
        String settings = WHOLE.replace("\"fiscal_year_start\": 7", "\"fiscal_year_start\": 1");
        books.post(client, List.of(GivenBooks.entry(GivenBooks.DAY, LEDGER, "6800", "2999", 100)));
        books.change(client, stores -> stores.ledgers().save(client, LEDGER, LedgerState.NEW.bookedTo(GivenBooks.DAY)));

        assertHolds(put(settings), 409, "booked to 2026-02-14");
        String ended = settings.replace("\"vat_from\": \"2026-02-01\"", "\"vat_to\": \"2026-02-13\"");
        assertHolds(put(ended), 409, "booked to 2026-02-14");
        assertHolds(get(), 200, "\"vat_from\":null", "\"vat_to\":null", "\"dispute_days\":120");

        assertHolds(put(ended.replace("2026-02-13", "2026-02-14")), 200, "\"vat_to\":\"2026-02-14\"");
        assertHolds(put(settings.replace("2026-02-01", "2026-01-01")), 200, "\"vat_from\":\"2026-01-01\"");
    }

    private HttpResponse<String> get() {
        return office.get(PATH, "Authorization", key());
    }

    private HttpResponse<String> put(String json) {
        return office.send(
                "PUT", PATH, BodyPublishers.ofString(json), "Authorization", key(), "Content-Type", "application/json");
    }

    private String key() {
        return "Bearer " + office.key(office.kari, ClientScope.all(), Right.WRITE);
    }

    private static void assertHolds(HttpResponse<String> answer, int status, String... parts) {
        assertEquals(status, answer.statusCode(), answer.body());
        for (String part : parts) {
            assertTrue(answer.body().contains(part), part + " is not in " + answer.body());
        }
    }
}
