package no.avstemt.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.client.ListClients;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Client account 1 has a ledger that is booked to 14 February, 2 has nothing booked. */
final class GranularityOverHttpTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final GivenBooks BOOKS = new GivenBooks();
    private static final Office OFFICE = new Office();

    @BeforeAll
    static void open() {
        LedgerId ledger = new LedgerId("302321");
        ClientAccountId first = BOOKS.client("Kaffebaren Nord AS", ledger);
        BOOKS.client("Bryggen Konserter");
        BOOKS.change(
                first,
                stores -> stores.ledgers()
                        .save(
                                first,
                                ledger,
                                stores.ledgers().state(first, ledger).bookedTo(GivenBooks.DAY)));
        ClientFrames frames = new ClientFrames(new ListClients(BOOKS.unit()), OFFICE.frames);
        OFFICE.open(new SettingsPages(
                        new ChangeClient(BOOKS.unit(), OFFICE.clock),
                        new ChooseGranularity(BOOKS.unit(), OFFICE.clock),
                        frames)
                .routes());
    }

    @AfterAll
    static void close() {
        OFFICE.close();
        BOOKS.close();
    }

    @Test
    void a_granularity_is_chosen_for_dates_that_are_not_booked_and_stands_in_the_history() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        String before = page(kari, 1).body();
        assertTrue(isChosen(before, "PER_DATE"), before);
        assertTrue(before.contains("fra og med 15.02.2026"), before);

        HttpResponse<String> taken = choose(kari, 1, "PER_PAYOUT");

        assertEquals(303, taken.statusCode(), taken.body());
        assertTrue(isChosen(page(kari, 1).body(), "PER_PAYOUT"));
        assertEquals(1, BOOKS.count("""
                SELECT count(*) FROM granularity_choice
                 WHERE client_account_id = 1 AND valid_from = '2026-02-15' AND granularity = 'PER_PAYOUT'
                """));
        assertEquals(1, changes());
        assertEquals(303, choose(kari, 1, "PER_PAYOUT").statusCode());
        assertEquals(1, changes());
    }

    @Test
    void a_choice_holds_from_the_start_while_nothing_is_booked_and_the_last_one_counts() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        assertTrue(page(kari, 2).body().contains("Ingenting er bokført ennå"));

        choose(kari, 2, "PER_PAYOUT");
        choose(kari, 2, "PER_TRANSACTION");

        assertTrue(isChosen(page(kari, 2).body(), "PER_TRANSACTION"));
        assertEquals(1, BOOKS.count("SELECT count(*) FROM granularity_choice WHERE client_account_id = 2"));
    }

    @Test
    void what_is_no_granularity_is_refused_and_who_only_reads_cannot_choose() {
        String kari = OFFICE.signedIn("kari@kontor.example");
        assertEquals(400, choose(kari, 1, "PER_YEAR").statusCode());

        String per = OFFICE.signedIn("per@kontor.example");
        String seen = page(per, 1).body();
        assertFalse(seen.contains("Lagre valget"), seen);
        assertEquals(403, choose(per, 1, "PER_DATE").statusCode());
    }

    private static long changes() {
        return BOOKS.count(
                "SELECT count(*) FROM audit_event WHERE client_account_id = 1 AND action = 'GRANULARITY_CHANGED'");
    }

    private static boolean isChosen(String page, String granularity) {
        return Pattern.compile("value=\"" + granularity + "\" checked")
                .matcher(page)
                .find();
    }

    private static HttpResponse<String> page(String session, long client) {
        return OFFICE.get(
                "/client/settings?client_account_id=" + client,
                "Cookie",
                session,
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }

    private static HttpResponse<String> choose(String session, long client, String granularity) {
        Matcher token = CSRF.matcher(page(session, client).body());
        assertTrue(token.find());
        return OFFICE.send(
                "POST",
                "/client/settings/granularity",
                BodyPublishers.ofString(
                        "_csrf=" + token.group(1) + "&client_account_id=" + client + "&granularity=" + granularity),
                "Cookie",
                session,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html",
                "Accept-Language",
                "nb");
    }
}
