package no.avstemt.application.client;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.FirstDay.Day;
import no.avstemt.application.client.FirstDay.Side;
import no.avstemt.application.journal.JournalStore.DayMovement;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementStore.DateCount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/** The end of onboarding: the first day of a ledger with entries, booked, and our balances beside Vipps's. */
public final class ShowFirstDay {

    private final UnitOfWork unit;
    private final Clock clock;

    public ShowFirstDay(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @return none when the ledger is none of the client account's */
    public Optional<FirstDay> run(ClientAccountId client, LedgerId ledger) {
        return unit.read(
                Set.of(client),
                stores -> stores.ledgers().of(client).stream()
                        .filter(own -> own.id().equals(ledger))
                        .findFirst()
                        .map(own -> firstDay(stores, client, own)));
    }

    private FirstDay firstDay(Stores stores, ClientAccountId client, OwnLedger ledger) {
        LocalDate start = stores.clients().find(client).orElseThrow().startDate();
        List<LedgerProgress> ledgers = stores.clientReads().ledgers(client);
        LedgerProgress own = ledgers.stream()
                .filter(each -> each.ledger().equals(ledger.id()))
                .findFirst()
                .orElseThrow();
        return new FirstDay(
                ledger.id(),
                ledger.currency(),
                start,
                Fetching.of(ledgers, start, Oslo.today(clock).minusDays(1), clock.instant()),
                own.state().failure(),
                own.state().nextTryAt(),
                own.state().bookedTo(),
                own.state()
                        .bookedTo()
                        .filter(to -> !to.isBefore(start))
                        .flatMap(to -> day(stores, client, ledger, new Period(start, to))));
    }

    /** Where dates are booked together, the end of the first that are. */
    private static Optional<Day> day(Stores stores, ClientAccountId client, OwnLedger ledger, Period booked) {
        Optional<DateCount> first =
                stores.settlements().count(client, ledger.id(), booked).stream().findFirst();
        return first.flatMap(count -> {
            LocalDate date = stores.granularities()
                    .spans(client, ledger.id(), new Period(count.ledgerDate(), count.ledgerDate()))
                    .end(count.ledgerDate());
            return booked.contains(date)
                    ? Optional.of(new Day(date, count.entries(), sides(stores, client, ledger, date)))
                    : Optional.empty();
        });
    }

    private static List<Side> sides(Stores stores, ClientAccountId client, OwnLedger ledger, LocalDate date) {
        DimensionRef relation =
                new DimensionRef(DimensionType.BANKACC, ledger.id().value());
        return Arrays.stream(Topic.values())
                .map(topic -> {
                    long ours = stores
                            .journal()
                            .movements(
                                    client,
                                    stores.clients().chart(client).account(topic.account()),
                                    relation,
                                    Currency.getInstance(ledger.currency()),
                                    Period.EVER.first(),
                                    date)
                            .stream()
                            .mapToLong(DayMovement::movement)
                            .reduce(0, Math::addExact);
                    long theirs = stores.settlements()
                            .balanceAt(client, ledger.id(), topic, date)
                            .orElse(0L);
                    return new Side(topic, ours, theirs);
                })
                .toList();
    }
}
