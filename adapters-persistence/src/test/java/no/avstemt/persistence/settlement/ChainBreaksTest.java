package no.avstemt.persistence.settlement;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.fetched;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.SettlementStore.ChainBreak;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way a row can be wrong, and what is said of it. */
final class ChainBreaksTest {

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
    void an_unbroken_chain_has_no_breaks_and_may_begin_at_any_balance() {
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "a", 7_000)), 0);
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", DAY.plusDays(40), 100, "b", 7_100)), 1);

        assertEquals(List.of(), breaks(DAY, DAY.plusDays(40)));
        assertEquals(List.of(), breaks(DAY.plusDays(40), DAY.plusDays(40)));
    }

    @Test
    void a_missing_row_breaks_the_chain_where_the_next_one_starts() {
        LocalDate later = DAY.plusDays(40);
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", DAY, 100, "a", 0)), 0);
        add(List.of(fetched(ledger, Topic.FUNDS, "capture", later, 100, "b", 150)), 1);

        List<ChainBreak> found = breaks(later, later);

        assertEquals(1, found.size());
        assertEquals(200, found.get(0).expected());
        assertEquals(250, found.get(0).found());
        assertEquals(50, found.get(0).gap());
        assertEquals(List.of(), breaks(DAY, DAY));
    }

    @Test
    void a_row_twice_breaks_the_chain_where_it_stands_and_where_the_next_one_starts() {
        add(
                chain(
                        row("a", 100, 0, 100),
                        row("b", 50, 100, 150),
                        row("b again", 50, 100, 150),
                        row("c", 7, 150, 157)),
                0);

        assertEquals(List.of("b again: 200 150"), told(breaks(DAY, DAY)));
    }

    @Test
    void a_changed_amount_breaks_the_chain_in_its_own_row_alone() {
        add(chain(row("a", 100, 0, 100), row("b", 51, 100, 150), row("c", 7, 150, 157)), 0);

        assertEquals(List.of("b: 151 150"), told(breaks(DAY, DAY)));
    }

    @Test
    void the_first_row_of_all_may_break_it_too() {
        add(chain(row("a", 100, 0, 99), row("b", 50, 99, 149)), 0);

        assertEquals(List.of("a: 100 99"), told(breaks(DAY, DAY)));
    }

    @Test
    void rows_out_of_order_break_the_chain_by_what_adds_up_to_nothing() {
        add(chain(row("a", 100, 0, 100), row("c", 7, 150, 157), row("b", 50, 100, 150), row("d", 1, 157, 158)), 0);

        List<ChainBreak> found = breaks(DAY, DAY);

        assertEquals(List.of("c: 107 157", "b: 207 150", "d: 151 158"), told(found));
        assertEquals(0, found.stream().mapToLong(ChainBreak::gap).sum());
    }

    @Test
    void a_chain_of_one_topic_and_ledger_does_not_break_anothers() {
        add(chain(row("a", 100, 0, 100), row("b", 50, 100, 150)), 0);
        add(List.of(fetched(ledger, Topic.FEES, "capture-fee", DAY, -3, "fee", 0)), 0);
        add(List.of(fetched(second, Topic.FUNDS, "capture", DAY, 100, "other", 9_000)), 0);

        assertEquals(List.of(), breaks(DAY, DAY));
    }

    private void add(List<Fetched> page, long lastPosition) {
        BOOKS.change(client, stores -> stores.settlements().addNew(client, page, lastPosition));
    }

    private Row row(String psp, long amount, long before, long after) {
        return new Row(psp, amount, before, after);
    }

    private record Row(String psp, long amount, long before, long after) {}

    /** In the order given, each with the balances given, whether they hang together or not. */
    private List<Fetched> chain(Row... rows) {
        return Stream.of(rows)
                .map(row -> {
                    SettlementEntry whole = fetched(
                                    ledger, Topic.FUNDS, "capture", DAY, row.amount(), row.psp(), row.before())
                            .entry();
                    return new Fetched(
                            new SettlementEntry(
                                    whole.ledger(),
                                    whole.topic(),
                                    whole.vippsType(),
                                    whole.ledgerDate(),
                                    whole.time(),
                                    whole.amount(),
                                    row.before(),
                                    row.after(),
                                    whole.pspReference(),
                                    whole.reference(),
                                    whole.recipientHandle()),
                            "{}",
                            Optional.empty());
                })
                .toList();
    }

    /** Each as transaction, expected and found. */
    private static List<String> told(List<ChainBreak> breaks) {
        return breaks.stream()
                .map(found -> found.entry().entry().pspReference().orElseThrow() + ": " + found.expected() + " "
                        + found.found())
                .toList();
    }

    private List<ChainBreak> breaks(LocalDate first, LocalDate last) {
        return BOOKS.read(client, stores -> stores.settlements().chainBreaks(client, ledger, Topic.FUNDS, first, last));
    }
}
