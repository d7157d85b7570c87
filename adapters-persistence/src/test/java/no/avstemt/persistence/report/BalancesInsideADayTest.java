package no.avstemt.persistence.report;

import static no.avstemt.persistence.GivenBooks.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Days of many lines, some of which a question leaves out: a page that begins between them goes on from the right balance. */
class BalancesInsideADayTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final int ENTRIES_OF_A_DAY = 24;

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private static final LedgerId ONE = new LedgerId("302401");
    private static final LedgerId OTHER = new LedgerId("302402");

    @Test
    void each_line_has_the_same_balance_on_a_page_of_its_own() {
        ClientAccountId client = BOOKS.client("Bryggen Konserter AS", ONE, OTHER);
        Random random = new Random(SEED);
        List<JournalEntry> entries = new ArrayList<>();
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(2)); day = day.plusDays(1)) {
            for (int i = 0; i < ENTRIES_OF_A_DAY; i++) {
                entries.add(entry(day, random));
            }
        }
        BOOKS.post(client, entries);
        ReportQuery all = ReportQuery.of(client, "nb").with(Parameters.ACCOUNT_CODES, Set.of("1577", "3000"));

        assertSame(all, 4 * ENTRIES_OF_A_DAY);
        assertSame(all.with(Parameters.TAX_CODES, Set.of("31")), 3);
        assertSame(all.with(Parameters.DIMENSIONS, bankAccount(client)), 3);
        assertSame(all.with(Parameters.FREE_TEXT, Optional.of("of " + OTHER)), 6);
        assertSame(all.with(Parameters.INCLUDE_CANCELLED, false), 4 * ENTRIES_OF_A_DAY);
    }

    private static JournalEntry entry(LocalDate day, Random random) {
        LedgerId ledger = random.nextBoolean() ? ONE : OTHER;
        long amount = 1 + random.nextInt(100_000);
        JournalLine sold = JournalLine.inKroner(2, new AccountCode("3000"), -amount, DimensionSet.NONE, "of " + ledger);
        return new JournalEntry(
                day,
                "Salg",
                GivenBooks.voucher(ledger, day),
                "test",
                List.of(
                        JournalLine.inKroner(1, new AccountCode("1577"), amount, GivenBooks.of(ledger), "of " + ledger),
                        sold.withTax(random.nextBoolean() ? "3" : "31", -amount, 0)),
                List.of());
    }

    private static DimensionFilter bankAccount(ClientAccountId client) {
        long id = BOOKS.count(
                "SELECT min(dimension_value_id) FROM dimension_value WHERE client_account_id = ? AND type = 'bankacc'",
                client.value());
        return DimensionFilter.parse("bankacc:" + id).orElseThrow();
    }

    private static void assertSame(ReportQuery query, int least) {
        List<String> together = page(query, 1, 1000);
        String told = "Seed " + SEED + ", " + query;
        assertTrue(together.size() >= least, told + ": " + together);
        for (int line = 0; line < together.size(); line++) {
            assertEquals(List.of(together.get(line)), page(query, line + 1, 1), told);
        }
    }

    /** Each line with the balance after it. */
    private static List<String> page(ReportQuery query, long page, long perPage) {
        return BOOKS.read(query.client(), stores -> {
            CollectingSink report = new CollectingSink();
            Reports.GENERAL_LEDGER.build(
                    stores.books(), query.with(Parameters.PAGE, page).with(Parameters.PER_PAGE, perPage), report);
            List<String> lines = LineTexts.of(report);
            List<Long> balances = LineTexts.amounts(report, "balance");
            return IntStream.range(0, lines.size())
                    .mapToObj(line -> lines.get(line) + ": " + balances.get(line))
                    .toList();
        });
    }
}
