package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.avstemt.application.access.Language;
import no.avstemt.web.browser.Chromium;
import no.avstemt.web.text.Formats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A year of merchants of all kinds, from the simulated Vipps to the trial balance, in the program as it is shipped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final String YEAR = "&date_from=2025-06-16&date_to=2026-06-15";

    /** Which finding the simulated Vipps's oddities must become. */
    private static final Map<String, String> CODES = Map.of(
            "unknown-entry-type", "V-01",
            "correction", "V-02",
            "credit-note", "V-03",
            "payout-aborted", "V-12",
            "dispute-standing", "V-13",
            "late-fee", "V-14",
            "sale-told-twice", "V-15",
            "sale-without-money", "V-16");

    @TempDir
    private static Path folder;

    private static RunningDemo demo;

    @BeforeAll
    static void start() {
        demo = RunningDemo.start(folder.resolve("demo"), "--until", RunningDemo.UNTIL);
        demo.ready();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    @Order(1)
    void says_where_it_is_and_how_to_get_in() {
        List<String> beginnings =
                demo.output().lines().map(line -> line.split(": ")[0]).toList();

        assertEquals(
                List.of(
                        "Avstemt",
                        "Login",
                        "API key",
                        "API key for one client",
                        "Simulator",
                        "Simulator keys",
                        "Ready"),
                beginnings);
        assertTrue(
                demo.ready().matches("[0-9]+ settlement entries, [0-9]+ journal entries, [0-9]+ findings"),
                demo.ready());
    }

    @Test
    @Order(2)
    void the_vipps_accounts_are_what_vipps_says_per_ledger() {
        Map<String, String> books = new TreeMap<>();
        for (JsonNode client : demo.api("/api/v2/client-accounts").get("data")) {
            for (JsonNode row : trialBalance(client, YEAR)) {
                String account = row.get("account_code").stringValue();
                boolean isVipps = account.equals("1577") || account.equals("2992");
                if (isVipps && !row.get("relation_name").isNull()) {
                    books.put(
                            row.get("relation_name").stringValue() + " " + account,
                            row.get("outgoing_balance")
                                    .decimalValue()
                                    .setScale(2)
                                    .toPlainString());
                }
            }
        }

        Map<String, String> vipps = new TreeMap<>();
        for (JsonNode ledger : demo.simulated("/_balances").get("items")) {
            String name = "Vipps " + ledger.get("ledgerId").stringValue();
            vipps.put(name + " 1577", kroner(ledger.get("funds").longValue()));
            vipps.put(name + " 2992", kroner(ledger.get("fees").longValue()));
        }
        assertEquals(vipps, books);
        assertTrue(books.values().stream().anyMatch(balance -> !balance.equals("0.00")), "All balances are zero");
    }

    @Test
    @Order(3)
    void every_trial_balance_sums_to_zero_also_across_the_new_year() {
        for (JsonNode client : demo.api("/api/v2/client-accounts").get("data")) {
            for (String range : List.of(
                    YEAR, "&date_from=2025-12-15&date_to=2026-01-15", "&date_from=2026-03-01&date_to=2026-03-31")) {
                BigDecimal incoming = BigDecimal.ZERO;
                BigDecimal outgoing = BigDecimal.ZERO;
                for (JsonNode row : trialBalance(client, range)) {
                    incoming = incoming.add(row.get("incoming_balance").decimalValue());
                    outgoing = outgoing.add(row.get("outgoing_balance").decimalValue());
                }
                assertEquals(0, incoming.signum(), client + range);
                assertEquals(0, outgoing.signum(), client + range);
            }
        }
    }

    @Test
    @Order(3)
    void the_findings_are_what_was_planted_and_nothing_else() {
        List<String> found = new ArrayList<>();
        for (JsonNode client : demo.api("/api/v2/client-accounts").get("data")) {
            for (JsonNode finding : demo.api("/api/v2/findings?per_page=1000&client_account_id="
                            + client.get("id").asString())
                    .get("data")) {
                if (finding.get("closed_at").isNull()) {
                    found.add(String.join(
                            " ",
                            finding.get("ledger_id").stringValue(),
                            finding.get("ledger_date").stringValue(),
                            finding.get("code").stringValue(),
                            finding.get("amount").decimalValue().setScale(2).toPlainString()));
                }
            }
        }

        List<String> planted = new ArrayList<>();
        for (JsonNode oddity : demo.simulated("/_planted")) {
            planted.add(String.join(
                    " ",
                    oddity.get("ledger_id").stringValue(),
                    oddity.get("ledger_date").stringValue(),
                    CODES.get(oddity.get("kind").stringValue()),
                    kroner(oddity.get("amount").longValue())));
        }
        Collections.sort(found);
        Collections.sort(planted);
        assertEquals(planted, found);
        assertTrue(planted.size() >= CODES.size(), planted.toString());
    }

    @Test
    @Order(4)
    void a_key_for_one_client_opens_no_other() {
        String one = demo.line("API key for one client").replaceAll(".*client_account_id ([0-9]+).*", "$1");
        for (JsonNode client : demo.api("/api/v2/client-accounts").get("data")) {
            String id = client.get("id").asString();
            for (String path : List.of(
                    "/api/v2/findings?", "/api/v2/reports/trial-balance?date_from=2026-01-01&date_to=2026-01-31&")) {
                assertEquals(id.equals(one) ? 200 : 403, demo.statusWithKeyOfOne(path + "client_account_id=" + id));
            }
        }
    }

    @Test
    @Order(5)
    void the_page_shows_the_figure_that_the_json_gives() {
        JsonNode client = demo.api("/api/v2/client-accounts").get("data").get(0);
        long fees = figure(client);
        try (Chromium chromium = Chromium.open();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("nb-NO"))) {
            Page page = context.newPage();
            String[] login = demo.line("Login").split(" / ");
            page.navigate(demo.line("Avstemt") + "/");
            page.fill("input[name=email]", login[0]);
            page.fill("input[name=password]", login[1]);
            page.press("input[name=password]", "Enter");
            page.locator("main")
                    .getByText(client.get("name").stringValue())
                    .first()
                    .click();

            page.navigate(demo.line("Avstemt") + "/trial-balance?client_account_id="
                    + client.get("id").asString() + YEAR);
            assertTrue(page.textContent("table")
                    .contains(Formats.in(Language.NORWEGIAN).amount(fees)));
            page.getByText("English").click();
            assertTrue(page.textContent("table")
                    .contains(Formats.in(Language.ENGLISH).amount(fees)));
        }
    }

    @Test
    @Order(6)
    void started_again_it_has_the_same_books_and_fetches_only_what_is_new() {
        String before = demo.ready();
        demo.close();

        demo = RunningDemo.start(folder.resolve("demo"), "--until", RunningDemo.UNTIL);
        assertEquals(before, demo.ready());
        demo.close();

        demo = RunningDemo.start(folder.resolve("demo"), "--until", "2026-06-20");
        assertTrue(entries(demo.ready()) > entries(before), demo.ready());
    }

    private static long entries(String ready) {
        return Long.parseLong(ready.split(" ")[0]);
    }

    /** The fee cost of the year: never zero, and not a round figure. */
    private static long figure(JsonNode client) {
        for (JsonNode row : trialBalance(client, YEAR)) {
            if (row.get("account_code").stringValue().equals("7771")) {
                return row.get("outgoing_balance")
                        .decimalValue()
                        .movePointRight(2)
                        .longValueExact();
            }
        }
        throw new AssertionError("No fees");
    }

    private static JsonNode trialBalance(JsonNode client, String range) {
        return demo.api("/api/v2/reports/trial-balance?client_account_id="
                + client.get("id").asString() + range);
    }

    private static String kroner(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString();
    }
}
