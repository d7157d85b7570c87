package no.avstemt.persistence.reconciliation;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static no.avstemt.persistence.GivenBooks.fetched;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.avstemt.application.Stores;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the proof finds, and that it lets go of it when the cause is gone. */
final class CheckLedgerTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 302_320;

    private final CheckLedger check = new CheckLedger(BOOKS.unit(), Clock.fixed(NOW, ZoneOffset.UTC));

    private LedgerId ledger = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client_with_a_ledger() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
    }

    @Test
    void what_is_not_booked_is_a_difference_until_it_is() {
        add(fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "a", 0));
        bookedTo(DAY);

        run();

        assertEquals(List.of("V-06 -100"), open());
        assertEquals(-100, state().difference());

        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, "1577", "3000", 100)));
        run();

        assertEquals(List.of(), open());
        assertEquals(0, state().difference());
    }

    @Test
    void a_row_that_vipps_never_gave_is_one_finding_and_a_difference_of_the_ledger() {
        add(
                fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "a", 0),
                fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "c", 150));
        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, "1577", "3000", 200)));
        bookedTo(DAY);

        run();

        assertEquals(List.of("V-04 50"), open());
        assertEquals(-50, state().difference());
    }

    @Test
    void fees_that_left_one_topic_and_did_not_come_to_the_other_are_a_finding() {
        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, "1592", "7771", 12)));
        bookedTo(DAY);

        run();

        assertEquals(List.of("V-05 12"), open());
    }

    @Test
    void a_ledger_in_another_currency_is_compared_in_that() {
        LedgerId euro = new LedgerId("eur-" + ledger);
        BOOKS.change(client, stores -> {
            stores.ledgers().remember(new Ledger(euro, "EUR", Optional.empty(), Optional.empty(), List.of()));
            stores.ledgers().takeIntoUse(client, euro, List.of());
        });
        add(fetched(euro, Topic.FUNDS, "capture", DAY, 100, "a", 0));
        bookedTo(euro, DAY);

        check.run(client, own(euro));

        assertEquals(List.of("V-06 -100"), open());
        assertEquals(Optional.of(DAY), state(euro).checkedTo());
    }

    /** Else its dates would be booked a second time, which the links refuse, round after round. */
    @Test
    void a_check_beside_a_booking_does_not_move_back_what_is_booked() throws Exception {
        bookedTo(DAY);
        CountDownLatch locked = new CountDownLatch(1);
        CompletableFuture<Void> booking = CompletableFuture.runAsync(() -> BOOKS.change(client, stores -> {
            LedgerState state = stores.ledgers().lockState(client, ledger);
            locked.countDown();
            pause();
            stores.ledgers().save(client, ledger, state.bookedTo(DAY.plusDays(1)));
        }));

        locked.await();
        run();
        booking.get(30, TimeUnit.SECONDS);

        assertEquals(Optional.of(DAY.plusDays(1)), state().bookedTo());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Fetched... page) {
        BOOKS.change(client, stores -> stores.settlements().addNew(client, List.of(page), 0));
    }

    private void bookedTo(LocalDate date) {
        bookedTo(ledger, date);
    }

    private void bookedTo(LedgerId of, LocalDate date) {
        BOOKS.change(
                client,
                stores -> stores.ledgers().save(client, of, state(stores, of).bookedTo(date)));
    }

    private void run() {
        check.run(client, own(ledger));
    }

    private OwnLedger own(LedgerId id) {
        return BOOKS.read(client, stores -> stores.ledgers().of(client)).stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LedgerState state() {
        return state(ledger);
    }

    private LedgerState state(LedgerId of) {
        return BOOKS.read(client, stores -> state(stores, of));
    }

    private LedgerState state(Stores stores, LedgerId of) {
        return stores.ledgers().state(client, of);
    }

    private List<String> open() {
        return BOOKS.read(client, stores -> stores.findings().of(client, false)).stream()
                .map(stored -> stored.finding().code().number() + " "
                        + stored.finding().amount().minor())
                .toList();
    }
}
