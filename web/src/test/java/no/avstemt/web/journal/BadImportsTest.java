package no.avstemt.web.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be wrong with a file of entries: each is refused by its line, with what to do, and leaves nothing behind. */
final class BadImportsTest {

    private static final String HEAD = "entry_id,date,account,debit,credit,description";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    @AutoClose
    private static final JournalOffice OFFICE = new JournalOffice();

    private long before;

    @BeforeAll
    static void an_account_put_away_and_one_with_a_duty() {
        OFFICE.books.database().asOwner(owner -> owner.execute("""
                UPDATE account SET active = false WHERE code = '7770';
                INSERT INTO dimension_value (client_account_id, type, key, name, active)
                VALUES (1, 'project', 'P9', 'Gammelt prosjekt', false);
                INSERT INTO period (client_account_id, month, state, changed_at, changed_by, closed_at, closed_position)
                VALUES (1, '2025-02-01', 'CLOSED', now(), 'Kari', now(), 0), (1, '2025-05-01', 'HELD', now(), 'Kari', NULL, NULL);
                """));
        OFFICE.books.change(
                OFFICE.client,
                stores -> stores.dimensions()
                        .require(OFFICE.client, new AccountCode("6860"), Set.of(DimensionType.DEPARTMENT)));
    }

    @BeforeEach
    void count() {
        before = stored();
    }

    @AfterEach
    void nothing_is_half_stored() {
        assertEquals(before, stored());
    }

    private static long stored() {
        return OFFICE.books.count("""
                SELECT (SELECT count(*) FROM journal_entry) + (SELECT count(*) FROM journal_line)
                     + (SELECT count(*) FROM account) + (SELECT count(*) FROM dimension_value)
                     + (SELECT count(*) FROM document) + (SELECT count(*) FROM voucher)
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-02,6300,100,,Leie;2026-01-02,2050,,99,Leie          | Line 2 of the file, debit/credit: The entry does not balance: debit less credit is 1.00
            2026-01-02,9876,100,,Leie;2026-01-02,2050,,100,Leie         | Line 2 of the file, account: Account 9876 is not in the chart. Create it
            2026-01-02,7770,100,,Leie;2026-01-02,2050,,100,Leie         | Line 2 of the file, account: Account 7770 is deactivated
            2026-01-02,2099,100,,Leie;2026-01-02,2050,,100,Leie         | Line 2 of the file, account: Account 2099 is deactivated or computed
            2026-01-02,6300,100,,Leie;2026-01-02,9876,,100,Leie         | Line 3 of the file, account: Account 9876 is not in the chart
            2026-01-02,2050,100,,Kurs;2026-01-02,6860,,100,Kurs         | Line 3 of the file, account: Account 6860 requires the dimension department
            2026-01-02,6860,100,,Kurs;2026-01-02,2050,,100,Kurs         | requires the dimension department. Choose a value
            2025-02-03,6300,100,,Leie;2025-02-03,2050,,100,Leie         | Line 2 of the file, date: 2025-02 is closed. Use a date from 2025-03-01 on
            2025-05-03,6300,100,,Leie;2025-05-03,2050,,100,Leie         | Line 2 of the file, date: 2025-05 is held. Give the reason as reason
            1899-12-31,6300,100,,Leie;1899-12-31,2050,,100,Leie         | Line 2 of the file, date: “1899-12-31” is no date between 1900 and 2199
            2200-01-01,6300,100,,Leie;2200-01-01,2050,,100,Leie         | is no date between 1900 and 2199
            2015-12-31,6300,100,,Leie;2015-12-31,2050,,100,Leie         | Line 2 of the file, date: The date 2015-12-31 is outside what entries can be dated, 2016-01-01 to
            2026-02-30,6300,100,,Leie;2026-02-30,2050,,100,Leie         | Line 3 of the file, date: “2026-02-30” is no date
            02/01/2026,6300,100,,Leie;02/01/2026,2050,,100,Leie         | Line 2 of the file, date: “02/01/2026” is no date between 1900 and 2199. Write it as 2026-03-14
            2026-01-02,6300,10000000000000.01,,Leie;2026-01-02,2050,,1,Leie    | Line 2 of the file, debit: The amount 10000000000000.01 is beyond
            2026-01-02,6300,99999999999999999999,,Leie;2026-01-02,2050,,1,Leie | Line 2 of the file, debit: The amount 99999999999999999999 is beyond
            2026-01-02,6300,-5,,Leie;2026-01-02,2050,,-5,Leie           | Line 2 of the file, debit: “-5”: a row has an amount in debit or credit
            2026-01-02,6300,5,5,Leie;2026-01-02,2050,,5,Leie            | Line 2 of the file, debit/credit: “5,5”: a row has an amount in debit or credit
            2026-01-02,6300,fem,,Leie;2026-01-02,2050,,5,Leie           | Line 2 of the file, debit: “fem” is no amount
            2026-01-02,6300,1.005,,Leie;2026-01-02,2050,,1,Leie         | Line 2 of the file, debit: “1.005” is no amount
            2026-01-02,63,5,,Leie;2026-01-02,2050,,5,Leie               | Line 2 of the file, account: “63” is no account number
            2026-01-02,6300,5,,;2026-01-02,2050,,5,Leie                 | Line 2 of the file, description: The row has no description
            2026-01-02,6300,5,,Leie;2026-01-03,2050,,5,Leie             | Line 3 of the file, date: The row has date 2026-01-03
            2026-01-02,6300,5;2026-01-02,2050,,5,Leie                   | Line 2 of the file: The number of fields of the row and of the first line differ: 4 / 6
            """)
    void a_row_is_refused(String rows, String told) {
        HttpResponse<String> refused =
                OFFICE.imported("", CSV, HEAD + "\n1," + rows.strip().replace(";", "\n1,") + "\n");

        assertRefused(refused, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tax_code          | 6300,100,,3      | 2050,,100,        | Line 2 of the file, tax_code: Tax code 3 does not suit account 6300
            tax_code          | 6300,100,,99     | 2050,,100,        | Line 2 of the file, tax_code: Tax code 99 does not exist
            tax_code,tax_base | 6300,100,,,5     | 2050,,100,,       | Line 2 of the file, tax_code: A tax base or amount is given without a tax code
            partner           | 6300,100,,       | 2400,,100,        | Line 3 of the file, partner: Account 2400 asks for business partner
            partner           | 6300,100,,       | 2400,,100,77777   | has no business partner 77777. Create it first
            project           | 6300,100,,P9     | 2050,,100,        | Line 2 of the file, project: project P9 is deactivated
            project           | 6300,100,,P10    | 2050,,100,        | Line 2 of the file, project: The client account has no project P10
            currency,rate     | 6300,100,,XQZ,1  | 2050,,100,,       | Line 2 of the file, currency: “XQZ” is no currency
            currency,rate     | 6300,100,,EUR,   | 2050,,100,,       | Line 2 of the file, rate: The rate of EUR on 2026-01-02 is missing. Give kroner for one unit, or enter the rate
            currency,rate     | 6300,9999999999999,,EUR,999999999999 | 2050,,100,, | Line 2 of the file, debit: The amount 9999999999999.00 EUR is beyond
            currency,rate     | 6300,100,,JPY,1  | 2050,,100,,       | Line 2 of the file, currency: The currency JPY does not have two decimals
            document          | 6300,100,,%1     | 2050,,100,        | Line 2 of the file, document: The text is longer than 70 characters
            document,payment_ref | 6300,100,,F-1,%2 | 2050,,100,,    | Line 2 of the file, payment_ref: The text is longer than 140 characters
            document,due_date | 6300,100,,F-1,32 | 2050,,100,,       | Line 2 of the file, due_date: “32” is no date
            """)
    void a_further_column_is_refused(String columns, String first, String second, String told) {
        HttpResponse<String> refused = OFFICE.imported(
                "",
                CSV,
                "entry_id,date,account,debit,credit," + columns + ",description\n" + "1,2026-01-02,"
                        + first.replace("%1", "F".repeat(71)).replace("%2", "1".repeat(141)) + ",Leie\n1,2026-01-02,"
                        + second + ",Leie\n");

        assertRefused(refused, told);
    }

    @Test
    void faults_of_lines_of_json_come_in_the_order_of_the_lines() {
        String entry = """
                {"posting_date":"2026-01-02","description":"x","lines":[{"account_code":"%s","debit":5},{"account_code":"2050","credit":%s}]}
                """;
        String body = OFFICE.imported(
                        "",
                        NDJSON,
                        entry.formatted("9876", "5") + entry.formatted("6300", "6") + entry.formatted("9877", "5"))
                .body();

        int first = body.indexOf("Line 1 of the file");
        int second = body.indexOf("Line 2 of the file", first);
        assertTrue(first >= 0 && second > first && body.indexOf("Line 3 of the file", second) > second, body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"posting_date":"2026-01-02","description":"x","lines":[{"account_code":"6300","debit":5},{"account_code":"2400","credit":5}]}    | Line 1 of the file, lines[1].relation_id: Account 2400 asks for business partner
            {"posting_date":"2026-01-02","description":"x","lines":[{"account_code":"6300","debit":5}]}                                       | Line 1 of the file, lines: Debit and credit differ
            {"posting_date":"1800-01-02","description":"x","lines":[]}                                                                        | Line 1 of the file: The line cannot be read as an entry. The field posting_date cannot be
            {"posting_date":"2062-01-02","description":"x","lines":[{"account_code":"6300","debit":5},{"account_code":"2050","credit":5}]}    | Line 1 of the file, posting_date: The date 2062-01-02 is outside what entries can be dated, 2016-01-01 to
            {"posting_date":"2026-01-02","description":"x","lines":[{"account_code":"6300","debit":1e15}]}                                    | Line 1 of the file: The line cannot be read as an entry. The field lines[0].debit cannot be 1e15
            {"posting_date":"2026-01-02","description":"x","lines":[{"account_code":"6300","debit_amount":9999999999999,"currency_code":"EUR","exchange_rate":999999999999}]} | The amount is beyond
            """)
    void a_line_of_json_is_refused(String line, String told) {
        assertRefused(OFFICE.imported("", NDJSON, line + "\n"), told);
    }

    @Test
    void a_file_that_is_no_text_of_ours_is_refused() {
        String file = HEAD + "\n1,2026-01-02,6300,5,,Smørbrød\n1,2026-01-02,2050,,5,x\n";

        assertRefused(OFFICE.imported("", CSV, file.getBytes(StandardCharsets.UTF_16LE)), "The file is not text");
        byte[] halved = file.getBytes(StandardCharsets.UTF_16);
        assertRefused(
                OFFICE.imported("", CSV, Arrays.copyOf(halved, halved.length - 1)),
                "Line 3 of the file: The file is not text");
        assertRefused(OFFICE.imported("", CSV, ""), "The file has no entries. A CSV has the names of its columns");
        assertRefused(OFFICE.imported("", NDJSON, ""), "The file has no entries");
        assertRefused(OFFICE.imported("", CSV, HEAD), "The file has no entries");
        assertRefused(OFFICE.imported("", CSV, "{\"posting_date\":1}"), "Line 1 of the file: The column");
        assertRefused(OFFICE.imported("", NDJSON, file), "Line 1 of the file: The line cannot be read as an entry");
        assertRefused(
                OFFICE.imported("", CSV, HEAD + "\n1,2026-01-02,6300,5,," + "x".repeat(501) + "\n"),
                "Line 2 of the file, description: The description is longer than 500 characters");
        byte[] latin = (HEAD + "\n1,2026-01-02,6300,5,,Smørbrød\n").getBytes(Charset.forName("ISO-8859-1"));
        assertRefused(OFFICE.imported("", CSV, latin), "does not balance");
        byte[] marked = ("ï»¿" + HEAD + "\n1,2026-01-02,6300,5,,Smørbrød\n").getBytes(Charset.forName("ISO-8859-1"));
        assertRefused(
                OFFICE.imported("", CSV, marked), "Line 2 of the file: The file begins as UTF-8, but the line has");
    }

    @Test
    void a_preview_tells_the_same_and_create_missing_creates_nothing_for_a_file_that_is_refused() {
        String rows = HEAD + ",project\n1,2026-01-02,9876,5,,Leie,P10\n1,2026-01-02,2050,,4,Leie,\n";

        assertRefused(OFFICE.imported("&preview=true", CSV, rows), "does not balance");
        assertRefused(OFFICE.imported("&create_missing=true", CSV, rows), "does not balance");
    }

    @Test
    void a_project_is_not_created_beside_one_that_is_written_in_other_letters() {
        String row = "\n%d,2026-01-02,6300,5,,Leie,%s\n%d,2026-01-02,2050,,5,Leie,";
        String head = HEAD + ",project";

        assertRefused(
                OFFICE.imported("&create_missing=true", CSV, head + row.formatted(1, "p9", 1)),
                "Line 2 of the file, project: project p9 / P9: the numbers differ in large and small letters alone");
        assertRefused(
                OFFICE.imported(
                        "&create_missing=true", CSV, head + row.formatted(1, "Ny", 1) + row.formatted(2, "NY", 2)),
                "Line 4 of the file, project: project NY / Ny: the numbers differ");
    }

    private static void assertRefused(HttpResponse<String> refused, String told) {
        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains(told), refused.body());
    }
}
