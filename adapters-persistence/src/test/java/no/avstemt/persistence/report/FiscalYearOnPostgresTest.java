package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.client.ChangeClient.Outcome;
import no.avstemt.application.client.ChangeClient.Wanted;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client account whose fiscal year begins in July. */
final class FiscalYearOnPostgresTest {

    private static final AtomicInteger LEDGERS = new AtomicInteger(302_321);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final LedgerId ledger = new LedgerId(Integer.toString(LEDGERS.getAndIncrement()));
    private final ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", ledger);
    private final ChangeClient change = new ChangeClient(BOOKS.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));

    @Test
    void results_begin_anew_in_july_and_the_year_is_fixed_once_something_is_posted() {
        assertEquals(Outcome.CHANGED, yearFrom(7));
        post(LocalDate.of(2026, 6, 30), 100);
        post(LocalDate.of(2026, 7, 1), 40);
        post(LocalDate.of(2026, 8, 1), 5);

        assertEquals(Outcome.POSTED, yearFrom(1));
        assertEquals(-40, incoming("3000"));
        assertEquals(-100, incoming("2099"));
        assertEquals(140, incoming("1577"));
        assertEquals(
                List.of("2025/1", "2026/1", "2026/2"),
                BOOKS.database()
                        .asSuperuser(handle -> handle.select(
                                        "SELECT fiscal_year || '/' || number FROM journal_entry"
                                                + " WHERE client_account_id = ? ORDER BY chain_position",
                                        client.value())
                                .mapTo(String.class)
                                .list()));
        assertEquals(
                1,
                BOOKS.count(
                        "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND action = 'CLIENT_CHANGED'",
                        client.value()));
    }

    @Test
    void statements_follow_a_year_that_begins_in_july() {
        yearFrom(7);
        post(LocalDate.of(2026, 6, 30), 100);
        post(LocalDate.of(2026, 7, 1), 40);
        post(LocalDate.of(2026, 8, 1), 5);

        Map<String, String> fiscalYear = Map.of("date_from", "2026-07-01", "date_to", "2027-06-30");
        CollectingSink income = table(Reports.INCOME_STATEMENT, fiscalYear);
        assertEquals(new Figure("Result", 45), income.figures().get(2));
        assertEquals(
                List.of("month_7", "month_8", "month_9", "month_10", "month_11", "month_12", "month_1"),
                income.columns().stream()
                        .map(Column::key)
                        .filter(key -> key.startsWith("month_"))
                        .limit(7)
                        .toList());
        assertEquals(
                List.of(new Figure("Assets", 145), new Figure("Equity-And-Liabilities", 145)),
                table(Reports.BALANCE_SHEET, Map.of("report_date", "2026-08-31"))
                        .figures());
        assertTrue(income.lines().get(income.lines().size() - 1).toString().contains("result-of-year"));
    }

    private CollectingSink table(Report report, Map<String, String> given) {
        return new ProduceReport(BOOKS.unit())
                .run(report, new ReportQuery(client, "nb", given), seal -> false, CollectingSink::new)
                .either(unchanged -> new CollectingSink(), produced -> produced.sink());
    }

    private Outcome yearFrom(int month) {
        return change.run(
                client,
                Actor.system("Kari"),
                new Wanted(
                        "Kaffebaren Nord AS",
                        "nb",
                        LocalDate.of(2026, 1, 1),
                        VatRegistration.ALWAYS,
                        new FiscalYear(month),
                        ClientAccount.USUAL_DISPUTE_DAYS));
    }

    private void post(LocalDate day, long amount) {
        BOOKS.post(client, List.of(GivenBooks.entry(day, ledger, "1577", "3000", amount)));
    }

    private long incoming(String account) {
        CollectingSink table = table(Reports.TRIAL_BALANCE, Map.of("date_from", "2026-08-01", "date_to", "2026-08-31"));
        List<String> keys = table.columns().stream().map(Column::key).toList();
        long sum = 0;
        for (Row row : table.rows()) {
            boolean isAsked =
                    row.cells().get(keys.indexOf("account_code")).toString().contains(account);
            if (isAsked && row.cells().get(keys.indexOf("incoming_balance")) instanceof Cell.Amount amount) {
                sum += amount.ore();
            }
        }
        return sum;
    }
}
