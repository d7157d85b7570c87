package no.avstemt.application.settlement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.sale.SalePage;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.PassedOver;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * Reads the next page of a stream from Vipps and stores it with its cursor in one transaction, so that a page is there
 * whole or not at all and is asked for again after any interruption.
 */
public final class ImportLedger {

    private final UnitOfWork unit;
    private final Clock clock;

    public ImportLedger(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param stored how many rows were new */
    public record Page(int stored, boolean more) {}

    public Page nextEntries(SettlementSource source, ClientAccountId client, LedgerId ledger, Topic topic) {
        Stream stream = Stream.of(topic);
        FeedState before = state(client, ledger, stream);
        EntryPage page = source.feed(ledger, topic, before.cursorOrStart());
        Optional<LocalDate> lastDate = page.items().stream()
                .map(item -> item.entry().ledgerDate())
                .reduce((one, two) -> one.isAfter(two) ? one : two);
        Optional<LocalDate> firstDate = page.items().stream()
                .map(item -> item.entry().ledgerDate())
                .reduce((one, two) -> one.isBefore(two) ? one : two);
        boolean caughtUp = page.tryLater();
        int stored = unit.write(Set.of(client), stores -> {
            stores.ledgers().lockState(client, ledger);
            if (isElsewhere(stores, client, ledger, stream, before)) {
                return 0;
            }
            int added = page.items().isEmpty() ? 0 : stores.settlements().addNew(client, page.items(), before.items());
            stores.ledgers().save(client, ledger, stream, moved(before, page.cursor(), added, lastDate, caughtUp));
            if (added > 0) {
                firstDate.ifPresent(first -> {
                    queueLate(stores, client, ledger, topic, first, before.items());
                    compareAgain(stores, client, ledger, stream, new Period(first, lastDate.orElse(first)));
                });
            }
            return added;
        });
        return new Page(stored, page.more() && !caughtUp);
    }

    public Page nextSales(SettlementSource source, ClientAccountId client, LedgerId ledger) {
        FeedState before = state(client, ledger, Stream.SALES);
        SalePage page = source.sales(ledger, before.cursorOrStart());
        Optional<LocalDate> lastDate = page.items().stream()
                .map(item -> item.sale().businessDate())
                .reduce((one, two) -> one.isAfter(two) ? one : two);
        int stored = unit.write(Set.of(client), stores -> {
            LedgerState state = stores.ledgers().lockState(client, ledger);
            if (isElsewhere(stores, client, ledger, Stream.SALES, before)) {
                return 0;
            }
            int added = page.items().isEmpty() ? 0 : stores.sales().addNew(client, page.items());
            if (added > 0) {
                placeSales(stores, client, ledger, page, state);
            }
            stores.ledgers()
                    .save(client, ledger, Stream.SALES, moved(before, page.cursor(), added, lastDate, !page.more()));
            return added;
        });
        return new Page(stored, page.more());
    }

    /**
     * Stores rows of a date that the feed has passed over; they are booked as what came late.
     *
     * @param where what they follow in the report of the date
     * @return how many were new
     */
    public int addPassedOver(
            ClientAccountId client,
            LedgerId ledger,
            Topic topic,
            LocalDate date,
            List<EntryPage.Fetched> rows,
            List<PassedOver> where) {
        Stream stream = Stream.of(topic);
        return unit.write(Set.of(client), stores -> {
            stores.ledgers().lockState(client, ledger);
            FeedState before = stores.ledgers().lockFeed(client, ledger, stream).orElseThrow();
            int added = stores.settlements()
                    .addPassedOver(client, rows, places(stores, client, date, where), before.items());
            if (added > 0) {
                stores.ledgers().save(client, ledger, stream, before.withMore(added));
                stores.dateChecks().passedOver(client, ledger, topic, date, before.items(), clock.instant());
                queueLate(stores, client, ledger, topic, date, before.items());
            }
            return added;
        });
    }

    private static Map<EntryKey, BigDecimal> places(
            Stores stores, ClientAccountId client, LocalDate date, List<PassedOver> where) {
        List<EntryKey> around = where.stream()
                .flatMap(rows -> java.util.stream.Stream.concat(rows.after().stream(), rows.before().stream()))
                .toList();
        Map<EntryKey, BigDecimal> known = stores.dateChecks().places(client, date, around);
        Map<EntryKey, BigDecimal> places = new HashMap<>();
        for (PassedOver rows : where) {
            List<BigDecimal> found = rows.places(known);
            for (int nth = 0; nth < found.size(); nth++) {
                places.put(rows.keys().get(nth), found.get(nth));
            }
        }
        return places;
    }

    /**
     * Stores sales that the feed has passed over, which then find their money as all others do.
     *
     * @return how many were new
     */
    public int addPassedOver(ClientAccountId client, LedgerId ledger, List<SalePage.Fetched> sales) {
        SalePage page = new SalePage(sales, Optional.empty(), false);
        return unit.write(Set.of(client), stores -> {
            LedgerState state = stores.ledgers().lockState(client, ledger);
            FeedState before =
                    stores.ledgers().lockFeed(client, ledger, Stream.SALES).orElseThrow();
            int added = stores.sales().addNew(client, sales);
            if (added > 0) {
                stores.ledgers().save(client, ledger, Stream.SALES, before.withMore(added));
                placeSales(stores, client, ledger, page, state);
            }
            return added;
        });
    }

    private void placeSales(Stores stores, ClientAccountId client, LedgerId ledger, SalePage page, LedgerState state) {
        queueLateSales(stores, client, ledger, page, state);
        queueBookedEntries(stores, client, ledger, page, state);
        lookForMoneyAgain(stores, client, ledger, page, state);
        firstDate(page, sale -> true)
                .ifPresent(
                        first -> compareAgain(stores, client, ledger, Stream.SALES, new Period(first, lastDate(page))));
    }

    private void compareAgain(Stores stores, ClientAccountId client, LedgerId ledger, Stream stream, Period dates) {
        stores.dateChecks().reopen(client, ledger, stream, dates, clock.instant());
    }

    private FeedState state(ClientAccountId client, LedgerId ledger, Stream stream) {
        return unit.read(Set.of(client), stores -> stores.ledgers().feed(client, ledger, stream))
                .orElseGet(() -> FeedState.unread(clock.instant()));
    }

    /** Another copy of the program stored this page meanwhile: its cursor counts, ours is dropped. */
    private static boolean isElsewhere(
            Stores stores, ClientAccountId client, LedgerId ledger, Stream stream, FeedState before) {
        FeedState now = stores.ledgers().lockFeed(client, ledger, stream).orElse(before);
        return !now.cursor().equals(before.cursor()) || now.items() != before.items();
    }

    private FeedState moved(
            FeedState before, Optional<String> cursor, int added, Optional<LocalDate> seen, boolean caughtUp) {
        Optional<LocalDate> lastDate = java.util.stream.Stream.of(before.lastDate(), seen)
                .flatMap(Optional::stream)
                .reduce((one, two) -> one.isAfter(two) ? one : two);
        Instant now = clock.instant();
        return new FeedState(
                cursor.filter(text -> !text.isEmpty()).orElse(before.cursor()),
                before.items() + added,
                lastDate,
                caughtUp ? Optional.of(now) : before.caughtUpAt(),
                now);
    }

    /** Rows of dates that were booked as complete wait in a queue of their own. */
    private static void queueLate(
            Stores stores, ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, long afterPosition) {
        LedgerState state = stores.ledgers().state(client, ledger);
        booked(stores, client, state, first).ifPresent(period -> {
            stores.settlements().queueLate(client, ledger, topic, period, afterPosition);
            stores.ledgers()
                    .save(client, ledger, state.provenOnlyTo(period.first().minusDays(1)));
        });
    }

    /** Only sales without a provider's reference are booked by themselves. */
    private static void queueLateSales(
            Stores stores, ClientAccountId client, LedgerId ledger, SalePage page, LedgerState state) {
        firstDate(page, sale -> sale.pspReference().isEmpty())
                .flatMap(first -> booked(stores, client, state, first))
                .ifPresent(period -> stores.sales().queueLate(client, ledger, period));
    }

    /** What was booked before its sale came is booked anew; and what takes back a sale goes where that went. */
    private static void queueBookedEntries(
            Stores stores, ClientAccountId client, LedgerId ledger, SalePage page, LedgerState state) {
        List<Sale> told = page.items().stream()
                .map(SalePage.Fetched::sale)
                .filter(sale -> sale.pspReference().isPresent())
                .toList();
        if (state.bookedTo().isPresent() && !told.isEmpty()) {
            Set<String> psps =
                    told.stream().flatMap(sale -> sale.pspReference().stream()).collect(Collectors.toSet());
            Set<String> orders = told.stream().map(Sale::reference).collect(Collectors.toSet());
            stores.settlements().queueLateSales(client, ledger, psps, orders);
        }
    }

    /** A sale that comes after its money should have come is looked at with the dates that are proven next. */
    private static void lookForMoneyAgain(
            Stores stores, ClientAccountId client, LedgerId ledger, SalePage page, LedgerState state) {
        firstDate(page, sale -> sale.pspReference().isPresent())
                .flatMap(first -> booked(stores, client, state, first))
                .map(period -> state.provenOnlyTo(period.first().plusDays(Sale.DAYS_FOR_MONEY)))
                .filter(proven -> !proven.equals(state))
                .ifPresent(proven -> stores.ledgers().save(client, ledger, proven));
    }

    private static LocalDate lastDate(SalePage page) {
        return page.items().stream()
                .map(item -> item.sale().businessDate())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<LocalDate> firstDate(SalePage page, Predicate<Sale> which) {
        return page.items().stream()
                .map(SalePage.Fetched::sale)
                .filter(which)
                .map(Sale::businessDate)
                .min(Comparator.naturalOrder());
    }

    /** The dates from this one on that are booked; none when there are no such dates. */
    private static Optional<Period> booked(Stores stores, ClientAccountId client, LedgerState state, LocalDate first) {
        LocalDate start = stores.clients().find(client).orElseThrow().startDate();
        LocalDate from = first.isBefore(start) ? start : first;
        return state.bookedTo().filter(to -> !to.isBefore(from)).map(to -> new Period(from, to));
    }
}
