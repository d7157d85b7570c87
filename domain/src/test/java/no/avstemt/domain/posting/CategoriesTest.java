package no.avstemt.domain.posting;

import static no.avstemt.domain.Given.DAY;
import static no.avstemt.domain.Given.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.Given;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.Test;

/** Categories of what was sold, and posting rules of a client account's own. */
final class CategoriesTest {

    private static final CategoryRule GIFT_CARDS = rule("Gavekort", "2901", Optional.empty());
    private static final CategoryRule BOOKS = rule("bøker", "3100", Optional.of(TaxCode.ZERO_RATED));
    private static final CategoryRule CATERING = rule("Catering", "3030", Optional.empty());

    private static CategoryRule rule(String category, String account, Optional<TaxCode> code) {
        return new CategoryRule(category, Optional.empty(), new AccountCode(account), code, DAY, Optional.empty());
    }

    private static SaleLine line(long gross, int rate, String category) {
        SaleLine line = Given.line(gross, rate, -1);
        return new SaleLine(
                line.lineId(),
                line.name(),
                line.quantity(),
                gross,
                line.net(),
                line.vatRate(),
                line.vat(),
                Optional.of(category));
    }

    private static Sale sale(SaleLine... lines) {
        return Given.sale(Sale.Kind.CAPTURE, "1001", "purchase-1", false, lines);
    }

    /** Account, tax code and øre of each counterpart line. */
    private static List<String> booked(
            VatRegistration vat, PostingTerms terms, List<Sale> sales, SettlementEntry... rows) {
        List<StoredEntry> stored = new ArrayList<>();
        for (SettlementEntry row : rows) {
            stored.add(new StoredEntry(stored.size() + 1, row));
        }
        LedgerBooks books = new LedgerBooks(Given.LEDGER, List.of(UNIT), vat, Given.chart(), Given.TEXTS, terms);
        BookedDay day = TopicDay.book(books, rows[0].topic(), DAY, stored, new SalesOfEntries(sales), 0);
        return day.entry().lines().stream()
                .filter(line -> !line.account().digits().equals("1577")
                        && !line.account().digits().equals("2992"))
                .map(line -> line.account() + " " + line.taxCode().orElse("-") + " " + line.amount())
                .sorted()
                .toList();
    }

    private static List<String> booked(Sale sale, CategoryRule... rules) {
        return booked(
                VatRegistration.ALWAYS,
                new PostingTerms(List.of(rules), List.of()),
                List.of(sale),
                Given.capture(sale.total()));
    }

    @Test
    void a_gift_card_is_a_debt_without_vat_and_the_rest_of_the_sale_is_what_it_is() {
        assertEquals(
                List.of("2700 - -2500", "2901 - -50000", "3000 3 -10000"),
                booked(sale(line(50000, 0, "GAVEKORT "), line(12500, 2500, "Mat")), GIFT_CARDS));
    }

    @Test
    void a_rule_with_a_code_goes_before_the_rate_and_one_without_leaves_it_to_the_line() {
        assertEquals(List.of("3100 5 -12500"), booked(sale(line(12500, 2500, "Bøker")), BOOKS));
        assertEquals(List.of("2701 - -1500", "3030 31 -10000"), booked(sale(line(11500, 1500, "Catering")), CATERING));
    }

    @Test
    void a_rule_holds_on_its_dates_and_the_units_own_goes_first() {
        CategoryRule ended = new CategoryRule(
                "Gavekort",
                Optional.empty(),
                new AccountCode("2902"),
                Optional.empty(),
                LocalDate.of(2020, 1, 1),
                Optional.of(DAY.minusDays(1)));
        CategoryRule ofUnit = new CategoryRule(
                "Gavekort", Optional.of("57860"), new AccountCode("2991"), Optional.empty(), DAY, Optional.empty());
        CategoryRule ofOther = new CategoryRule(
                "Gavekort", Optional.of("1"), new AccountCode("2935"), Optional.empty(), DAY, Optional.empty());

        assertEquals(List.of("3100 5 -50000"), booked(sale(line(50000, 0, "Gavekort")), ended, ofOther));
        assertEquals(List.of("2991 - -50000"), booked(sale(line(50000, 0, "Gavekort")), GIFT_CARDS, ofUnit, ofOther));
    }

    @Test
    void a_refund_goes_back_to_where_its_capture_went() {
        Sale capture = sale(line(50000, 0, "Gavekort"), line(12500, 2500, "Mat"));

        assertEquals(
                List.of("2700 - 2500", "2901 - 50000", "3000 3 10000"),
                booked(
                        VatRegistration.ALWAYS,
                        new PostingTerms(List.of(GIFT_CARDS), List.of()),
                        List.of(capture),
                        Given.refund(62500)));
    }

    @Test
    void who_is_not_registered_has_no_vat_on_any_category() {
        assertEquals(
                List.of("2901 - -50000", "3030 7 -11500", "3200 7 -12500"),
                booked(
                        VatRegistration.NONE,
                        new PostingTerms(List.of(GIFT_CARDS, CATERING), List.of()),
                        List.of(sale(
                                line(50000, 0, "Gavekort"), line(11500, 1500, "Catering"), line(12500, 2500, "Mat"))),
                        Given.capture(74000)));
    }

    @Test
    void a_fee_goes_where_the_client_account_wants_it_from_the_date_it_said() {
        SettlementEntry fee = Given.entry(Topic.FEES, "capture-fee", -300, "1001", "purchase-1", 0);
        RuleOverride own = new RuleOverride(
                EntryType.CAPTURE_FEE,
                AccountRole.FEE_COST,
                Optional.of(new AccountCode("7770")),
                Optional.of(TaxCode.NO_TREATMENT_COST),
                DAY,
                Optional.empty());
        RuleOverride later = new RuleOverride(
                own.type(), own.role(), own.account(), own.taxCode(), DAY.plusDays(1), Optional.empty());

        assertEquals(
                List.of("7770 0 300"),
                booked(VatRegistration.ALWAYS, new PostingTerms(List.of(), List.of(own)), List.of(), fee));
        assertEquals(
                List.of("7771 0 300"),
                booked(VatRegistration.ALWAYS, new PostingTerms(List.of(), List.of(later)), List.of(), fee));
    }
}
