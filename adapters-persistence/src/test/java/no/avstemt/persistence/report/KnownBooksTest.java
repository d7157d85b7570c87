package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import no.avstemt.application.Stores;
import no.avstemt.application.client.StandardChart;
import no.avstemt.application.report.Books;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.LineQuery;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KnownBooksTest {

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private static final StandardChart.Row NEW = row("3017");

    @Test
    void what_is_posted_and_accounts_that_are_added_are_seen_at_once() {
        LedgerId ledger = new LedgerId("302321");
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", ledger);
        assertEquals(List.of(), sums(client));
        int accounts = BOOKS.read(client, stores -> chart(stores, client)).size();

        BOOKS.post(client, List.of(GivenBooks.entry(GivenBooks.DAY, ledger, "1577", "3000", 100)));
        BOOKS.change(client, stores -> stores.clients().addMissing(client, List.of(NEW)));

        assertEquals(List.of(100L, -100L), sums(client));
        assertEquals(List.of(100L, -100L), sums(client));
        assertEquals(
                accounts + 1,
                BOOKS.read(client, stores -> chart(stores, client)).size());
    }

    @Test
    void months_and_days_of_a_ledger_are_those_of_what_is_posted_now() {
        LedgerId ledger = new LedgerId("302322");
        ClientAccountId client = BOOKS.client("Fjellheimen Sport AS", ledger);
        LocalDate later = GivenBooks.DAY.plusDays(1);
        BOOKS.post(client, List.of(GivenBooks.entry(later, ledger, "1577", "3000", 100)));
        assertEquals(List.of(later + " 0 0"), places(client, 1));

        BOOKS.post(client, List.of(GivenBooks.entry(GivenBooks.DAY, ledger, "1577", "3000", 20)));
        BOOKS.post(client, List.of(GivenBooks.entry(later, ledger, "1577", "3000", 3)));

        List<String> now = List.of(GivenBooks.DAY + " 0 0", later + " 0 20", later + " 1 120");
        assertEquals(now, places(client, 3));
        assertEquals(now, places(client, 3));
    }

    private static List<String> places(ClientAccountId client, int lines) {
        return BOOKS.read(client, stores -> places(stores.books(), client, lines));
    }

    /** Day, lines of that day before it and øre before it in the month, of the first lines of account 1577. */
    private static List<String> places(Books books, ClientAccountId client, int lines) {
        List<AccountMonth> months = books.months(everything(client), account(books, client));
        assertEquals(
                List.of((long) lines), months.stream().map(AccountMonth::lines).toList());
        return LongStream.range(0, lines)
                .mapToObj(line -> books.place(everything(client), months.get(0), line))
                .map(place -> place.day() + " " + place.skipped() + " " + place.moved())
                .toList();
    }

    private static long account(Books books, ClientAccountId client) {
        return books.chart(client).stream()
                .filter(account -> account.code().digits().equals("1577"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void what_is_undone_is_never_known() {
        ClientAccountId client = BOOKS.client("Bryggen Konserter AS");
        assertThrows(
                ArithmeticException.class,
                () -> BOOKS.change(client, stores -> {
                    stores.clients().addMissing(client, List.of(NEW));
                    assertEquals(true, chart(stores, client).contains("3017"));
                    throw new ArithmeticException("undone");
                }));

        BOOKS.change(client, stores -> stores.clients().addMissing(client, List.of(row("3018"))));

        List<String> chart = BOOKS.read(client, stores -> chart(stores, client));
        assertEquals(List.of(false, true), List.of(chart.contains("3017"), chart.contains("3018")));
    }

    /** Both are the second entry of the same books: what tells them apart is what was posted. */
    @Test
    void lines_that_are_undone_are_never_known() {
        LedgerId ledger = new LedgerId("302323");
        ClientAccountId client = BOOKS.client("Kystmuseet", ledger);
        LocalDate later = GivenBooks.DAY.plusDays(1);
        BOOKS.post(client, List.of(GivenBooks.entry(later, ledger, "1577", "3000", 100)));
        assertThrows(
                ArithmeticException.class,
                () -> BOOKS.change(client, stores -> {
                    BOOKS.post(stores, client, List.of(GivenBooks.entry(GivenBooks.DAY, ledger, "1577", "3000", 7)));
                    assertEquals(List.of(GivenBooks.DAY + " 0 0", later + " 0 7"), places(stores.books(), client, 2));
                    throw new ArithmeticException("undone");
                }));

        BOOKS.post(client, List.of(GivenBooks.entry(later, ledger, "1577", "3000", 3)));

        assertEquals(List.of(later + " 0 0", later + " 1 100"), places(client, 2));
        assertEquals(List.of(103L, -103L), sums(client));
    }

    private static List<String> chart(Stores stores, ClientAccountId client) {
        return stores.books().chart(client).stream()
                .map(account -> account.code().digits())
                .toList();
    }

    private static List<Long> sums(ClientAccountId client) {
        List<AccountLines> sums = new ArrayList<>();
        BOOKS.read(client, stores -> {
            stores.books().accounts(everything(client), sums::add);
            return true;
        });
        return sums.stream().map(sum -> sum.debit() - sum.credit()).toList();
    }

    private static LineQuery everything(ClientAccountId client) {
        return LineQuery.of(client, Period.EVER, new FiscalYear(1), Set.of());
    }

    private static StandardChart.Row row(String code) {
        return new StandardChart.Row(
                new AccountCode(code), "Ny", "New", Optional.empty(), Optional.empty(), "x", "x", true);
    }
}
