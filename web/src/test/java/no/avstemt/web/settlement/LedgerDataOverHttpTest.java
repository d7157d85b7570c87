package no.avstemt.web.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of a ledger, for programs. */
final class LedgerDataOverHttpTest {

    @AutoClose
    static final EntryOffice OFFICE = new EntryOffice();

    private static final String LEDGER = "/api/v2/vipps/ledgers/302321";
    private static final String ENTRIES = LEDGER + "/entries?client_account_id=1";
    private static final String SALES = LEDGER + "/sales?client_account_id=1";

    private static JsonNode ask(String path) {
        HttpResponse<String> answer = OFFICE.json(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void every_settlement_entry_of_a_topic_stands_on_one_page_and_no_more() {
        Set<Long> seen = new HashSet<>();
        List<String> types = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = ask(ENTRIES + "&topic=funds&per_page=50" + after);
            page.get("data").forEach(entry -> {
                assertTrue(seen.add(entry.get("id").asLong()), entry::toString);
                types.add(entry.get("type").asString());
            });
            after = page.at("/meta/next").isNull()
                    ? ""
                    : "&after=" + page.at("/meta/next").asString();
            pages++;
        } while (!after.isEmpty());

        assertEquals(OFFICE.rowsInFunds(), seen.size());
        assertEquals(3, pages);
        assertEquals("capture", types.get(types.size() - 1));
        assertEquals(1, ask(ENTRIES + "&topic=fees").get("data").size());
    }

    @Test
    void an_entry_is_told_to_the_ore_with_the_journal_entry_that_books_it() {
        String day = "&date_from=" + EntryOffice.DAY + "&date_to=" + EntryOffice.DAY;
        JsonNode data = ask(ENTRIES + day).get("data");

        assertEquals(3, data.size());
        JsonNode payout = data.get(0);
        String told = OFFICE.json(ENTRIES + day).body();
        assertTrue(told.contains("\"amount\":-122.00,\"balance_before\":122.00,\"balance_after\":0.00"), told);
        assertTrue(payout.get("journal_entry_id").isNull());
        JsonNode capture = data.get(2);
        assertTrue(told.contains("\"amount\":125.00,"), told);
        assertEquals(OFFICE.journalEntry(1), capture.get("journal_entry_id").asLong());
    }

    @Test
    void sales_are_told_with_their_lines() {
        JsonNode first = ask(SALES + "&per_page=1");
        JsonNode second =
                ask(SALES + "&per_page=1&after=" + first.at("/meta/next").asString());

        assertTrue(second.at("/meta/next").isNull(), second::toString);
        assertEquals("CASH", first.at("/data/0/payment_type").asString());
        String told = OFFICE.json(SALES).body();
        assertTrue(told.contains("\"quantity\":2.50,\"gross_amount\":125.00,"), told);
        assertTrue(told.contains("\"vat_rate\":25.00,\"vat_amount\":25.00,"), told);
        assertEquals(
                0,
                ask(SALES + "&date_to=" + EntryOffice.DAY.minusDays(1))
                        .get("data")
                        .size());
    }

    @Test
    void anothers_ledger_and_one_that_never_was_are_not_found() {
        for (String ledger : List.of("302322", "4711", "%20")) {
            for (String what : List.of("entries", "sales")) {
                String path = "/api/v2/vipps/ledgers/" + ledger + "/" + what;
                assertEquals(404, OFFICE.json(path + "?client_account_id=1").statusCode(), path);
                assertEquals(403, OFFICE.json(path).statusCode(), path);
            }
        }
    }

    @Test
    void dates_the_wrong_way_round_and_a_place_that_is_none_are_refused() {
        for (String list : List.of(ENTRIES, SALES)) {
            assertEquals(
                    400,
                    OFFICE.json(list + "&date_from=2026-02-02&date_to=2026-02-01")
                            .statusCode());
            assertEquals(400, OFFICE.json(list + "&after=x").statusCode());
            assertEquals(400, OFFICE.json(list + "&per_page=0").statusCode());
        }
        assertEquals(400, OFFICE.json(ENTRIES + "&topic=sales").statusCode());
    }
}
