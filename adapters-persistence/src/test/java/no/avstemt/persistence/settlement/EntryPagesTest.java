package no.avstemt.persistence.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.EntryPage.Fetched;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.EntryQuery.Named;
import no.avstemt.application.settlement.EntryQuery.OfLedger;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.application.settlement.EntryQuery.Scope;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntryPagesTest {

    private static final LocalDate DAY = GivenBooks.DAY;

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 502_320;

    private LedgerId ledger = new LedgerId("none");
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void three_days_of_a_ledger() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
        List<Fetched> funds = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            funds.addAll(GivenBooks.captures(ledger, DAY.plusDays(day), 5));
        }
        funds.add(fetched(Topic.FUNDS, "refund", DAY.plusDays(2), -40, "back-1"));
        funds.add(fetched(Topic.FUNDS, "payout-scheduled", DAY.plusDays(2), -460, ledger + "-2000001"));
        funds.add(fetched(Topic.FUNDS, "loyalty-adjustment", DAY.plusDays(2), -7, "odd-1"));
        List<Fetched> fees = List.of(fetched(Topic.FEES, "capture-fee", DAY, 2, DAY + "-0"));
        BOOKS.change(client, stores -> {
            stores.settlements().addNew(client, funds, 0);
            stores.settlements().addNew(client, fees, 0);
        });
    }

    private Fetched fetched(Topic topic, String type, LocalDate day, long amount, String psp) {
        return GivenBooks.fetched(ledger, topic, type, day, amount, psp, 0);
    }

    @Test
    void paging_forwards_and_back_gives_each_row_once_in_order() {
        List<Place> all = places(page(funds(), From.start(100)));
        assertEquals(18, all.size());

        for (int size : List.of(1, 4, 7, 18, 19)) {
            assertEquals(all, forwards(size), "Size " + size);
            assertEquals(all, backwards(size), "Size " + size);
        }
    }

    @Test
    void the_latest_entry_comes_first() {
        EntryQuery.Row first = page(funds(), From.start(1)).rows().get(0);

        assertEquals("loyalty-adjustment", first.stored().entry().vippsType());
        assertEquals(18, first.feedPosition());
    }

    @Test
    void a_page_knows_what_lies_on_either_side_of_it() {
        Slice<EntryQuery.Row> first = page(funds(), From.start(10));
        Slice<EntryQuery.Row> second = page(funds(), From.after(last(first), 10));

        assertFalse(first.hasPrevious());
        assertTrue(first.hasNext());
        assertTrue(second.hasPrevious());
        assertFalse(second.hasNext());
        assertEquals(first, page(funds(), From.before(second.rows().get(0).place(), 10)));
    }

    @Test
    void what_comes_while_somebody_pages_neither_repeats_nor_hides_a_row() {
        Slice<EntryQuery.Row> first = page(funds(), From.start(10));
        BOOKS.change(
                client,
                stores -> stores.settlements()
                        .addNew(client, List.of(fetched(Topic.FUNDS, "capture", DAY.plusDays(3), 100, "new")), 18));

        List<Place> rest = places(page(funds(), From.after(last(first), 100)));

        assertEquals(8, rest.size());
        assertTrue(Collections.disjoint(places(first), rest));
    }

    @Test
    void a_type_is_found_by_any_name_and_an_unknown_one_by_being_none_of_them() {
        assertEquals(List.of("payout-scheduled"), types(ofType(EntryType.PAYOUT_SCHEDULED)));
        assertEquals(List.of("loyalty-adjustment"), types(ofType(EntryType.UNRECOGNISED_FUNDS)));
        assertEquals(List.of("refund"), types(ofType(EntryType.REFUND)));
        assertEquals(15, types(ofType(EntryType.CAPTURE)).size());
        assertEquals(List.of("capture-fee"), types(ofType(EntryType.CAPTURE_FEE)));
    }

    @Test
    void a_search_is_exact_and_looks_in_both_topics() {
        assertEquals(List.of("capture-fee", "capture"), found(DAY + "-0"));
        assertEquals(List.of("capture-fee", "capture"), found("order-" + DAY + "-0"));
        assertEquals(List.of("payout-scheduled"), found("2000001"));
        assertEquals(List.of("payout-scheduled"), found(ledger + "-2000001"));
        for (String nothing : List.of("order", "%", "order-%", "200000", "' OR 1=1 --", "")) {
            assertEquals(List.of(), found(nothing), nothing);
        }
    }

    @Test
    void behind_a_line_stand_its_entries_with_what_it_carries_of_each() {
        List<EntryQuery.Row> day = page(
                        query(new OfLedger(ledger), Optional.of(Topic.FUNDS), Optional.empty(), DAY), From.start(2))
                .rows();
        long one = day.get(0).stored().id();
        long other = day.get(1).stored().id();
        BOOKS.post(
                client,
                List.of(GivenBooks.entry(
                        DAY,
                        ledger,
                        "1577",
                        "3000",
                        200,
                        new SettlementLink(one, 0, 0, 1, 100),
                        new SettlementLink(other, 0, 0, 1, 100),
                        new SettlementLink(one, 0, 1, 2, -100),
                        new SettlementLink(other, 0, 1, 2, -80),
                        new SettlementLink(other, 0, 2, 2, -20))));
        long entry = BOOKS.read(client, stores -> stores.journalReads().carrying(client, List.of(one)))
                .get(0)
                .entry()
                .id();

        List<EntryQuery.Row> behind = page(
                        query(new BehindLine(entry, 2), Optional.empty(), Optional.empty(), Optional.empty()),
                        From.start(10))
                .rows();

        assertEquals(
                List.of(one, other),
                behind.stream().map(row -> row.stored().id()).toList());
        assertEquals(
                List.of(Optional.of(-100L), Optional.of(-100L)),
                behind.stream().map(EntryQuery.Row::onLine).toList());
    }

    @Test
    void the_payout_of_a_date_is_the_first_on_it_or_after_it() {
        assertEquals(
                Optional.of("payout-scheduled"),
                BOOKS.read(client, stores -> stores.settlementReads().payoutOf(client, ledger, DAY))
                        .map(stored -> stored.entry().vippsType()));
        assertEquals(
                Optional.empty(),
                BOOKS.read(client, stores -> stores.settlementReads().payoutOf(client, ledger, DAY.plusDays(3))));
    }

    @Test
    void nothing_of_another_client_is_found() {
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter", new LedgerId("x" + ledger));
        EntryQuery theirs = new EntryQuery(
                stranger,
                new Named(DAY + "-0", List.of(ledger)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                From.start(10));
        long id = page(funds(), From.start(1)).rows().get(0).stored().id();

        assertEquals(
                List.of(),
                BOOKS.read(stranger, stores -> stores.settlementReads().page(theirs))
                        .rows());
        assertEquals(
                Optional.empty(),
                BOOKS.read(stranger, stores -> stores.settlementReads().entry(client, id)));
        assertEquals(
                Optional.empty(),
                BOOKS.read(stranger, stores -> stores.settlementReads().entry(stranger, id)));
    }

    private EntryQuery funds() {
        return query(new OfLedger(ledger), Optional.of(Topic.FUNDS), Optional.empty(), Optional.empty());
    }

    private EntryQuery query(Scope scope, Optional<Topic> topic, Optional<EntryType> type, Optional<LocalDate> only) {
        return new EntryQuery(client, scope, topic, type, only, only, From.start(100));
    }

    private EntryQuery query(Scope scope, Optional<Topic> topic, Optional<EntryType> type, LocalDate only) {
        return query(scope, topic, type, Optional.of(only));
    }

    private List<EntryQuery.Row> ofType(EntryType type) {
        return page(
                        query(new OfLedger(ledger), Optional.of(type.topic()), Optional.of(type), Optional.empty()),
                        From.start(100))
                .rows();
    }

    private List<String> found(String text) {
        return types(page(
                        query(new Named(text, List.of(ledger)), Optional.empty(), Optional.empty(), Optional.empty()),
                        From.start(100))
                .rows());
    }

    private static List<String> types(List<EntryQuery.Row> rows) {
        return rows.stream()
                .sorted((one, other) -> other.stored()
                        .entry()
                        .vippsType()
                        .compareTo(one.stored().entry().vippsType()))
                .map(row -> row.stored().entry().vippsType())
                .toList();
    }

    private Slice<EntryQuery.Row> page(EntryQuery query, From<Place> from) {
        EntryQuery asked = new EntryQuery(
                query.client(), query.scope(), query.topic(), query.type(), query.first(), query.last(), from);
        return BOOKS.read(client, stores -> stores.settlementReads().page(asked));
    }

    private static List<Place> places(Slice<EntryQuery.Row> page) {
        return page.rows().stream().map(EntryQuery.Row::place).toList();
    }

    private static Place last(Slice<EntryQuery.Row> page) {
        return page.rows().get(page.rows().size() - 1).place();
    }

    private List<Place> forwards(int size) {
        List<Place> seen = new ArrayList<>();
        Slice<EntryQuery.Row> page = page(funds(), From.start(size));
        seen.addAll(places(page));
        while (page.hasNext()) {
            page = page(funds(), From.after(last(page), size));
            seen.addAll(places(page));
        }
        return seen;
    }

    private List<Place> backwards(int size) {
        List<Place> seen = new ArrayList<>();
        Slice<EntryQuery.Row> page = page(funds(), From.start(100));
        Place end = last(page);
        seen.add(end);
        page = page(funds(), From.before(end, size));
        while (!page.rows().isEmpty()) {
            seen.addAll(0, places(page));
            if (!page.hasPrevious()) {
                break;
            }
            page = page(funds(), From.before(page.rows().get(0).place(), size));
        }
        return seen;
    }
}
