package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.captures;
import static no.avstemt.persistence.GivenBooks.fetched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.personal.PersonalDataChoice;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.SettlementStore.DateCount;
import no.avstemt.application.settlement.SettlementStore.TopicDay;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiSettlementsTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 302_320;

    private LedgerId ledger = new LedgerId("none");
    private LedgerId second = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client_with_two_ledgers() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        second = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", ledger, second);
    }

    @Test
    void entries_come_back_as_they_were_fetched() {
        List<Fetched> page = captures(ledger, DAY, 3);

        assertEquals(3, add(page, 0));

        assertEquals(
                page.stream().map(Fetched::entry).toList(),
                entries(DAY, DAY).stream().map(StoredEntry::entry).toList());
    }

    @Test
    void a_page_fetched_twice_is_stored_once_and_takes_no_positions() {
        List<Fetched> page = captures(ledger, DAY, 5);
        add(page.subList(0, 3), 0);

        assertEquals(0, add(page.subList(0, 3), 3));
        assertEquals(2, add(page, 3));

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), positions());
    }

    @Test
    void an_entry_twice_in_one_page_is_stored_once() {
        List<Fetched> page = new ArrayList<>(captures(ledger, DAY, 2));
        page.addAll(captures(ledger, DAY, 3));

        assertEquals(3, add(page, 0));

        assertEquals(List.of(1L, 2L, 3L), positions());
    }

    @Test
    void a_wrong_last_position_is_refused_and_leaves_nothing_half_written() {
        List<Fetched> page = captures(ledger, DAY, 5);
        add(page.subList(0, 3), 0);

        assertThrows(JdbiException.class, () -> add(page, 0));

        assertEquals(List.of(1L, 2L, 3L), positions());
    }

    @Test
    void an_empty_page_stores_nothing() {
        assertEquals(0, add(List.of(), 0));
    }

    @Test
    void personal_data_is_kept_apart_and_only_where_it_is_chosen_and_was_given() {
        Fetched named = captures(ledger, DAY, 1).get(0);
        Fetched unnamed = fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "x", 100);
        Fetched later = fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "y", 200);
        BOOKS.change(
                client,
                stores -> stores.personalData()
                        .choose(client, new PersonalDataChoice("Medlemslister", 90, GivenBooks.NOW)));

        add(List.of(new Fetched(named.entry(), named.raw(), Optional.of("{\"name\":\"Å\"}")), unnamed), 0);
        BOOKS.change(client, stores -> stores.personalData().refuse(client));
        add(List.of(new Fetched(later.entry(), later.raw(), Optional.of("{\"name\":\"B\"}"))), 2);

        assertEquals(1, BOOKS.count("""
                SELECT count(*)
                  FROM settlement_person p
                  JOIN settlement_entry e USING (client_account_id, settlement_entry_id)
                 WHERE e.ledger_id = ? AND e.feed_position = 1 AND p.data = '{"name":"Å"}'
                """, ledger.value()));
        assertEquals(
                1, BOOKS.count("SELECT count(*) FROM settlement_person WHERE client_account_id = ?", client.value()));
    }

    @Test
    void entries_of_a_period_come_by_date_then_funds_then_as_vipps_gave_them() {
        LocalDate next = DAY.plusDays(1);
        add(List.of(fetched(ledger, Topic.FEES, "capture-fee", DAY, -3, "fee", 0)), 0);
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", next, 100, "z", 0)), 0);
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "y", 100)), 1);
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "a", 200)), 2);

        assertEquals(List.of("y", "a", "fee", "z"), psps(entries(DAY, next)));
        assertEquals(List.of("z"), psps(entries(next, next.plusDays(9))));
        assertEquals(
                List.of(new DateCount(DAY, 3), new DateCount(next, 1)),
                read(stores -> stores.settlements().count(client, ledger, new Period(DAY.minusDays(9), next))));
    }

    @Test
    void what_came_late_is_taken_off_its_queue_once() {
        LocalDate next = DAY.plusDays(1);
        add(captures(ledger, DAY, 2), 0);
        add(
                List.of(
                        fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "late", 200),
                        fetched(ledger, Topic.FUNDS, "capture", next, 100, "in time", 300)),
                2);
        add(List.of(fetched(ledger, Topic.FEES, "capture-fee", DAY, -3, "fee", 0)), 0);
        BOOKS.change(client, stores -> {
            stores.settlements().queueLate(client, ledger, Topic.FUNDS, new Period(DAY, DAY), 2);
            stores.settlements().queueLate(client, ledger, Topic.FEES, new Period(DAY, DAY), 0);
        });

        assertEquals(List.of(), takeLate(second));
        assertEquals(List.of("late", "fee"), takeLate(ledger));
        assertEquals(List.of(), takeLate(ledger));
    }

    @Test
    void an_order_is_captured_when_the_ledger_has_a_capture_of_it() {
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "a", 0)), 0);
        add(List.of(fetched(ledger, Topic.FUNDS, "refund", DAY, -100, "b", 100)), 1);
        add(List.of(fetched(second, Topic.FUNDS, "capture", DAY, 100, "c", 0)), 0);

        List<OrderCapture> captured = read(stores ->
                stores.settlements().capturesOf(client, ledger, Set.of("order-a", "order-b", "order-c", "order-d")));

        assertEquals(List.of(new OrderCapture("order-a", DAY, 100)), captured);
        assertEquals(List.of(), read(stores -> stores.settlements().capturesOf(client, ledger, Set.of())));
    }

    @Test
    void a_settlement_entry_is_booked_once_in_a_generation() {
        add(captures(ledger, DAY, 1), 0);
        long id = entries(DAY, DAY).get(0).id();
        var entry = GivenBooks.entry(DAY, ledger, "1577", "3000", 100, new SettlementLink(id, 0, 0, 1, 100));
        BOOKS.post(client, List.of(entry));

        assertThrows(JdbiException.class, () -> BOOKS.post(client, List.of(entry)));

        assertEquals(1, BOOKS.count("SELECT count(*) FROM journal_entry WHERE client_account_id = ?", client.value()));
    }

    @Test
    void days_and_balances_are_vippss_own() {
        LocalDate next = DAY.plusDays(3);
        add(captures(ledger, DAY, 3), 0);
        add(List.of(fetched(ledger, Topic.FUNDS, "payout-scheduled", next, -250, "p", 300)), 3);

        assertEquals(
                List.of(new TopicDay(DAY, 0, 300, 300, 3), new TopicDay(next, 300, 50, -250, 1)),
                read(stores -> stores.settlements().days(client, ledger, Topic.FUNDS, DAY, next)));
        assertEquals(Optional.empty(), balanceAt(DAY.minusDays(1)));
        assertEquals(Optional.of(300L), balanceAt(DAY));
        assertEquals(Optional.of(300L), balanceAt(next.minusDays(1)));
        assertEquals(Optional.of(50L), balanceAt(next));
    }

    @Test
    void two_equal_fees_on_one_capture_are_two_rows_as_their_balances_differ() {
        Fetched one = fetched(ledger, Topic.FEES, "capture-fee", DAY, -3, "same", 0);
        Fetched other = fetched(ledger, Topic.FEES, "capture-fee", DAY, -3, "same", -3);

        assertEquals(2, add(List.of(one, other), 0));
        assertEquals(0, add(List.of(other, one), 2));
        assertEquals(List.of("same", "same"), psps(entries(DAY, DAY)));
    }

    @Test
    void a_foreign_client_sees_nothing_and_can_write_nothing() {
        add(captures(ledger, DAY, 1), 0);
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        List<StoredEntry> seen =
                BOOKS.read(stranger, stores -> stores.settlements().entries(client, ledger, new Period(DAY, DAY)));

        assertEquals(List.of(), seen);
        JdbiException refused = assertThrows(
                JdbiException.class,
                () -> BOOKS.write(
                        stranger,
                        stores -> stores.settlements().addNew(client, captures(ledger, DAY.plusDays(1), 1), 1)));
        assertTrue(String.valueOf(refused.getMessage()).contains("row-level security"), refused.getMessage());
    }

    @Test
    void a_read_only_unit_stores_nothing() {
        assertThrows(
                JdbiException.class,
                () -> BOOKS.unit()
                        .read(
                                Set.of(client),
                                stores -> stores.settlements().addNew(client, captures(ledger, DAY, 1), 0)));
    }

    private int add(List<Fetched> page, long lastPosition) {
        return BOOKS.write(client, stores -> stores.settlements().addNew(client, page, lastPosition));
    }

    private <T> T read(Function<Stores, T> work) {
        return BOOKS.read(client, work);
    }

    private List<StoredEntry> entries(LocalDate first, LocalDate last) {
        return read(stores -> stores.settlements().entries(client, ledger, new Period(first, last)));
    }

    private List<String> takeLate(LedgerId of) {
        return BOOKS.write(client, stores -> psps(stores.settlements().takeLate(client, of)));
    }

    private static List<String> psps(List<StoredEntry> entries) {
        return entries.stream()
                .map(stored -> stored.entry().pspReference().orElseThrow())
                .toList();
    }

    private Optional<Long> balanceAt(LocalDate day) {
        return read(stores -> stores.settlements().balanceAt(client, ledger, Topic.FUNDS, day));
    }

    private List<Long> positions() {
        return BOOKS.database()
                .asSuperuser(handle ->
                        handle.select("""
                        SELECT feed_position
                          FROM settlement_entry
                         WHERE ledger_id = ?
                         ORDER BY feed_position
                        """, ledger.value()).mapTo(Long.class).list());
    }
}
