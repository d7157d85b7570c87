package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.currency.KeepRates.Kept;
import no.avstemt.application.currency.RateInUse;
import no.avstemt.application.currency.RateStore.Search;
import no.avstemt.application.opening.OpeningLine;
import no.avstemt.application.opening.OpeningRefused;
import no.avstemt.application.opening.OpeningSheet.MissingRate;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.StoredBooks.Link;
import no.avstemt.application.verify.StoredBooks.Stretch;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ledger in Danish kroner on the real database. */
final class OtherCurrencyTest {

    private static final Currency DKK = Currency.getInstance("DKK");
    private static final LocalDate LATER = DAY.plusDays(8);
    private static final LocalDate TODAY = DAY.plusDays(12);
    private static final Actor KARI = Actor.system("Kari");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant cafe = new BookedMerchant(BOOKS, DKK, VatRegistration.ALWAYS, UNIT);

    private Kept rate(LocalDate date, String rate) {
        return cafe.ratesOn(TODAY)
                .put(cafe.client(), KARI, List.of(new ExchangeRate(DKK, date, 100, new BigDecimal(rate))));
    }

    @Test
    void a_date_without_a_rate_waits_as_one_finding_and_is_booked_when_the_rate_comes() {
        cafe.vipps.funds("capture", DAY, 10_000, "1").funds("capture", DAY.plusDays(1), 5_000, "2");
        cafe.vipps.row(Topic.FUNDS, "payout-scheduled", LATER, -15_000, "3", "");
        cafe.roundOn(TODAY);

        assertEquals(List.of(), cafe.entries());
        assertEquals(List.of("V-20 " + DAY + " 10000"), cafe.findings());

        assertEquals(new Kept(1, 0, 0, 2), rate(DAY, "150"));
        assertEquals(List.of("V-20 " + LATER + " -15000"), cafe.findings());
        assertEquals(List.of("1577 22500", "2700 -4500", "3000 -18000"), cafe.accounts());
        assertEquals(List.of("3 -18000 -4500"), cafe.taxLines());

        assertEquals(new Kept(1, 0, 0, 2), rate(LATER, "160"));
        assertEquals(List.of(), cafe.findings());
        assertEquals(List.of("1591 24000", "2700 -4500", "3000 -18000", "8060 -1500"), cafe.accounts());
        assertEquals(
                List.of(DAY + " funds", DAY.plusDays(1) + " funds", LATER + " funds", LATER + " exchange " + LATER),
                cafe.entries());
        assertEquals(0, cafe.state().difference());
        assertEquals(Optional.of(TODAY.minusDays(1)), cafe.state().bookedTo());
    }

    @Test
    void what_comes_late_for_a_date_without_a_rate_stays_in_the_queue_until_there_is_one() {
        cafe.vipps.funds("capture", DAY, 10_000, "1").funds("capture", DAY.plusDays(30), 10_000, "2");
        rate(DAY, "150");
        rate(DAY.plusDays(30), "150");
        cafe.roundOn(DAY.plusDays(40));
        assertEquals(2, cafe.entries().size());

        cafe.vipps.funds("capture", DAY.plusDays(15), 10_000, "3").funds("capture", DAY.plusDays(30), 100, "4");
        cafe.roundOn(DAY.plusDays(41));
        assertEquals(3, cafe.entries().size());
        assertEquals(
                List.of("V-20 " + DAY.plusDays(15) + " 10000"),
                cafe.findings().stream().filter(told -> told.startsWith("V-20")).toList());

        assertEquals(1, rate(DAY.plusDays(14), "140").booked());
        assertEquals(4, cafe.entries().size());
        assertEquals(List.of("1577 44150", "2700 -8830", "3000 -35320"), cafe.accounts());
    }

    @ParameterizedTest
    @EnumSource(Granularity.class)
    void no_granularity_changes_a_figure_and_dates_with_rates_of_their_own_are_never_put_together(Granularity choice) {
        cafe.choose(choice);
        cafe.vipps.funds("capture", DAY, 3_333, "1").funds("capture", DAY, 1_111, "2");
        cafe.vipps.funds("refund", DAY.plusDays(1), -777, "3");
        cafe.vipps.row(Topic.FUNDS, "payout-scheduled", LATER, -3_667, "4", "");
        rate(DAY, "151.37");
        rate(DAY.plusDays(1), "149.11");
        rate(LATER, "148.91");
        cafe.roundOn(TODAY);

        assertEquals(List.of("1591 5461", "2700 -1113", "3000 -4455", "8160 107"), cafe.accounts());
        assertEquals(List.of(), cafe.findings());
        assertEquals(
                choice == Granularity.PER_TRANSACTION ? 5 : 4, cafe.entries().size());
    }

    @Test
    void sales_outside_vipps_are_valued_too_and_default_vat_is_counted_in_kroner() {
        cafe.vipps.outside("CASH", Sale.Kind.CAPTURE, DAY, 12_500, "till-1");
        cafe.vipps.funds("capture", DAY, 1_000, "1");
        rate(DAY, "150");
        cafe.roundOn(TODAY);

        assertEquals(List.of("1577 1500", "1900 18750", "2700 -4050", "3000 -16200"), cafe.accounts());
        assertEquals(1_501, cafe.onDefaultVat());
        assertEquals(0, BOOKS.count("""
                SELECT count(*)
                  FROM (SELECT l.currency_amount - sum(k.amount) AS rest
                          FROM sale_link k
                          JOIN journal_line l USING (client_account_id, entry_id, line_no)
                         WHERE client_account_id = ?
                         GROUP BY client_account_id, entry_id, line_no, l.currency_amount) line
                 WHERE rest <> 0
                """, cafe.client().value()));
        assertEquals(
                20_250,
                BOOKS.read(
                                cafe.client(),
                                stores -> stores.terms()
                                        .onDefault(cafe.client(), new Period(DAY.withDayOfMonth(1), TODAY)))
                        .get(0)
                        .turnover());
    }

    @Test
    void what_stood_at_vipps_before_is_opened_in_its_currency_at_the_rate_of_the_day_before() {
        LocalDate start = GivenBooks.account(cafe.client(), "").startDate();
        cafe.vipps.funds("capture", start.minusDays(3), 10_000, "1");
        cafe.vipps.row(Topic.FUNDS, "payout-scheduled", start.plusDays(1), -10_000, "2", "");
        rate(start.minusDays(1), "150");
        rate(start.plusDays(1), "148");
        cafe.roundOn(start.plusDays(4));

        cafe.open(List.of(new OpeningLine(new AccountCode("2050"), Optional.empty(), -15_000)));

        assertEquals(0, cafe.state().difference());
        assertEquals(0, BOOKS.count("""
                SELECT sum(currency_amount)::bigint
                  FROM journal_line
                  JOIN account USING (client_account_id, account_id)
                 WHERE client_account_id = ? AND code = '1577' AND currency = 'DKK'
                """, cafe.client().value()));
    }

    @Test
    void books_are_not_opened_without_the_rate_that_its_balance_needs() {
        LocalDate start = GivenBooks.account(cafe.client(), "").startDate();
        List<OpeningLine> list = List.of(new OpeningLine(new AccountCode("2050"), Optional.empty(), -15_000));
        assertEquals(List.of(), cafe.opening().preview(cafe.client(), list).missingRates());
        cafe.vipps.funds("capture", start.minusDays(3), 10_000, "1");
        cafe.roundOn(start.plusDays(4));
        List<MissingRate> missing = List.of(new MissingRate(cafe.ledger(), DKK, start.minusDays(1)));

        OpeningRefused refused = assertThrows(OpeningRefused.class, () -> cafe.open(list));

        assertEquals(missing, refused.sheet().missingRates());
        assertEquals(missing, cafe.opening().preview(cafe.client(), list).missingRates());
        rate(start.minusDays(1), "150");
        assertEquals(List.of(), cafe.open(list).missingRates());
    }

    @Test
    void the_books_of_such_a_ledger_can_be_verified() {
        cafe.vipps.funds("capture", DAY, 10_000, "1").funds("refund", DAY, -3_333, "2");
        cafe.vipps.fees("capture-fee", DAY, -111, "1");
        cafe.vipps.row(Topic.FUNDS, "fees-retained", LATER, -111, "4", "");
        cafe.vipps.row(Topic.FEES, "fees-retained", LATER, 111, "4", "");
        cafe.vipps.row(Topic.FUNDS, "payout-scheduled", LATER, -6_556, "3", "");
        rate(DAY, "151.37");
        rate(LATER, "148.91");
        cafe.roundOn(TODAY);

        assertEquals(List.of(), cafe.findings());
        List<Fault> faults = BOOKS.read(cafe.client(), stores -> {
            Stretch chain = stores.storedBooks().chain(cafe.client(), Link.START, 100);
            List<Fault> found = new ArrayList<>(chain.faults());
            found.addAll(stores.storedBooks().asWhole(cafe.client(), chain.last()));
            return found;
        });
        assertEquals(List.of(), faults);
        assertEquals(
                List.of(),
                cafe.accounts().stream()
                        .filter(told -> told.startsWith("1577") || told.startsWith("2992") || told.startsWith("1592"))
                        .toList());
    }

    @Test
    void a_rate_is_found_by_currency_and_date_and_one_that_booked_dates_rest_on_is_not_removed() {
        rate(DAY, "150");
        rate(LATER, "160");
        assertEquals(new Kept(0, 1, 0, 0), rate(LATER, "161"));
        assertEquals(new Kept(0, 0, 1, 0), rate(LATER, "161.00"));
        var keep = cafe.ratesOn(TODAY);
        Search search = new Search(Optional.of("DKK"), Optional.of(DAY.plusDays(1)), Optional.empty());
        var found = keep.page(cafe.client(), search, 0, 10);
        assertEquals(1, found.records());
        assertEquals(
                new ExchangeRate(DKK, LATER, 100, new BigDecimal("161")),
                found.page().get(0).rate());
        assertEquals(2, keep.page(cafe.client(), Search.ALL, 0, 10).records());
        assertEquals(
                0,
                keep.page(cafe.client(), new Search(Optional.of("EUR"), Optional.empty(), Optional.empty()), 0, 10)
                        .records());

        cafe.vipps.funds("capture", DAY, 10_000, "1");
        cafe.roundOn(DAY.plusDays(3));
        long first = keep.find(cafe.client(), DKK, DAY).orElseThrow().id();
        assertThrows(RateInUse.class, () -> keep.remove(cafe.client(), KARI, first));
        assertThrows(RateInUse.class, () -> rate(DAY, "151"));
        assertEquals(new Kept(0, 0, 1, 0), rate(DAY, "150"));
        assertEquals(true, keep.remove(cafe.client(), KARI, found.page().get(0).id()));
        assertEquals(Optional.empty(), keep.find(cafe.client(), DKK, LATER));
        assertEquals(
                4,
                BOOKS.count(
                        "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND action = 'EXCHANGE_RATES_CHANGED'",
                        cafe.client().value()));
    }
}
