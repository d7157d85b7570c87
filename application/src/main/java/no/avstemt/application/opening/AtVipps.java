package no.avstemt.application.opening;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.Stores;
import no.avstemt.application.opening.OpeningSheet.MissingRate;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * What Vipps's own rows say stood on the Vipps accounts when the start date began: balances of funds and fees, payouts that
 * the bank had not booked, captures still held back. Top-ups are paid before Vipps tells of them, so those under way only the
 * accountant knows.
 */
final class AtVipps {

    /** A payout is at the bank on the next bank day; more than a long holiday is never under way. */
    private static final int LONGEST_WAY = 7;

    private final Stores stores;
    private final ClientAccountId client;
    private final ChartOfAccounts chart;
    private final LocalDate start;
    private final Map<Place, InCurrency> inCurrency = new HashMap<>();
    private final List<MissingRate> missingRates = new ArrayList<>();

    AtVipps(Stores stores, ClientAccountId client, LocalDate start) {
        this.stores = stores;
        this.client = client;
        this.start = start;
        chart = stores.clients().chart(client);
    }

    /** By ledger, valued at the rate of the day before; what is zero is left out. */
    List<OpeningLine> lines() {
        List<OpeningLine> lines = new ArrayList<>();
        missingRates.clear();
        for (OwnLedger ledger : stores.ledgers().of(client)) {
            Currency currency = Currency.getInstance(ledger.currency());
            Map<AccountRole, Long> amounts = amounts(ledger.id());
            Optional<BigDecimal> rate = rate(currency);
            if (rate.isPresent()) {
                Opened opened = new Opened(lines, ledger.id(), currency, rate.get());
                amounts.forEach(opened::add);
            } else if (!amounts.isEmpty()) {
                missingRates.add(new MissingRate(ledger.id(), currency, start.minusDays(1)));
            }
        }
        return lines;
    }

    /** Of the ledgers that {@link #lines} left out, since nothing says what they are in kroner. */
    List<MissingRate> missingRates() {
        return List.copyOf(missingRates);
    }

    private Map<AccountRole, Long> amounts(LedgerId ledger) {
        Map<AccountRole, Long> amounts = new EnumMap<>(AccountRole.class);
        amounts.put(AccountRole.VIPPS_FUNDS, balance(ledger, Topic.FUNDS));
        amounts.put(AccountRole.VIPPS_FEES_OWED, balance(ledger, Topic.FEES));
        amounts.put(AccountRole.PAYOUTS_IN_TRANSIT, underWay(ledger));
        amounts.put(AccountRole.CHARGEBACKS_IN_DISPUTE, inDispute(ledger));
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    /** Of the day before, which the balances are of. */
    private Optional<BigDecimal> rate(Currency currency) {
        return currency.equals(Money.NOK)
                ? Optional.of(BigDecimal.ONE)
                : stores.rates().of(client, currency).perUnit(start.minusDays(1));
    }

    /** What stands at Vipps on the line's account and ledger in another currency than kroner, on the line's side. */
    Optional<InCurrency> inCurrency(OpeningLine line) {
        return Optional.ofNullable(inCurrency.get(new Place(line.account(), line.relation())))
                .filter(there -> Long.signum(there.amount().minor()) * Long.signum(line.amount()) >= 0);
    }

    record InCurrency(Money amount, BigDecimal rate) {}

    private record Place(AccountCode account, Optional<String> relation) {}

    private final class Opened {

        private final List<OpeningLine> lines;
        private final LedgerId ledger;
        private final Currency currency;
        private final BigDecimal rate;

        Opened(List<OpeningLine> lines, LedgerId ledger, Currency currency, BigDecimal rate) {
            this.lines = lines;
            this.ledger = ledger;
            this.currency = currency;
            this.rate = rate;
        }

        void add(AccountRole role, long amount) {
            AccountCode account = chart.account(role);
            Optional<String> relation = Optional.of(ledger.value());
            lines.add(new OpeningLine(account, relation, DraftLine.inOre(amount, rate)));
            if (!currency.equals(Money.NOK)) {
                inCurrency.merge(
                        new Place(account, relation),
                        new InCurrency(new Money(amount, currency), rate),
                        (one, other) -> new InCurrency(one.amount().plus(other.amount()), rate));
            }
        }
    }

    private long balance(LedgerId ledger, Topic topic) {
        return stores.settlements().openingAt(client, ledger, topic, start).orElse(0L);
    }

    private long underWay(LedgerId ledger) {
        LocalDate first = start.minusDays(1);
        while (!nextBankDay(first.minusDays(1)).isBefore(start) && first.isAfter(start.minusDays(LONGEST_WAY))) {
            first = first.minusDays(1);
        }
        return Math.negateExact(stores.settlements().payouts(client, ledger, new Period(first, start.minusDays(1))));
    }

    /** Public holidays only make it later than this, and the list can say so. */
    private static LocalDate nextBankDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private long inDispute(LedgerId ledger) {
        Period before = new Period(LocalDate.EPOCH, start.minusDays(1));
        return stores.disputes().standing(client, ledger, before).stream()
                .mapToLong(dispute -> Math.negateExact(dispute.retained()))
                .reduce(0, Math::addExact);
    }
}
