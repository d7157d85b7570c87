package no.avstemt.persistence.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.avstemt.application.personal.PersonalDataChoice;
import no.avstemt.application.sale.SalePage.Fetched;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiSalesTest {

    private static final Instant TIME = Instant.parse("2026-02-14T10:15:30.123456Z");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 302_320;

    private LedgerId ledger = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client_with_a_ledger() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
    }

    @Test
    void sales_come_back_as_they_were_fetched() {
        Sale full = sale("1001", "order-1", line("1", 12_500, Optional.of(2_500)), line("2", -500, Optional.of(1_500)));
        Sale bare = bare("1002", "order-2");

        assertEquals(2, add(full, bare));

        assertEquals(List.of(full, bare), byPsp("1001", "1002", "unknown"));
        assertEquals(List.of(bare), byReference("order-2"));
    }

    @Test
    void a_sale_fetched_twice_is_stored_once_with_its_lines() {
        Sale sale = sale("1001", "order-1", line("1", 12_500, Optional.of(2_500)));
        add(sale);

        assertEquals(0, add(sale, sale));
        assertEquals(1, add(sale, bare("1002", "order-1")));

        assertEquals(List.of(sale, bare("1002", "order-1")), byReference("order-1"));
    }

    @Test
    void who_bought_is_kept_apart_where_it_is_chosen_and_deleted_in_its_time() {
        String kari = "{\"name\":\"Kari\"}";
        BOOKS.change(
                client,
                stores -> stores.sales()
                        .addNew(client, List.of(new Fetched(bare("1001", "order-1"), "{}", Optional.of(kari)))));
        assertEquals(0, customers());

        BOOKS.change(client, stores -> {
            stores.personalData().choose(client, new PersonalDataChoice("Medlemslister", 90, GivenBooks.NOW));
            stores.sales().addNew(client, List.of(new Fetched(bare("1002", "order-2"), "{}", Optional.of(kari))));
            EntryPage.Fetched entry =
                    GivenBooks.fetched(ledger, Topic.FUNDS, "capture", GivenBooks.DAY, 100, "1002", 0);
            stores.settlements().addNew(client, List.of(entry), 0);
        });
        assertEquals(1, customers());
        long entry = BOOKS.count(
                "SELECT settlement_entry_id FROM settlement_entry WHERE client_account_id = ?", client.value());
        assertEquals(
                Optional.of(kari),
                BOOKS.read(client, stores -> stores.personalData().of(client, entry, TIME)));

        BOOKS.change(client, stores -> assertEquals(0, stores.personalData().deleteBefore(client, TIME)));
        BOOKS.change(
                client, stores -> assertEquals(1, stores.personalData().deleteBefore(client, TIME.plusSeconds(1))));
        assertEquals(0, customers());
    }

    private long customers() {
        return BOOKS.count("SELECT count(*) FROM sale_person WHERE client_account_id = ?", client.value());
    }

    @Test
    void a_capture_and_its_refund_are_two_sales() {
        Sale capture = bare("1001", "order-1");
        Sale refund = new Sale(
                ledger,
                Sale.Kind.REFUND,
                TIME,
                capture.pspReference(),
                "order-1",
                capture.gross(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of());

        assertEquals(2, add(capture, refund));
    }

    @Test
    void cash_sales_have_no_transaction_and_are_told_apart_by_time_and_amount() {
        Sale one = cash("order-1", TIME, 500);

        assertEquals(3, add(one, cash("order-1", TIME, 501), cash("order-1", TIME.plusMillis(1), 500), one));
        assertEquals(0, add(one));
    }

    @Test
    void an_empty_page_and_an_empty_question_are_nothing() {
        assertEquals(0, add());
        assertEquals(List.of(), byPsp());
        assertEquals(List.of(), byReference());
    }

    @Test
    void another_ledgers_sales_are_not_found() {
        add(bare("1001", "order-1"));
        LedgerId other = new LedgerId("other");

        assertEquals(
                List.of(), BOOKS.read(client, stores -> stores.sales().byPspReference(client, other, List.of("1001"))));
    }

    @Test
    void a_ledger_has_any_from_its_first_sale_on_and_others_have_none_by_it() {
        assertFalse(hasAny(client, ledger));

        add(bare("1001", "order-1"));

        assertTrue(hasAny(client, ledger));
        assertFalse(hasAny(client, new LedgerId("other")));
        assertFalse(hasAny(BOOKS.client("Bryggen Konserter AS"), ledger));
    }

    @Test
    void a_page_of_a_thousand_is_stored_at_once() {
        Sale[] page = IntStream.range(0, 1_000)
                .mapToObj(i -> sale("psp-" + i, "order-" + i, line("1", i, Optional.of(2_500))))
                .toArray(Sale[]::new);

        assertEquals(1_000, add(page));

        assertEquals(1_000, BOOKS.count("SELECT count(*) FROM sale_line WHERE client_account_id = ?", client.value()));
    }

    @Test
    void a_foreign_client_sees_nothing_and_can_write_nothing() {
        add(bare("1001", "order-1"));
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        assertEquals(
                List.of(),
                BOOKS.read(stranger, stores -> stores.sales().byReference(client, ledger, List.of("order-1"))));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.write(
                        stranger, stores -> stores.sales().addNew(client, List.of(fetched(bare("1", "order-9"))))));
    }

    private static boolean hasAny(ClientAccountId client, LedgerId ledger) {
        return BOOKS.read(client, stores -> stores.sales().hasAny(client, ledger));
    }

    private int add(Sale... sales) {
        List<Fetched> page = List.of(sales).stream().map(JdbiSalesTest::fetched).toList();
        return BOOKS.write(client, stores -> stores.sales().addNew(client, page));
    }

    private static Fetched fetched(Sale sale) {
        return new Fetched(sale, "{\"reference\":\"" + sale.reference() + "\"}");
    }

    private List<Sale> byPsp(String... psps) {
        return BOOKS.read(client, stores -> stores.sales().byPspReference(client, ledger, List.of(psps)));
    }

    private List<Sale> byReference(String... references) {
        return BOOKS.read(client, stores -> stores.sales().byReference(client, ledger, List.of(references)));
    }

    private Sale sale(String psp, String reference, SaleLine... lines) {
        return new Sale(
                ledger,
                Sale.Kind.CAPTURE,
                TIME,
                Optional.of(psp),
                reference,
                Optional.of(Money.ofOre(12_000)),
                Optional.of(9_600L),
                Optional.of(2_400L),
                Optional.of("WALLET"),
                Optional.of("SHOPPING_BASKET"),
                Optional.of("Kaffe"),
                true,
                true,
                List.of(lines));
    }

    private Sale bare(String psp, String reference) {
        return new Sale(
                ledger,
                Sale.Kind.CAPTURE,
                TIME,
                Optional.of(psp),
                reference,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private Sale cash(String reference, Instant time, long gross) {
        return new Sale(
                ledger,
                Sale.Kind.CAPTURE,
                time,
                Optional.empty(),
                reference,
                Optional.of(Money.ofOre(gross)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("CASH"),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static SaleLine line(String id, long gross, Optional<Integer> rate) {
        return new SaleLine(
                id,
                "Vafler à la «Åse»",
                new BigDecimal("1.250"),
                gross,
                Optional.of(gross - 1),
                rate,
                Optional.of(1L),
                Optional.empty());
    }
}
