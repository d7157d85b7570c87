package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementStore.BookedEntry;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.posting.Batch;
import no.avstemt.domain.posting.Batches;
import no.avstemt.domain.posting.BookedDay;
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
    private final Periods periods;
    private final LedgerBooks books;
    private final Optional<SalesUnit> unitOfSales;
    private final List<StoredEntry> settlement = new ArrayList<>();
    private final List<StoredSale> sales = new ArrayList<>();
    private final List<BookedEntry> lateSales = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param periods of the locked head */
    Booking(Stores stores, ClientAccount account, OwnLedger ledger, PostedTexts texts, Periods periods) {
        this.stores = stores;
        this.client = account.id();
        this.ledger = ledger;
        this.periods = periods;
        books = new LedgerBooks(
                ledger.id(),
                stores.ledgers().units(client, ledger.id()),
                account.vat(),
                stores.clients().chart(client),
                texts,
                stores.terms().terms(client));
        boolean inKroner = ledger.currency().equals(Money.NOK.getCurrencyCode());
        unitOfSales = books.unitOfSales().filter(unit -> inKroner);
    }

    /** Takes what has come for dates that are booked already. */
    void late() {
        settlement.addAll(stores.settlements().takeLate(client, ledger.id()));
        List<StoredSale> late = stores.sales().takeLate(client, ledger.id());
        unitOfSales.ifPresent(unit -> sales.addAll(late));
        lateSales.addAll(new BookLateSales(books).sold(stores.settlements().takeLateSales(client, ledger.id())));
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
        batches.of(inKroner())
                .forEach(batch -> days.computeIfAbsent(batch.date(), key -> new Day())
                        .batches
                        .add(batch));
        outside.forEach(stored -> days.computeIfAbsent(stored.sale().businessDate(), key -> new Day())
                .sales
                .add(stored));
        List<BookedDay> booked = new ArrayList<>();
        days.forEach((date, day) -> {
            day.batches.forEach(batch -> booked.add(TopicDay.book(books, batch, salesOfEntries, FIRST_GENERATION)));
            unitOfSales
                    .filter(unit -> !day.sales.isEmpty())
                    .ifPresent(unit ->
                            booked.add(SalesDay.book(books, unit, date, day.sales, ordersOfSales, FIRST_GENERATION)));
        });
        if (!lateSales.isEmpty()) {
            List<StoredEntry> rows = lateSales.stream().map(BookedEntry::stored).toList();
            booked.addAll(new BookLateSales(books).run(lateSales, behind.entries(rows, List.of()), batches));
        }
        findings.addAll(behind.lateFees(settlement));
        booked.forEach(this::countDefaultVat);
        List<BookedDay> placed =
                booked.stream().map(day -> PlacedDay.of(books, day, periods)).toList();
        placed.forEach(day -> findings.addAll(day.findings()));
        return placed.stream().map(BookedDay::entry).toList();
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
    }

    /** What belongs together, of new dates and of dates that are booked already. */
    private Batches batches() {
        Granularities chosen = stores.granularities().chosen(client);
        Optional<Period> dates = chosen.has(Granularity.PER_PAYOUT) ? datesTaken() : Optional.empty();
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

    private List<StoredEntry> inKroner() {
        List<StoredEntry> inKroner = new ArrayList<>();
        for (StoredEntry stored : settlement) {
            if (stored.entry().amount().currency().equals(Money.NOK)) {
                inKroner.add(stored);
            } else {
                findings.add(otherCurrency(stored.entry()));
            }
        }
        return inKroner;
    }

    /** By ledger date, which placing a day does not change. */
    private void countDefaultVat(BookedDay day) {
        if (day.defaultVatEntries() != 0 || day.defaultVatAmount() != 0) {
            stores.ledgers()
                    .countDefaultVat(
                            client,
                            ledger.id(),
                            day.entry().postingDate(),
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
