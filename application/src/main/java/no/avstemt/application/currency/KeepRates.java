package no.avstemt.application.currency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.currency.RateStore.Search;
import no.avstemt.application.currency.RateStore.Stored;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.time.Oslo;

/** Keeps the exchange rates of a client account, and lets what waited for them be booked at once. */
public final class KeepRates {

    private static final int DAYS_AHEAD = 31;

    private final UnitOfWork unit;
    private final BookWaiting bookWaiting;
    private final Clock clock;

    public KeepRates(UnitOfWork unit, BookWaiting bookWaiting, Clock clock) {
        this.unit = unit;
        this.bookWaiting = bookWaiting;
        this.clock = clock;
    }

    /** @param records how many there are in all */
    public record Found(List<Stored> page, long records) {}

    /** @param booked journal entries that were waiting for one of them */
    public record Kept(int added, int changed, int unchanged, int booked) {}

    public Found page(ClientAccountId client, Search search, long offset, int limit) {
        return unit.read(
                Set.of(client),
                stores -> new Found(
                        stores.rates().page(client, search, offset, limit),
                        stores.rates().count(client, search)));
    }

    public Optional<Stored> find(ClientAccountId client, long id) {
        return unit.read(Set.of(client), stores -> stores.rates().find(client, id));
    }

    public Optional<Stored> find(ClientAccountId client, Currency currency, LocalDate date) {
        return unit.read(Set.of(client), stores -> stores.rates().find(client, currency, date));
    }

    /** The rates of a currency, to value amounts by. */
    public ExchangeRates of(ClientAccountId client, Currency currency) {
        return unit.read(Set.of(client), stores -> stores.rates().of(client, currency));
    }

    /** The currencies of the client account's ledgers that need rates. */
    public Set<String> needed(ClientAccountId client) {
        return unit.read(Set.of(client), stores -> {
            Set<String> needed = new TreeSet<>();
            stores.ledgers().of(client).stream()
                    .map(OwnLedger::currency)
                    .filter(currency -> !currency.equals(Money.NOK.getCurrencyCode()))
                    .forEach(needed::add);
            return needed;
        });
    }

    /**
     * Takes all of them, in the place of those of the same currency and date, and books what waited.
     *
     * @param rates at most one of each currency and date
     * @throws RateInUse when one would change, and a ledger in the currency is booked on its date or later
     * @throws RateTooFarAhead when one is of a day more than a month ahead
     */
    public Kept put(ClientAccountId client, Actor actor, Collection<ExchangeRate> rates) {
        LocalDate latest = Oslo.today(clock).plusDays(DAYS_AHEAD);
        rates.stream()
                .map(ExchangeRate::date)
                .filter(latest::isBefore)
                .findFirst()
                .ifPresent(date -> {
                    throw new RateTooFarAhead(date, latest);
                });
        Kept kept = unit.write(Set.of(client), stores -> put(stores, client, actor, rates));
        Set<String> currencies = new TreeSet<>();
        rates.forEach(rate -> currencies.add(rate.currency().getCurrencyCode()));
        int booked = bookWaiting.run(client, currencies);
        return new Kept(kept.added(), kept.changed(), kept.unchanged(), booked);
    }

    private Kept put(Stores stores, ClientAccountId client, Actor actor, Collection<ExchangeRate> rates) {
        Map<String, List<ExchangeRate>> byCurrency = new TreeMap<>();
        rates.forEach(rate -> byCurrency
                .computeIfAbsent(rate.currency().getCurrencyCode(), key -> new ArrayList<>())
                .add(rate));
        int added = 0;
        int changed = 0;
        List<ExchangeRate> taken = new ArrayList<>();
        for (Map.Entry<String, List<ExchangeRate>> currency : byCurrency.entrySet()) {
            ExchangeRates known = stores.rates().of(client, Currency.getInstance(currency.getKey()));
            Map<String, String> before = new LinkedHashMap<>();
            Map<String, String> after = new LinkedHashMap<>();
            for (ExchangeRate rate : currency.getValue()) {
                Optional<ExchangeRate> was = known.of(rate.date());
                if (!was.equals(Optional.of(rate))) {
                    was.ifPresent(old -> {
                        refuseUsed(stores, client, old);
                        before.put(old.date().toString(), told(old));
                    });
                    after.put(rate.date().toString(), told(rate));
                    taken.add(rate);
                }
            }
            changed += before.size();
            added += after.size() - before.size();
            record(stores, client, actor, currency.getKey(), before, after);
        }
        stores.rates().put(client, taken);
        return new Kept(added, changed, rates.size() - taken.size(), 0);
    }

    /**
     * @return whether there was such a rate
     * @throws RateInUse when a ledger in the currency is booked on its date or later
     */
    public boolean remove(ClientAccountId client, Actor actor, long id) {
        return unit.write(Set.of(client), stores -> {
            Optional<Stored> found = stores.rates().find(client, id);
            found.map(Stored::rate).ifPresent(rate -> {
                refuseUsed(stores, client, rate);
                record(
                        stores,
                        client,
                        actor,
                        rate.currency().getCurrencyCode(),
                        Map.of(rate.date().toString(), told(rate)),
                        Map.of());
                stores.rates().remove(client, id);
            });
            return found.isPresent();
        });
    }

    private static void refuseUsed(Stores stores, ClientAccountId client, ExchangeRate rate) {
        for (OwnLedger ledger : stores.ledgers().of(client)) {
            Optional<LocalDate> booked = stores.ledgers()
                    .lockState(client, ledger.id())
                    .bookedTo()
                    .filter(to ->
                            ledger.currency().equals(rate.currency().getCurrencyCode()) && !to.isBefore(rate.date()));
            if (booked.isPresent()) {
                throw new RateInUse(ledger.id(), booked.get());
            }
        }
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            String currency,
            Map<String, String> before,
            Map<String, String> after) {
        if (!before.isEmpty() || !after.isEmpty()) {
            stores.audit()
                    .record(
                            client,
                            new AuditEvent(
                                    clock.instant(),
                                    actor,
                                    AuditAction.EXCHANGE_RATES_CHANGED,
                                    currency,
                                    before,
                                    after));
        }
    }

    private static String told(ExchangeRate rate) {
        return rate.units() == 1 ? rate.rate().toPlainString() : rate.rate().toPlainString() + " / " + rate.units();
    }
}
