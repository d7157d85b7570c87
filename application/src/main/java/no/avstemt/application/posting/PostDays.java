package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Post;
import no.avstemt.application.settlement.Completeness;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementStore.DateCount;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.LedgerBooks;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.posting.TopicDay;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * Books the ledger dates of a ledger that are complete, in order, some dates in each transaction. What comes later for a
 * date that is booked becomes a further entry of the same date.
 */
public final class PostDays {

    private static final int ENTRIES_PER_TRANSACTION = 5_000;
    private static final int FIRST_GENERATION = 0;

    private final UnitOfWork unit;
    private final Post post;
    private final Function<String, PostedTexts> texts;
    private final Clock clock;

    /** @param texts posted texts by language */
    public PostDays(UnitOfWork unit, Post post, Function<String, PostedTexts> texts, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.texts = texts;
        this.clock = clock;
    }

    /** Books all that is complete and returns how many journal entries that made. */
    public int run(ClientAccountId client, OwnLedger ledger) {
        int posted = 0;
        while (true) {
            Step step = unit.write(Set.of(client), stores -> step(stores, client, ledger));
            posted += step.posted();
            if (step.isLast()) {
                return posted;
            }
        }
    }

    private record Step(int posted, boolean isLast) {}

    private Step step(Stores stores, ClientAccountId client, OwnLedger ledger) {
        JournalHead head = stores.journal().lockHead(client);
        ClientAccount account = stores.clients()
                .find(client)
                .orElseThrow(() -> new IllegalArgumentException("No client account " + client));
        LedgerState state = stores.ledgers().lockState(client, ledger.id());
        Batch batch = new Batch(stores, account, ledger);
        batch.book(stores.settlements().takeLate(client, ledger.id()));
        Optional<Period> open = open(stores, account, ledger, state);
        Optional<LocalDate> pause =
                open.flatMap(period -> whereToPause(stores.settlements().count(client, ledger.id(), period)));
        open.map(period -> new Period(period.first(), pause.orElse(period.last())))
                .ifPresent(period -> {
                    batch.book(stores.settlements().entries(client, ledger.id(), period));
                    stores.ledgers().save(client, ledger.id(), state.bookedTo(period.last()));
                });
        post.run(stores, client, head, batch.journal);
        stores.findings().open(client, batch.findings, clock.instant());
        return new Step(batch.journal.size(), pause.isEmpty());
    }

    /** The last date of this transaction; none when all that is left fits into it. */
    private static Optional<LocalDate> whereToPause(List<DateCount> dates) {
        long entries = 0;
        for (DateCount date : dates) {
            entries += date.entries();
            if (entries >= ENTRIES_PER_TRANSACTION) {
                return Optional.of(date.ledgerDate());
            }
        }
        return Optional.empty();
    }

    /** The dates that are complete and not booked in full; none when there are no such dates. */
    private Optional<Period> open(Stores stores, ClientAccount account, OwnLedger ledger, LedgerState state) {
        ClientAccountId client = account.id();
        Optional<LocalDate> completeTo = Completeness.completeTo(
                ledger.cutoff(),
                stores.ledgers().feed(client, ledger.id(), Stream.FUNDS),
                stores.ledgers().feed(client, ledger.id(), Stream.FEES),
                stores.ledgers().feed(client, ledger.id(), Stream.SALES),
                clock.instant());
        LocalDate first = state.bookedTo().map(to -> to.plusDays(1)).orElse(account.startDate());
        LocalDate from = first.isBefore(account.startDate()) ? account.startDate() : first;
        return completeTo.filter(to -> !to.isBefore(from)).map(to -> new Period(from, to));
    }

    /** The journal entries of some dates of one ledger, in the making. */
    private final class Batch {

        private final Stores stores;
        private final ClientAccount account;
        private final OwnLedger ledger;
        private final LedgerBooks books;
        private final List<JournalEntry> journal = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Batch(Stores stores, ClientAccount account, OwnLedger ledger) {
            this.stores = stores;
            this.account = account;
            this.ledger = ledger;
            books = new LedgerBooks(
                    ledger.id(),
                    stores.ledgers().units(account.id(), ledger.id()),
                    account.vat(),
                    stores.clients().chart(account.id()),
                    texts.apply(account.language()));
        }

        /** @param entries whole dates, by date and topic */
        void book(List<StoredEntry> entries) {
            SalesOfEntries sales = salesOf(entries);
            Map<DayTopic, List<StoredEntry>> byDay = new LinkedHashMap<>();
            for (StoredEntry stored : entries) {
                SettlementEntry entry = stored.entry();
                if (entry.amount().currency().equals(Money.NOK)) {
                    byDay.computeIfAbsent(new DayTopic(entry.ledgerDate(), entry.topic()), key -> new ArrayList<>())
                            .add(stored);
                } else {
                    findings.add(otherCurrency(stored));
                }
            }
            byDay.forEach((key, day) -> book(key, day, sales));
        }

        private record DayTopic(LocalDate day, Topic topic) {}

        private void book(DayTopic key, List<StoredEntry> entries, SalesOfEntries sales) {
            TopicDay booked = TopicDay.book(books, key.topic(), key.day(), entries, sales, FIRST_GENERATION);
            journal.add(booked.entry());
            findings.addAll(booked.findings());
            if (booked.defaultVatEntries() > 0) {
                stores.ledgers()
                        .countDefaultVat(
                                account.id(),
                                ledger.id(),
                                key.day(),
                                booked.defaultVatEntries(),
                                booked.defaultVatAmount());
            }
        }

        /** By transaction; by order for what that does not find, and for refunds, which reverse their order's captures. */
        private SalesOfEntries salesOf(List<StoredEntry> entries) {
            List<SettlementEntry> traded = entries.stream()
                    .map(StoredEntry::entry)
                    .filter(entry -> entry.type() == EntryType.CAPTURE || entry.type() == EntryType.REFUND)
                    .toList();
            if (traded.isEmpty()) {
                return new SalesOfEntries(List.of());
            }
            Set<String> psps = traded.stream()
                    .flatMap(entry -> entry.pspReference().stream())
                    .collect(Collectors.toSet());
            Set<Sale> sales = new HashSet<>(stores.sales().byPspReference(account.id(), ledger.id(), psps));
            Set<String> found =
                    sales.stream().flatMap(sale -> sale.pspReference().stream()).collect(Collectors.toSet());
            Set<String> refunded = traded.stream()
                    .filter(entry -> entry.type() == EntryType.REFUND)
                    .flatMap(entry -> entry.reference().stream())
                    .collect(Collectors.toSet());
            Set<String> references = traded.stream()
                    .filter(entry -> entry.type() == EntryType.REFUND
                            || entry.pspReference().filter(found::contains).isEmpty())
                    .flatMap(entry -> entry.reference().stream())
                    .collect(Collectors.toSet());
            sales.addAll(stores.sales().byReference(account.id(), ledger.id(), references));
            return new SalesOfEntries(sales, stores.settlements().capturedOrders(account.id(), ledger.id(), refunded));
        }

        private Finding otherCurrency(StoredEntry stored) {
            return new Finding(
                    FindingCode.OTHER_CURRENCY,
                    ledger.id(),
                    stored.entry().ledgerDate(),
                    stored.entry().key().value().toString(),
                    stored.entry().amount(),
                    Map.of("type", stored.entry().vippsType()));
        }
    }
}
