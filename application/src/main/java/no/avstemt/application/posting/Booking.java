package no.avstemt.application.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementStore.BookedEntry;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.posting.Batch;
import no.avstemt.domain.posting.Batches;
import no.avstemt.domain.posting.BookedDay;
import no.avstemt.domain.posting.ExchangeDifferences;
import no.avstemt.domain.posting.ExchangeDifferences.Standing;
import no.avstemt.domain.posting.Granularities;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.posting.LedgerBooks;
import no.avstemt.domain.posting.MoneyOfCardSales;
import no.avstemt.domain.posting.PlacedDay;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.posting.SalesDay;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.posting.Spans;
import no.avstemt.domain.posting.TopicDay;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.time.Period;

/** Whole dates of one ledger, on their way into the journal in one transaction. */
final class Booking {

    private static final int FIRST_GENERATION = 0;

    private final Stores stores;
    private final ClientAccountId client;
    private final OwnLedger ledger;
    private final JournalHead head;
    private final LedgerBooks books;
    private final Optional<SalesUnit> unitOfSales;
    private final WaitingDates waiting;
    private final List<StoredEntry> settlement = new ArrayList<>();
    private final List<StoredSale> sales = new ArrayList<>();
    private final List<BookedEntry> lateSales = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param head locked */
    Booking(Stores stores, ClientAccount account, OwnLedger ledger, PostedTexts texts, JournalHead head) {
        this.stores = stores;
        this.client = account.id();
        this.ledger = ledger;
        this.head = head;
        books = new LedgerBooks(
                        ledger.id(),
                        stores.ledgers().units(client, ledger.id()),
                        account.vat(),
                        stores.clients().chart(client),
                        texts,
                        stores.terms().terms(client))
                .valuedBy(LedgerRates.of(stores, client, ledger));
        unitOfSales = books.unitOfSales();
        waiting = new WaitingDates(books.rates());
    }

    /** Takes what has come for dates that are booked already; what there is no rate for stays in the queue. */
    void late() {
        List<StoredEntry> late = stores.settlements().takeLate(client, ledger.id());
        List<StoredEntry> kept = waiting.sort(late, stored -> stored.entry().ledgerDate(), settlement);
        if (!kept.isEmpty()) {
            stores.settlements()
                    .putBackLate(
                            client,
                            ledger.id(),
                            kept.stream().map(StoredEntry::id).toList());
        }
        List<StoredSale> lateOutside = stores.sales().takeLate(client, ledger.id());
        unitOfSales.ifPresent(unit -> lateOutside(lateOutside));
        lateSales.addAll(new BookLateSales(books).bookable(stores.settlements().takeLateSales(client, ledger.id())));
    }

    private void lateOutside(List<StoredSale> late) {
        List<StoredSale> kept = waiting.sort(late, stored -> stored.sale().businessDate(), sales);
        if (!kept.isEmpty()) {
            stores.sales()
                    .putBackLate(
                            client,
                            ledger.id(),
                            kept.stream().map(StoredSale::id).toList());
        }
    }

    /** The first of these dates, which are in order, that there is no rate for. */
    Optional<LocalDate> firstWithoutRate(Collection<LocalDate> dates) {
        return waiting.firstOf(dates);
    }

    /** Takes dates that are complete. */
    void dates(Period period) {
        settlement.addAll(stores.settlements().entries(client, ledger.id(), period));
        unitOfSales.ifPresent(unit -> sales.addAll(stores.sales().withoutPsp(client, ledger.id(), period)));
    }

    /** How many rows, at most, each date of the period is booked from; dates without any are left out. */
    SortedMap<LocalDate, Long> count(Period period) {
        SortedMap<LocalDate, Long> rows = new TreeMap<>();
        stores.settlements()
                .count(client, ledger.id(), period)
                .forEach(date -> rows.put(date.ledgerDate(), date.entries()));
        unitOfSales.ifPresent(unit -> stores.sales()
                .countWithoutPsp(client, ledger.id(), period)
                .forEach((date, count) -> rows.merge(date, count, Long::sum)));
        return rows;
    }

    /** What was taken, as journal entries: by date, funds before fees before sales. */
    List<JournalEntry> entries() {
        SalesBehind behind =
                new SalesBehind(stores, client, ledger.id(), books.chart().account(AccountRole.CARD_ACQUIRER));
        SalesOfEntries salesOfEntries = behind.entries(settlement, sales);
        MoneyOfCardSales money = salesOfEntries.money();
        List<StoredSale> outside = sales.stream().filter(money::isOutside).toList();
        SalesOfEntries ordersOfSales = behind.refunds(outside, money);
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        Batches batches = batches();
        batches.of(inCurrencyOfLedger())
                .forEach(batch -> days.computeIfAbsent(batch.date(), key -> new Day())
                        .batches
                        .add(batch));
        outside.forEach(stored -> days.computeIfAbsent(stored.sale().businessDate(), key -> new Day())
                .sales
                .add(stored));
        List<BookedDay> booked = new ArrayList<>();
        Optional<ExchangeDifferences> differences = differences();
        days.forEach((date, day) -> {
            List<BookedDay> ofDate = new ArrayList<>();
            day.batches.forEach(batch -> ofDate.add(TopicDay.book(books, batch, salesOfEntries, FIRST_GENERATION)));
            unitOfSales
                    .filter(unit -> !day.sales.isEmpty())
                    .ifPresent(unit ->
                            ofDate.add(SalesDay.book(books, unit, date, day.sales, ordersOfSales, FIRST_GENERATION)));
            booked.addAll(ofDate);
            differences.flatMap(found -> found.on(date, ofDate, day.entries())).ifPresent(booked::add);
        });
        if (!lateSales.isEmpty()) {
            List<StoredEntry> rows = lateSales.stream().map(BookedEntry::stored).toList();
            booked.addAll(new BookLateSales(books).run(lateSales, behind.entries(rows, List.of()), batches));
        }
        findings.addAll(behind.lateFees(settlement));
        for (int index = 0; index < booked.size(); index++) {
            countDefaultVat(booked.get(index), head.chainPosition() + 1 + index);
        }
        List<BookedDay> placed = booked.stream()
                .map(day -> PlacedDay.of(books, day, head.periods()))
                .toList();
        placed.forEach(day -> findings.addAll(day.findings()));
        return placed.stream().map(BookedDay::entry).toList();
    }

    /** What is gained and lost on a ledger in another currency, from what its accounts stand at in the journal. */
    private Optional<ExchangeDifferences> differences() {
        if (books.rates().areOfKroner()) {
            return Optional.empty();
        }
        DimensionRef relation =
                new DimensionRef(DimensionType.BANKACC, ledger.id().value());
        Map<AccountCode, Standing> before = new HashMap<>();
        ExchangeDifferences.accounts(books)
                .forEach(account ->
                        before.put(account, stores.journal().standing(client, account, relation, books.currency())));
        return Optional.of(new ExchangeDifferences(books, before));
    }

    /** Tells of the first date that waits for a rate, and no longer of one that does not. */
    void tellWaiting(Instant now) {
        if (!books.rates().areOfKroner()) {
            MissingRate.tell(stores, client, ledger, waiting.first(), now);
        }
    }

    /** Of what {@link #entries} booked on its sales unit nobody need be told any more that the unit is not known. */
    void closeUnknownUnits(Instant now) {
        BookLateSales late = new BookLateSales(books);
        Set<String> known = lateSales.stream()
                .filter(late::isOnSuspense)
                .map(booked -> booked.stored().entry().key().value().toString())
                .collect(Collectors.toSet());
        if (!known.isEmpty()) {
            Set<String> unknown = stores.findings().of(client, false).stream()
                    .map(stored -> stored.finding().subject())
                    .filter(subject -> !known.contains(subject))
                    .collect(Collectors.toSet());
            stores.findings()
                    .closeAllBut(client, ledger.id(), FindingCode.UNKNOWN_SALES_UNIT, Period.EVER, unknown, now);
        }
    }

    /** What an accountant should see of what {@link #entries} gave. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** @param batches funds before fees */
    private record Day(List<Batch> batches, List<StoredSale> sales) {

        Day() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        List<StoredEntry> entries() {
            return batches.stream().flatMap(batch -> batch.entries().stream()).toList();
        }
    }

    /** What belongs together, of new dates and of dates that are booked already. */
    private Batches batches() {
        Granularities chosen = stores.granularities().chosen(client);
        Optional<Period> dates =
                books.rates().areOfKroner() && chosen.has(Granularity.PER_PAYOUT) ? datesTaken() : Optional.empty();
        return new Batches(
                chosen,
                dates.map(period -> stores.granularities().spans(client, ledger.id(), period))
                        .orElse(Spans.NONE));
    }

    private Optional<Period> datesTaken() {
        List<LocalDate> dates = Stream.concat(
                        settlement.stream(), lateSales.stream().map(BookedEntry::stored))
                .map(stored -> stored.entry().ledgerDate())
                .toList();
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(Collections.min(dates), Collections.max(dates)));
    }

    private List<StoredEntry> inCurrencyOfLedger() {
        List<StoredEntry> own = new ArrayList<>();
        for (StoredEntry stored : settlement) {
            if (stored.entry().amount().currency().equals(books.currency())) {
                own.add(stored);
            } else {
                findings.add(otherCurrency(stored.entry()));
            }
        }
        return own;
    }

    /**
     * By ledger date, which placing a day does not change.
     *
     * @param chainPosition that its entry will have, which is posted in this order after the head
     */
    private void countDefaultVat(BookedDay day, long chainPosition) {
        if (day.defaultVatEntries() != 0 || day.defaultVatAmount() != 0) {
            stores.ledgers()
                    .countDefaultVat(
                            client,
                            ledger.id(),
                            day.entry().postingDate(),
                            chainPosition,
                            day.defaultVatEntries(),
                            day.defaultVatAmount());
        }
    }

    private Finding otherCurrency(SettlementEntry entry) {
        return new Finding(
                FindingCode.OTHER_CURRENCY,
                ledger.id(),
                entry.ledgerDate(),
                entry.key().value().toString(),
                entry.amount(),
                Map.of("type", entry.vippsType()));
    }
}
