package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.Post;
import no.avstemt.application.settlement.Completeness;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
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
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * Books the ledger dates of a ledger that are complete, in order, some dates in each transaction. What comes later for a
 * date that is booked becomes a further entry of the same date.
 */
public final class PostDays {

    private static final int ENTRIES_PER_TRANSACTION = 5_000;

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
        LedgerState state = stores.ledgers().state(client, ledger.id());
        Optional<Period> open = open(stores, account, ledger, state);
        if (open.isEmpty()) {
            return new Step(0, true);
        }
        Period period = open.get();
        Batch batch = new Batch(stores, account, ledger);
        Optional<LocalDate> booked = Optional.empty();
        for (LocalDate day : stores.settlements().unbookedDates(client, ledger.id(), period.first(), period.last())) {
            batch.book(day);
            booked = Optional.of(day);
            if (batch.entries >= ENTRIES_PER_TRANSACTION) {
                break;
            }
        }
        boolean isLast = batch.entries < ENTRIES_PER_TRANSACTION;
        post.run(stores, client, head, batch.journal);
        stores.findings().open(client, batch.findings, clock.instant());
        LocalDate bookedTo = isLast ? period.last() : booked.orElse(period.last());
        stores.ledgers().save(client, ledger.id(), state.bookedTo(bookedTo));
        return new Step(batch.journal.size(), isLast);
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
        private int entries;

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

        void book(LocalDate day) {
            for (Topic topic : Topic.values()) {
                List<StoredEntry> all = stores.settlements().unbooked(account.id(), ledger.id(), topic, day, day);
                entries += all.size();
                List<StoredEntry> inKroner = all.stream()
                        .filter(stored -> stored.entry().amount().currency().equals(Money.NOK))
                        .toList();
                all.stream()
                        .filter(stored -> !stored.entry().amount().currency().equals(Money.NOK))
                        .forEach(stored -> findings.add(otherCurrency(stored)));
                if (!inKroner.isEmpty()) {
                    book(topic, day, inKroner);
                }
            }
        }

        private void book(Topic topic, LocalDate day, List<StoredEntry> inKroner) {
            TopicDay booked = TopicDay.book(books, topic, day, inKroner, salesOf(topic, inKroner), 0);
            journal.add(booked.entry());
            findings.addAll(booked.findings());
            if (booked.defaultVatEntries() > 0) {
                stores.ledgers()
                        .countDefaultVat(
                                account.id(), ledger.id(), day, booked.defaultVatEntries(), booked.defaultVatAmount());
            }
        }

        private SalesOfEntries salesOf(Topic topic, List<StoredEntry> inKroner) {
            if (topic == Topic.FEES) {
                return new SalesOfEntries(List.of());
            }
            Set<String> psps = new HashSet<>();
            Set<String> references = new HashSet<>();
            for (StoredEntry stored : inKroner) {
                boolean isSale = stored.entry().type() == EntryType.CAPTURE
                        || stored.entry().type() == EntryType.REFUND;
                if (isSale) {
                    stored.entry().pspReference().ifPresent(psps::add);
                    stored.entry().reference().ifPresent(references::add);
                }
            }
            Set<Sale> sales = new HashSet<>(stores.sales().byPspReference(account.id(), ledger.id(), psps));
            sales.addAll(stores.sales().byReference(account.id(), ledger.id(), references));
            return new SalesOfEntries(sales);
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
