package no.avstemt.persistence.posting;

import static no.avstemt.domain.Given.line;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.client.ChangeClient.Wanted;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.Post;
import no.avstemt.application.posting.SettleDispute;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.domain.Given;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.posting.SettledDispute.Choice;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A capture that nobody has given back for four months is booked as an accountant chooses. */
final class SettledDisputeTest {

    private static final LocalDate LATER = DAY.plusDays(125);
    private static final List<String> IN_DISPUTE = List.of("1571 12500", "2700 -2500", "3000 -10000");
    private static final List<String> LOST = List.of("2700 -2500", "3000 -10000", "7830 12500");
    private static final String STANDS = "V-13 " + DAY + " -12500";

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final BookedMerchant cafe = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);

    @BeforeEach
    void a_dispute_that_stands() {
        cafe.vipps.funds("capture", DAY, 12500, "1").funds("retained-disputed-capture", DAY, -12500, "1");
        cafe.roundOn(LATER);
        assertEquals(IN_DISPUTE, cafe.balances());
        assertEquals(List.of(STANDS), cafe.findings());
    }

    @Test
    void a_loss_leaves_the_vat_of_the_sale_as_it_is() {
        settle(cafe, Choice.LOSS, LATER);

        assertEquals(LOST, cafe.balances());
        assertEquals(List.of(), cafe.findings());
        assertEquals(List.of("test DISPUTE_SETTLED"), settledAndReopened());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void in_another_currency_it_leaves_at_the_kroner_that_it_stands_at() {
        Currency dkk = Currency.getInstance("DKK");
        BookedMerchant abroad = new BookedMerchant(BOOKS, dkk, VatRegistration.ALWAYS, UNIT);
        abroad.vipps.funds("capture", DAY, 12500, "1").funds("retained-disputed-capture", DAY, -12500, "1");
        abroad.ratesOn(LATER)
                .put(
                        abroad.client(),
                        Actor.system("test"),
                        List.of(new ExchangeRate(dkk, DAY, 100, new BigDecimal("150"))));
        abroad.roundOn(LATER);
        assertEquals(List.of(STANDS), abroad.findings());

        settle(abroad, Choice.LOSS, LATER);

        assertEquals(List.of("2700 -3750", "3000 -15000", "7830 18750"), abroad.accounts());
        assertEquals(List.of(), abroad.findings());
        assertEquals(List.of(), abroad.faults());
    }

    @Test
    void a_credit_reverses_the_sale() {
        settle(cafe, Choice.CREDIT, LATER);

        assertEquals(List.of(), cafe.balances());
        assertEquals(List.of(), cafe.findings());
        assertEquals(List.of(), cafe.taxLines());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void a_changed_counter_of_turnover_on_default_vat_is_found() {
        assertEquals(List.of(), cafe.faults());

        BOOKS.database()
                .asSuperuser(owner -> owner.execute(
                        "UPDATE default_vat_day SET amount = amount + 1 WHERE client_account_id = ?",
                        cafe.client().value()));

        assertEquals(
                List.of(Check.DEFAULT_VAT_DAY),
                cafe.faults().stream().map(Fault::check).toList());
    }

    @Test
    void what_is_settled_stays_settled() {
        settle(cafe, Choice.LOSS, LATER);
        cafe.roundOn(LATER.plusDays(30));

        assertEquals(List.of(), cafe.findings());
    }

    @Test
    void the_setting_of_the_client_says_when_someone_must_choose() {
        mustBeChosenAfter(126);
        cafe.roundOn(LATER);
        assertEquals(List.of(), cafe.findings());

        cafe.roundOn(LATER.plusDays(1));
        assertEquals(List.of(STANDS), cafe.findings());
    }

    @Test
    void who_cancels_the_entry_must_choose_anew() {
        settle(cafe, Choice.CREDIT, LATER);
        assertInstanceOf(Done.class, cafe.cancelLast());
        cafe.roundOn(LATER.plusDays(1));
        assertEquals(IN_DISPUTE, cafe.balances());
        assertEquals(List.of(STANDS), cafe.findings());

        settle(cafe, Choice.LOSS, LATER.plusDays(1));
        cafe.roundOn(LATER.plusDays(2));

        assertEquals(LOST, cafe.balances());
        assertEquals(List.of(), cafe.findings());
        assertEquals(
                List.of("test DISPUTE_SETTLED", "test ENTRY_CANCELLED", "test DISPUTE_SETTLED"), settledAndReopened());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void what_vipps_itself_booked_is_not_cancelled() {
        assertInstanceOf(Refused.class, cafe.cancelLast());
    }

    @Test
    void a_loss_that_is_returned_is_taken_back_on_the_day_it_comes() {
        settle(cafe, Choice.LOSS, LATER);
        LocalDate back = LATER.plusDays(10);
        cafe.vipps.funds("returned-disputed-capture", back, 12500, "1");
        cafe.roundOn(back.plusDays(2));
        cafe.roundOn(back.plusDays(3));

        assertEquals(List.of("1577 12500", "2700 -2500", "3000 -10000"), cafe.balances());
        assertEquals(List.of(), cafe.findings());
        assertEquals(
                List.of(DAY + " funds", LATER + " LOSS", back + " funds", back + " returned 2026/2"), cafe.entries());
        assertEquals(List.of("test DISPUTE_SETTLED", "Avstemt DISPUTE_REOPENED"), settledAndReopened());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void of_a_return_in_part_someone_must_choose_for_the_rest() {
        settle(cafe, Choice.CREDIT, LATER);
        LocalDate back = LATER.plusDays(10);
        cafe.vipps.funds("returned-disputed-capture", back, 5000, "1");
        cafe.roundOn(back.plusDays(2));
        assertEquals(List.of("V-13 " + DAY + " -7500"), cafe.findings());

        settle(cafe, Choice.LOSS, back.plusDays(2));

        assertEquals(List.of("1577 5000", "2700 -2500", "3000 -10000", "7830 7500"), cafe.balances());
        assertEquals(List.of(), cafe.findings());
        assertEquals(List.of(), cafe.faults());
    }

    @Test
    void a_credit_is_in_the_proportions_of_its_own_capture() {
        BookedMerchant shop = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        sold(shop, "2", line(12500, 2500), line(11500, 1500));
        sold(shop, "3", line(12500, 2500));
        shop.vipps.row(Topic.FUNDS, "retained-disputed-capture", DAY, -12000, "2", UNIT.handle(), "order-1");
        shop.roundOn(LATER);

        settle(shop, Choice.CREDIT, LATER);

        assertEquals(List.of("1577 24500", "2700 -3750", "2701 -750", "3000 -15000", "3030 -5000"), shop.balances());
        assertEquals(List.of(), shop.findings());
        assertEquals(List.of(), shop.faults());
    }

    /** What was done to disputes, in order. */
    private List<String> settledAndReopened() {
        return cafe.texts("""
                SELECT actor || ' ' || action
                  FROM audit_event
                 WHERE client_account_id = ? AND (action LIKE 'DISPUTE_%' OR action = 'ENTRY_CANCELLED')
                 ORDER BY audit_event_id
                """);
    }

    /** Books the first dispute that stands, on this day. */
    private static void settle(BookedMerchant merchant, Choice choice, LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(13, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        long finding = BOOKS.read(merchant.client(), stores -> stores.findings().of(merchant.client(), false)).stream()
                .filter(stored -> stored.finding().code() == FindingCode.DISPUTE_STANDING)
                .findFirst()
                .orElseThrow()
                .id();
        SettleDispute settle = new SettleDispute(
                BOOKS.unit(), new Post(clock), language -> Given.TEXTS, new CheckLedger(BOOKS.unit(), clock), clock);
        assertTrue(settle.run(merchant.client(), Actor.system("test"), finding, choice)
                .isPresent());
    }

    private void mustBeChosenAfter(int days) {
        ChangeClient change = new ChangeClient(BOOKS.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));
        ClientAccount account = change.show(cafe.client()).account();
        Wanted wanted = new Wanted(
                account.name(), account.language(), account.startDate(), account.vat(), account.fiscalYear(), days);
        assertEquals(ChangeClient.Outcome.CHANGED, change.run(cafe.client(), Actor.system("test"), wanted));
    }

    private static void sold(BookedMerchant shop, String psp, SaleLine... lines) {
        long gross = List.of(lines).stream().mapToLong(SaleLine::gross).sum();
        shop.vipps.sold("WALLET", Sale.Kind.CAPTURE, DAY, gross, "order-1", Optional.of(psp), lines);
        shop.vipps.row(Topic.FUNDS, "capture", DAY, gross, psp, UNIT.handle(), "order-1");
    }
}
