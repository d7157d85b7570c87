package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The accounts of VAT in its specification where several roles have the same account: each is counted once. */
class VatAccountsTest {

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void roles_that_share_an_account_are_one_group() {
        ClientAccountId client = BOOKS.client("Fjellgarn Nettbutikk AS");
        assign(client, AccountRole.OUTPUT_VAT_MIDDLE, "2700");
        BOOKS.post(
                client,
                List.of(
                        TaxedLine.entry(LocalDate.of(2026, 1, 14), TaxedLine.SALE),
                        TaxedLine.entry(
                                LocalDate.of(2026, 1, 15),
                                List.of(
                                        new TaxedLine("1920", 11_500),
                                        new TaxedLine("3030", -10_000, "31", -1_500),
                                        new TaxedLine("2700", -1_500)))));

        assertEquals(
                List.of(
                        "2026-01-01 output 3  24000 6000 6000 0",
                        "2026-01-01 output 31  10000 1500 1500 0",
                        "2026-01-01 accounts  2700, 2701  7500 7500 0"),
                TaxedLine.told(firstTerm(client)));
        assertEquals("7500 7500", ofAccounts(firstTerm(client)));
    }

    @Test
    void what_is_deducted_on_an_account_lowers_what_is_owed_on_it() {
        ClientAccountId client = BOOKS.client("Bryggen Konserter AS");
        assign(client, AccountRole.INPUT_VAT_HIGH, "2700");
        BOOKS.post(
                client,
                List.of(
                        TaxedLine.entry(LocalDate.of(2026, 1, 14), TaxedLine.SALE),
                        TaxedLine.entry(
                                LocalDate.of(2026, 1, 15),
                                List.of(
                                        new TaxedLine("6800", 4_000, "1", 1_000),
                                        new TaxedLine("2700", 1_000),
                                        new TaxedLine("1920", -5_000))),
                        TaxedLine.entry(
                                LocalDate.of(2026, 2, 28),
                                List.of(new TaxedLine("2700", 5_000), new TaxedLine("2740", -5_000)))));

        assertEquals(
                List.of(
                        "2026-01-01 output 3  24000 6000 6000 0",
                        "2026-01-01 input 1  4000 1000 1000 0",
                        "2026-01-01 accounts  2700, 2710  5000 5000 0"),
                TaxedLine.told(firstTerm(client)));
        assertEquals("5000 5000", ofAccounts(firstTerm(client)));
    }

    @Test
    void an_account_of_vat_that_settles_it_too_still_holds_what_is_booked_on_it() {
        ClientAccountId client = BOOKS.client("Havnegata Kolonial AS");
        assign(client, AccountRole.VAT_SETTLEMENT, "2700");
        BOOKS.post(client, List.of(TaxedLine.entry(LocalDate.of(2026, 1, 14), TaxedLine.SALE)));

        assertEquals("6000 6000", ofAccounts(firstTerm(client)));
    }

    private static void assign(ClientAccountId client, AccountRole role, String account) {
        new AssignRoles(BOOKS.unit(), Clock.systemUTC())
                .run(client, Actor.system("test"), Map.of(role, new AccountCode(account)));
    }

    private static CollectingSink firstTerm(ClientAccountId client) {
        ReportQuery query = ReportQuery.of(client, "nb")
                .with(Parameters.DATE_FROM, LocalDate.of(2026, 1, 1))
                .with(Parameters.DATE_TO, LocalDate.of(2026, 2, 28));
        return BOOKS.read(client, stores -> {
            CollectingSink sink = new CollectingSink();
            Reports.VAT_SPECIFICATION.build(stores.books(), query, sink);
            return sink;
        });
    }

    /** Computed and booked of all accounts of the last term. */
    private static String ofAccounts(CollectingSink report) {
        List<String> sums = report.lines().stream()
                .filter(CollectingSink.Sum.class::isInstance)
                .map(line -> ((CollectingSink.Sum) line).row())
                .map(row ->
                        TaxedLine.cell(report, row, "vat_computed") + " " + TaxedLine.cell(report, row, "vat_booked"))
                .toList();
        return sums.get(sums.size() - 2);
    }
}
