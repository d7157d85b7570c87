package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Halt;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.Retry;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiLedgersTest {

    private static final FeedState READ = new FeedState("a+b/c=", 1_000, Optional.of(DAY), Optional.of(NOW), NOW);

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
    void a_ledger_that_vipps_lists_waits_without_an_owner() {
        LedgerId waiting = new LedgerId("waiting");

        BOOKS.change(client, stores -> stores.ledgers().remember(GivenBooks.ledger(waiting)));

        assertEquals(
                Optional.empty(), BOOKS.read(client, stores -> stores.ledgers().owner(waiting)));
        assertEquals(
                Optional.of(client),
                BOOKS.read(client, stores -> stores.ledgers().owner(ledger)));
        assertEquals(
                Optional.empty(), BOOKS.read(client, stores -> stores.ledgers().owner(new LedgerId("unheard of"))));
    }

    @Test
    void remembering_a_ledger_again_keeps_its_owner() {
        Ledger told = new Ledger(ledger, "NOK", Optional.of("974760673"), Optional.of("86011117947"), List.of());

        BOOKS.change(client, stores -> stores.ledgers().remember(told));

        assertEquals(
                List.of(new OwnLedger(ledger, "NOK", LocalTime.MIDNIGHT)),
                BOOKS.read(client, stores -> stores.ledgers().of(client)));
    }

    @Test
    void a_ledger_belongs_to_one_client_account() {
        ClientAccountId other = BOOKS.client("Bryggen Konserter AS");

        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.change(other, stores -> stores.ledgers().takeIntoUse(other, ledger, List.of(UNIT))));

        assertEquals(
                Optional.of(client),
                BOOKS.read(other, stores -> stores.ledgers().owner(ledger)));
        assertEquals(List.of(), BOOKS.read(other, stores -> stores.ledgers().of(other)));
    }

    @Test
    void an_unknown_ledger_cannot_be_taken_into_use() {
        assertThrows(
                IllegalStateException.class,
                () -> BOOKS.change(
                        client, stores -> stores.ledgers().takeIntoUse(client, new LedgerId("unknown"), List.of())));
    }

    @Test
    void taking_it_into_use_again_changes_its_units() {
        SalesUnit elsewhere = new SalesUnit(
                UNIT.handle(), "Nettbutikk", SalesUnit.BookedFrom.ELSEWHERE, TaxCode.OUTPUT_MIDDLE, TaxCode.OUTSIDE);

        BOOKS.change(client, stores -> stores.ledgers().takeIntoUse(client, ledger, List.of(elsewhere)));

        assertEquals(
                List.of(elsewhere),
                BOOKS.read(client, stores -> stores.ledgers().units(client, ledger)));
    }

    @Test
    void a_ledger_in_use_is_a_dimension_of_the_books() {
        assertEquals(1, BOOKS.count("""
                SELECT count(*)
                  FROM dimension_value
                 WHERE client_account_id = ? AND type = 'bankacc' AND key = ? AND name = ?
                """, client.value(), ledger.value(), "Vipps " + ledger));
    }

    @Test
    void each_stream_is_read_for_itself() {
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, Stream.FUNDS, READ));

        assertEquals(Optional.of(READ), feed(Stream.FUNDS));
        assertEquals(Optional.empty(), feed(Stream.FEES));

        FeedState further = new FeedState("d", 1_001, Optional.of(DAY.plusDays(1)), Optional.empty(), NOW);
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, Stream.FUNDS, further));

        assertEquals(Optional.of(further), feed(Stream.FUNDS));
    }

    @Test
    void the_state_of_a_ledger_is_new_until_it_is_saved() {
        LedgerState state = LedgerState.NEW
                .bookedTo(DAY)
                .checked(DAY, -5)
                .failed(
                        Part.MONEY,
                        new Halt(
                                NOW,
                                new Trouble(Trouble.Code.BUSY, List.of("https://api.vipps.no", "status 503", "")),
                                new Retry(2, Optional.of(NOW.plusSeconds(600)))))
                .failed(Part.SALES, new Halt(NOW.plusSeconds(1), Trouble.STOPPED, new Retry(1, Optional.empty())))
                .failed(
                        Part.DATES,
                        new Halt(NOW.plusSeconds(2), Trouble.STOPPED, new Retry(3, Optional.of(NOW.plusSeconds(60)))));

        assertEquals(
                LedgerState.NEW, BOOKS.read(client, stores -> stores.ledgers().state(client, ledger)));

        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, LedgerState.NEW));
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, state));

        assertEquals(state, BOOKS.read(client, stores -> stores.ledgers().state(client, ledger)));
    }

    @Test
    void a_part_that_waits_is_due_at_its_time_but_not_before_money_is() {
        LedgerState sales = LedgerState.NEW.failed(Part.SALES, waiting(600));

        assertEquals(List.of(), dueAt(sales, 599));
        assertEquals(List.of(client), dueAt(sales, 600));
        assertEquals(List.of(), dueAt(sales.failed(Part.MONEY, waiting(900)), 899));
        assertEquals(List.of(client), dueAt(sales.failed(Part.MONEY, waiting(900)), 900));
        assertEquals(List.of(client), dueAt(LedgerState.NEW.failed(Part.DATES, waiting(60)), 60));

        BOOKS.change(client, stores -> stores.ledgers().tryNow());
        assertTrue(BOOKS.read(client, stores -> stores.ledgers().state(client, ledger))
                .isDue(Part.DATES, NOW));
    }

    private static Halt waiting(int seconds) {
        return new Halt(NOW, Trouble.STOPPED, new Retry(1, Optional.of(NOW.plusSeconds(seconds))));
    }

    private List<ClientAccountId> dueAt(LedgerState state, int seconds) {
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, state));
        return BOOKS.read(client, stores -> stores.ledgers().due(NOW.plusSeconds(seconds)));
    }

    @Test
    void a_ledger_that_is_not_the_clients_has_no_state() {
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        for (LedgerId unknown : List.of(ledger, new LedgerId("unknown"))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> BOOKS.read(stranger, stores -> stores.ledgers().state(stranger, unknown)));
        }
    }

    @Test
    void default_vat_is_counted_together() {
        BOOKS.change(client, stores -> stores.ledgers().countDefaultVat(client, ledger, DAY, 1, 2, 500));
        BOOKS.change(client, stores -> stores.ledgers().countDefaultVat(client, ledger, DAY, 2, 1, -100));

        assertEquals(1, BOOKS.count("""
                SELECT count(*)
                  FROM default_vat_day
                 WHERE client_account_id = ? AND ledger_date = ? AND entries = 3 AND amount = 400
                """, client.value(), DAY));
    }

    @Test
    void who_reads_the_same_page_waits_and_then_sees_it_stored_even_the_first_one() throws Exception {
        var locked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(
                () -> BOOKS.change(client, stores -> {
                    assertEquals(Optional.of(""), lockedCursor(stores));
                    locked.countDown();
                    await(goOn);
                    stores.ledgers().save(client, ledger, Stream.FUNDS, READ);
                }),
                work -> new Thread(work).start());
        await(locked);

        var second = CompletableFuture.supplyAsync(
                () -> BOOKS.write(client, this::lockedCursor), work -> new Thread(work).start());
        waitUntilOneWaits();
        goOn.countDown();

        first.get(30, TimeUnit.SECONDS);
        assertEquals(Optional.of(READ.cursor()), second.get(30, TimeUnit.SECONDS));
    }

    @Test
    void a_foreign_client_sees_nothing_and_can_write_nothing() {
        BOOKS.change(client, stores -> stores.ledgers().save(client, ledger, Stream.FUNDS, READ));
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        assertEquals(
                Optional.empty(),
                BOOKS.read(stranger, stores -> stores.ledgers().feed(client, ledger, Stream.FUNDS)));
        assertEquals(List.of(), BOOKS.read(stranger, stores -> stores.ledgers().units(client, ledger)));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.change(stranger, stores -> stores.ledgers().save(client, ledger, Stream.FEES, READ)));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.change(stranger, stores -> stores.ledgers().save(client, ledger, LedgerState.NEW)));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.change(stranger, stores -> stores.ledgers().countDefaultVat(client, ledger, DAY, 3, 1, 1)));
    }

    private Optional<FeedState> feed(Stream stream) {
        return BOOKS.read(client, stores -> stores.ledgers().feed(client, ledger, stream));
    }

    private Optional<String> lockedCursor(Stores stores) {
        return stores.ledgers().lockFeed(client, ledger, Stream.FUNDS).map(FeedState::cursor);
    }

    private static void waitUntilOneWaits() throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (BOOKS.count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0 && System.nanoTime() < giveUp) {
            Thread.sleep(10);
        }
        assertTrue(System.nanoTime() < giveUp, "Nobody waited for the lock");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertEquals(true, latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
