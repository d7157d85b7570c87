package no.avstemt.persistence.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.payout.Payout;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class JdbiPayoutsTest {

    private static final LocalDate DAY = GivenBooks.DAY;
    private static final LedgerId LEDGER = new LedgerId("602321");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final List<Fetched> funds = new ArrayList<>();
    private long balance;

    @Test
    void a_payout_is_what_was_there_and_all_that_came_since_the_one_before() {
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", LEDGER);
        balance = 500;
        move(0, "capture", 10_000, "a");
        move(0, "capture", 2_000, "b");
        move(0, "refund", -1_000, "c");
        move(0, "fees-retained", -300, "d");
        move(0, "payout-scheduled", -11_200, LEDGER + "-2000001");
        move(1, "capture", 4_000, "e");
        move(2, "payout-aborted", 11_200, LEDGER + "-2000001");
        move(2, "some-new-type", 50, "f");
        move(2, "payout-scheduled", -15_000, LEDGER + "-2000002");
        move(3, "scheduled-for-payout", -250, "2000003");
        move(4, "capture", 900, "g");
        BOOKS.change(client, stores -> stores.settlements().addNew(client, funds, 0));

        List<Payout> payouts = page(client, From.start(10)).rows();

        assertEquals(List.of("2000003", "2000002", "2000001"), numbers(payouts));
        assertPayout("first", payouts.get(2), DAY, 500, 12_000, -1_000, -300, 0, 11_200, 0);
        assertPayout("second", payouts.get(1), DAY.plusDays(1), 0, 4_000, 0, 0, 11_250, 15_000, 250);
        assertPayout("third", payouts.get(0), DAY.plusDays(3), 250, 0, 0, 0, 0, 250, 0);
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(DAY.plusDays(2))),
                payouts.stream()
                        .map(payout -> payout.aborted().map(back -> back.entry().ledgerDate()))
                        .toList());
        assertTrue(payouts.stream().allMatch(payout -> payout.difference() == 0));
        assertEquals(payouts, oneByOne(client));
    }

    @Test
    void a_row_that_is_missing_shows_as_a_difference() {
        LedgerId other = new LedgerId("602322");
        ClientAccountId client = BOOKS.client("Bryggen Konserter", other);
        BOOKS.change(
                client,
                stores -> stores.settlements()
                        .addNew(
                                client,
                                List.of(
                                        GivenBooks.fetched(other, Topic.FUNDS, "capture", DAY, 1_000, "a", 0),
                                        GivenBooks.fetched(
                                                other, Topic.FUNDS, "payout-scheduled", DAY, -1_500, "2000001", 1_500)),
                                0));

        Payout payout = BOOKS.read(client, stores -> stores.payoutReads().page(client, other, From.start(10)))
                .rows()
                .get(0);

        assertEquals(-500, payout.difference());
    }

    private void move(int day, String type, long amount, String psp) {
        funds.add(GivenBooks.fetched(LEDGER, Topic.FUNDS, type, DAY.plusDays(day), amount, psp, balance));
        balance += amount;
    }

    private static void assertPayout(String which, Payout payout, LocalDate from, long... amounts) {
        assertEquals(from, payout.settledFrom(), which);
        assertEquals(
                List.of(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5], amounts[6]),
                List.of(
                        payout.opening(),
                        payout.captures(),
                        payout.refunds(),
                        payout.fees(),
                        payout.other(),
                        payout.paid(),
                        payout.remaining()),
                which);
    }

    private static List<String> numbers(List<Payout> payouts) {
        return payouts.stream()
                .map(payout -> payout.stored().entry().payoutNumber().orElseThrow())
                .toList();
    }

    /** Each payout on a page of its own, forwards. */
    private static List<Payout> oneByOne(ClientAccountId client) {
        List<Payout> all = new ArrayList<>();
        Slice<Payout> page = page(client, From.start(1));
        while (true) {
            all.addAll(page.rows());
            if (!page.hasNext()) {
                return all;
            }
            Payout last = page.rows().get(0);
            Place place = new Place(
                    last.stored().entry().ledgerDate(),
                    last.feedPosition(),
                    last.stored().id());
            page = page(client, From.after(place, 1));
        }
    }

    private static Slice<Payout> page(ClientAccountId client, From<Place> from) {
        return BOOKS.read(client, stores -> stores.payoutReads().page(client, LEDGER, from));
    }
}
