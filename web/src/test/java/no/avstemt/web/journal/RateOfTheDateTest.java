package no.avstemt.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Currency;
import java.util.List;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the table of rates means for entries that come over the API without a rate. */
final class RateOfTheDateTest {

    @AutoClose
    static final JournalOffice OFFICE = new JournalOffice();

    private static final String LINES = """
            "lines":[{"account_code":"6540","debit_amount":33.33,"currency_code":"DKK"},\
            {"account_code":"6540","debit_amount":66.67,"currency_code":"DKK"},\
            {"account_code":"2050","debit_amount":-100,"currency_code":"DKK"}]}""";

    @BeforeAll
    static void rate() {
        ExchangeRate rate = new ExchangeRate(
                Currency.getInstance("DKK"), GivenBooks.DAY.minusDays(2), 100, new BigDecimal("157.42"));
        OFFICE.books.change(OFFICE.client, stores -> stores.rates().put(OFFICE.client, List.of(rate)));
    }

    private static HttpResponse<String> create(String date) {
        return OFFICE.send(
                "POST",
                JournalOffice.ENTRIES + "?client_account_id=1",
                "{\"posting_date\":\"" + date + "\",\"description\":\"Kroner\"," + LINES);
    }

    @Test
    void a_rate_that_is_left_out_is_that_of_the_posting_date_or_the_last_before_it() {
        HttpResponse<String> posted = create(GivenBooks.DAY.toString());

        assertEquals(201, posted.statusCode(), posted.body());
        assertTrue(posted.body().contains("\"credit\":157.42,\"debit_amount\":-100.00"), posted.body());
        assertTrue(posted.body().contains("\"exchange_rate\":1.5742"), posted.body());
    }

    @Test
    void without_one_the_entry_is_refused_by_the_line() {
        HttpResponse<String> refused = create(GivenBooks.DAY.plusDays(10).toString());

        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("lines[0].exchange_rate"), refused.body());
    }

    @Test
    void a_file_of_entries_is_valued_the_same() {
        HttpResponse<String> imported = OFFICE.imported(
                "",
                "application/x-ndjson",
                "{\"posting_date\":\"" + GivenBooks.DAY + "\",\"description\":\"Kroner\"," + LINES + "\n");

        assertEquals(200, imported.statusCode(), imported.body());
        assertTrue(imported.body().contains("\"credit\":157.42"), imported.body());
    }

    private static HttpResponse<String> csv(String currency, String date) {
        String row = "1," + date + ",%s,%s,%s,Kroner," + currency + "\n";
        return OFFICE.imported(
                "",
                "text/csv",
                "entry_id,date,account,debit,credit,description,currency\n"
                        + row.formatted("6540", "33.33", "")
                        + row.formatted("6540", "66.67", "")
                        + row.formatted("2050", "", "100"));
    }

    @Test
    void a_file_of_rows_takes_the_rate_of_the_date_too() {
        HttpResponse<String> imported = csv("DKK", GivenBooks.DAY.toString());

        assertEquals(200, imported.statusCode(), imported.body());
        assertTrue(imported.body().contains("\"credit\":157.42"), imported.body());
        assertEquals(
                0,
                OFFICE.books.count(
                        "SELECT count(*) FROM journal_line WHERE currency = 'DKK' AND exchange_rate <> 1.5742"));
    }

    @Test
    void a_row_without_a_rate_on_a_date_that_has_none_is_refused_by_currency_and_date() {
        String date = GivenBooks.DAY.plusDays(10).toString();

        HttpResponse<String> refused = csv("DKK", date);
        HttpResponse<String> unknown = csv("EUR", date);

        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(
                refused.body().contains("Line 2 of the file, rate: The rate of DKK on " + date + " is missing"),
                refused.body());
        assertTrue(refused.body().contains("\"field\":\"line 4 rate\""), refused.body());
        assertTrue(unknown.body().contains("The rate of EUR on " + date + " is missing"), unknown.body());
    }

    @Test
    void what_comes_to_more_than_is_taken_at_the_rate_of_the_date_is_refused() {
        String day = GivenBooks.DAY.toString();

        HttpResponse<String> refused = OFFICE.imported(
                "",
                "text/csv",
                "entry_id,date,account,debit,credit,description,currency\n1," + day + ",6540,9999999999999,,x,DKK\n1,"
                        + day + ",2050,,9999999999999,x,DKK\n");

        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Line 2 of the file, debit/credit: The amount is beyond"), refused.body());
    }
}
