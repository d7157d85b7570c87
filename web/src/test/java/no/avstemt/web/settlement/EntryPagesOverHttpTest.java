package no.avstemt.web.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class EntryPagesOverHttpTest {

    @AutoClose
    static final EntryOffice OFFICE = new EntryOffice();

    private static final String FUNDS = "/settlement-entries?client_account_id=1";
    private static final String ROW = "/settlement-entries/";

    @Test
    void a_journal_line_leads_to_the_row_as_vipps_gave_it_and_back_by_clicking() {
        HttpResponse<String> voucher = OFFICE.page(journalEntry(1));
        assertHolds(voucher, "Postering 2026/1", "3000 ", "3, grunnlag 100,00", "1 oppgjørspost", "id=\"line-3\"");

        HttpResponse<String> behind = OFFICE.click(voucher, "/settlement-entries\\?[^\"]*line_no=2");
        assertHolds(behind, "Linje 2 i postering 2026/1", "−100,00", "order-1001", "125,00");

        HttpResponse<String> entry = OFFICE.click(behind, "/settlement-entries/");
        assertHolds(entry, "<h1>Betaling</h1>", "Slik Vipps ga den", "\"pspReference\": \"1001\"", "25,00");

        assertHolds(OFFICE.click(entry, "/journal-entries/"), "Postering 2026/1");
        assertHolds(OFFICE.click(entry, "/settlement-entries\\?[^\"]*line_no=2"), "Linje 2 i postering 2026/1");
        for (String crumb : List.of("/trial-balance?", "/general-ledger?", "account_codes=3000")) {
            assertTrue(entry.body().contains(crumb), crumb);
        }
    }

    @Test
    void what_belongs_to_an_entry_stands_on_its_page() {
        HttpResponse<String> capture = OFFICE.page(entry("capture"));

        assertHolds(capture, "Gebyr for betalingen", "utbetaling 2000001", "order-1001, 14.02.2026");
        assertHolds(OFFICE.click(capture, "/sales/"), "Kaffe &lt;b&gt;&amp;&lt;/b&gt; bolle", "2,5", "25");
        assertHolds(OFFICE.page(entry("capture-fee")), "Betalingen som gebyret gjelder", "Ikke bokført ennå");
        assertHolds(OFFICE.page(entry("payout-scheduled")), "Utbetaling 2000001");
    }

    @Test
    void text_from_outside_stays_text() {
        for (String path : List.of(
                journalEntry(1), entry("capture"), "/sales?client_account_id=1", FUNDS + "&search=%3Cb%3E%27%22")) {
            String body = OFFICE.page(path).body();
            assertFalse(body.contains("<script>alert"), path);
            assertFalse(body.contains("<i>1577"), path);
            assertFalse(body.contains("<b>"), path);
        }
        assertHolds(OFFICE.page(entry("capture")), "&lt;/code&gt;&lt;script&gt;");
    }

    @Test
    void a_sale_without_a_money_row_leads_to_its_lines_and_back() {
        HttpResponse<String> voucher = OFFICE.page(journalEntry(2));
        assertHolds(voucher, "1 salg");

        HttpResponse<String> sales = OFFICE.click(voucher, "/sales\\?[^\"]*line_no=1");
        assertHolds(sales, "Linje 1 i postering 2026/2", "kasse-1", "Kontant, utenom Vipps", "50,00");
        assertFalse(sales.body().contains("order-1001"));

        HttpResponse<String> sale = OFFICE.click(sales, "/sales/");
        assertHolds(sale, "Salg kasse-1", "Kontant, utenom Vipps", "2026/2", "Vipps forteller: varelinjer og mva.");
    }

    @Test
    void a_payout_is_added_up_before_ones_eyes() {
        HttpResponse<String> payouts = OFFICE.page("/payouts?client_account_id=1");

        assertHolds(payouts, "2000001", "14.02.2026", "125,00", "−3,00", "122,00", "Ikke avstemt mot bank ennå");
        assertTrue(payouts.body().contains("<span class=\"good\">0,00"), payouts.body());
    }

    @Test
    void paging_shows_each_row_once_forwards_and_back() {
        List<String> forwards = new ArrayList<>();
        HttpResponse<String> page = OFFICE.page(FUNDS);
        HttpResponse<String> last = page;
        while (true) {
            forwards.addAll(rows(page));
            last = page;
            Optional<String> next = link(page, "next");
            if (next.isEmpty()) {
                break;
            }
            page = OFFICE.page(next.get());
        }
        List<String> backwards = new ArrayList<>(rows(last));
        for (Optional<String> previous = link(last, "prev"); previous.isPresent(); previous = link(last, "prev")) {
            last = OFFICE.page(previous.get());
            backwards.addAll(0, rows(last));
        }

        assertEquals(OFFICE.rowsInFunds(), forwards.size());
        assertEquals(new HashSet<>(forwards).size(), forwards.size());
        assertEquals(forwards, backwards);
    }

    @Test
    void a_page_speaks_the_language_of_its_reader() {
        assertHolds(OFFICE.pageInEnglish(journalEntry(1)), "Journal entry 2026/1", "3, base 100.00");
        assertHolds(OFFICE.pageInEnglish(entry("capture")), "As Vipps gave it", "Fees for the payment");
        assertHolds(OFFICE.pageInEnglish(FUNDS), "Ledger date");
        assertHolds(OFFICE.pageInEnglish("/sales?client_account_id=1"), "Cash, outside Vipps");
        assertHolds(OFFICE.pageInEnglish("/payouts?client_account_id=1"), "Not reconciled with the bank yet");
    }

    @Test
    void what_is_not_the_clients_is_not_there() {
        for (String mine : List.of(journalEntry(1), entry("capture"), "/sales/1?client_account_id=1")) {
            assertEquals(200, OFFICE.page(mine).statusCode(), mine);
            assertEquals(404, OFFICE.page(mine.replace("_id=1", "_id=2")).statusCode(), mine);
            assertEquals(403, OFFICE.page(mine.replace("_id=1", "_id=3")).statusCode(), mine);
        }
        assertEquals(
                404, OFFICE.page("/journal-entries/987654?client_account_id=1").statusCode());
        assertEquals(404, OFFICE.page(FUNDS + "&entry_id=987654&line_no=1").statusCode());
        assertEquals(
                404, OFFICE.page(entry("capture-fee") + "&entry_id=1&line_no=1").statusCode());
        assertEquals(200, OFFICE.page(FUNDS + "&ledger_id=nobodys").statusCode());
        assertHolds(OFFICE.page("/payouts?client_account_id=2"), "Ingen utbetalinger ennå");
        assertHolds(OFFICE.page("/sales?client_account_id=2"), "Ingen salg");
        assertHolds(OFFICE.page("/settlement-entries?client_account_id=2"), "Ingen oppgjørsposter");
    }

    @Test
    void a_question_that_does_not_hold_together_is_told_so() {
        for (String wrong : List.of(
                FUNDS + "&entry_id=1",
                FUNDS + "&line_no=1",
                FUNDS + "&entry_id=1&line_no=1&search=1001",
                FUNDS + "&entry_id=1&line_no=1&ledger_id=302321",
                FUNDS + "&after=yesterday",
                FUNDS + "&after=2026-02-30.1.1",
                FUNDS + "&after=2026-02-14.1.1&before=2026-02-14.1.1",
                FUNDS + "&date_from=2026-02-15&date_to=2026-02-14",
                FUNDS + "&type=capture",
                "/sales?client_account_id=1&after=1",
                "/sales?client_account_id=1&kind=sold",
                "/journal-entries/abc?client_account_id=1")) {
            assertEquals(400, OFFICE.page(wrong).statusCode(), wrong);
        }
    }

    @Test
    void filters_stand_in_the_address_and_narrow_the_list() {
        assertEquals(
                1, rows(OFFICE.page(FUNDS + "&type=funds.payout-scheduled")).size());
        assertEquals(1, rows(OFFICE.page(FUNDS + "&type=fees")).size());
        assertEquals(3, rows(OFFICE.page(FUNDS + "&date_to=2026-02-14")).size());
        assertEquals(2, rows(OFFICE.page(FUNDS + "&search=1001")).size());
        assertEquals(0, rows(OFFICE.page(FUNDS + "&search=100")).size());
        assertEquals(
                2, rows(OFFICE.page(FUNDS + "&search=1001&ledger_id=302321")).size());
        assertEquals(
                0, rows(OFFICE.page(FUNDS + "&search=1001&ledger_id=302322")).size());
        String cash = "/sales?client_account_id=1&line_no=1&entry_id=" + OFFICE.journalEntry(2);
        assertHolds(OFFICE.page(cash + "&search=kasse-1"), "50,00");
        assertHolds(OFFICE.page(cash + "&search=order-1001"), "Ingen salg");
        assertHolds(OFFICE.page("/sales?client_account_id=1&payment_type=CASH"), "kasse-1");
        assertFalse(OFFICE.page("/sales?client_account_id=1&payment_type=CASH")
                .body()
                .contains("order-1001"));
        assertHolds(OFFICE.page("/sales?client_account_id=1&search=order-1001"), "125,00");
    }

    @Test
    void the_crumbs_of_a_row_lead_back_to_the_list_as_it_was_filtered_and_never_elsewhere() {
        HttpResponse<String> payout = OFFICE.click(OFFICE.page(FUNDS + "&type=funds.payout-scheduled"), ROW);
        assertTrue(payout.body().contains("href=\"" + FUNDS + "&amp;type=funds.payout-scheduled\""), payout.body());

        HttpResponse<String> sale =
                OFFICE.click(OFFICE.page("/sales?client_account_id=1&payment_type=CASH"), "/sales/");
        assertTrue(sale.body().contains("href=\"/sales?client_account_id=1&amp;payment_type=CASH\""), sale.body());

        for (String elsewhere :
                List.of("https://evil.example", "//evil.example", FUNDS.replace("=1", "=2"), FUNDS + "0")) {
            String back = "&back=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);
            String crumbs = crumbs(OFFICE.page(entry("capture") + back));
            assertTrue(crumbs.contains("href=\"" + FUNDS + "\""), crumbs);
            assertFalse(crumbs.contains("href=\"" + elsewhere + "\""), crumbs);
        }
        String ledger = "/general-ledger?client_account_id=1&account_codes=1577";
        String back = "&back=" + URLEncoder.encode(ledger, StandardCharsets.UTF_8);
        HttpResponse<String> voucher = OFFICE.page(journalEntry(1) + back);
        assertHolds(voucher, "href=\"" + ledger.replace("&", "&amp;") + "\"");
        assertHolds(
                OFFICE.click(voucher, "/journal-entries/" + OFFICE.journalEntry(2)),
                "href=\"" + ledger.replace("&", "&amp;") + "\"");
        assertFalse(OFFICE.page(journalEntry(1)).body().contains("back="));
    }

    private static String crumbs(HttpResponse<String> page) {
        String body = page.body();
        int start = body.indexOf("class=\"crumbs\"");
        return body.substring(start, body.indexOf("</nav>", start));
    }

    private static String journalEntry(long number) {
        return "/journal-entries/" + OFFICE.journalEntry(number) + "?client_account_id=1";
    }

    private static String entry(String type) {
        return "/settlement-entries/" + OFFICE.settlementEntry(type) + "?client_account_id=1";
    }

    private static void assertHolds(HttpResponse<String> page, String... texts) {
        assertEquals(200, page.statusCode());
        String body = page.body().replace('\u00A0', ' ');
        for (String text : texts) {
            assertTrue(body.contains(text), () -> "No " + text + " in " + body);
        }
    }

    /** The addresses of the rows of the first table. */
    private static List<String> rows(HttpResponse<String> page) {
        Matcher rows = Pattern.compile("<th scope=\"row\"><a href=\"([^\"]+)\"").matcher(page.body());
        List<String> found = new ArrayList<>();
        while (rows.find()) {
            found.add(rows.group(1).replaceAll("&amp;back=.*", ""));
        }
        return Collections.unmodifiableList(found);
    }

    private static Optional<String> link(HttpResponse<String> page, String rel) {
        Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page.body());
        return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
    }
}
