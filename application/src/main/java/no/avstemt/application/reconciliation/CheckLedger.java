package no.avstemt.application.reconciliation;

import static no.avstemt.domain.finding.FindingCode.BALANCE_CHAIN_BROKEN;
import static no.avstemt.domain.finding.FindingCode.BOOKS_DIFFER_FROM_VIPPS;
import static no.avstemt.domain.finding.FindingCode.FEES_IN_TRANSFER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.journal.JournalStore.DayMovement;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementStore.ChainBreak;
import no.avstemt.application.settlement.SettlementStore.TopicDay;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.Spans;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * Proves one ledger up to what is booked: Vipps's balances hang together, fees in transfer are zero on every date, and our
 * accounts moved as Vipps's balances did. A break in Vipps's own chain explains its øre; only the rest is a difference of
 * the books, so that every øre stands in one finding.
 */
public final class CheckLedger {

    private static final Set<FindingCode> CODES =
            Set.of(BALANCE_CHAIN_BROKEN, FEES_IN_TRANSFER, BOOKS_DIFFER_FROM_VIPPS);

    private final UnitOfWork unit;
    private final StandingDisputes disputes;
    private final SalesWithoutMoney unpaid;
    private final Clock clock;

    public CheckLedger(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.disputes = new StandingDisputes(clock);
        this.unpaid = new SalesWithoutMoney(clock);
        this.clock = clock;
    }

    /**
     * Checks the dates booked since the last time, and those that still have a finding of it; and disputes and sales, which
     * age without anything being booked. All in the ledger's currency.
     */
    public void run(ClientAccountId client, OwnLedger ledger) {
        unit.write(Set.of(client), stores -> {
            LedgerState state = stores.ledgers().lockState(client, ledger.id());
            disputes.check(stores, client, ledger, state);
            unpaid.check(stores, client, ledger, state);
            unproven(stores, client, ledger, state).ifPresent(period -> {
                new Proof(stores, client, ledger, period).run();
                stores.ledgers()
                        .save(client, ledger.id(), state.checked(period.last(), difference(stores, client, ledger)));
            });
            return null;
        });
    }

    private static Optional<Period> unproven(
            Stores stores, ClientAccountId client, OwnLedger ledger, LedgerState state) {
        LocalDate start = stores.clients().find(client).orElseThrow().startDate();
        Optional<LocalDate> next = state.checkedTo().map(to -> to.plusDays(1)).or(() -> Optional.of(start));
        Optional<LocalDate> open = stores.findings().earliestOpen(client, ledger.id(), CODES);
        LocalDate first = open.filter(date -> date.isBefore(next.orElseThrow())).orElse(next.orElseThrow());
        return state.bookedTo().filter(to -> !to.isBefore(first)).map(to -> {
            Spans spans = stores.granularities().spans(client, ledger.id(), new Period(first, first));
            return new Period(spans.of(first).first(), to);
        });
    }

    /** Books less Vipps: what the open findings of this ledger's books leave standing, and what broken chains explain. */
    private static long difference(Stores stores, ClientAccountId client, OwnLedger ledger) {
        return stores.findings().of(client, false).stream()
                .map(stored -> stored.finding())
                .filter(finding -> finding.ledger().equals(ledger.id()))
                .mapToLong(finding -> switch (finding.code()) {
                    case BOOKS_DIFFER_FROM_VIPPS -> finding.amount().minor();
                    case BALANCE_CHAIN_BROKEN -> -finding.amount().minor();
                    default -> 0;
                })
                .reduce(0, Math::addExact);
    }

    private final class Proof {

        private final Stores stores;
        private final ClientAccountId client;
        private final OwnLedger ledger;
        private final Period period;
        private final Currency currency;
        private final ChartOfAccounts chart;
        private final Spans spans;
        private final List<Finding> found = new ArrayList<>();

        Proof(Stores stores, ClientAccountId client, OwnLedger ledger, Period period) {
            this.stores = stores;
            this.client = client;
            this.ledger = ledger;
            this.period = period;
            this.currency = Currency.getInstance(ledger.currency());
            this.chart = stores.clients().chart(client);
            this.spans = stores.granularities().spans(client, ledger.id(), period);
        }

        void run() {
            for (Topic topic : Topic.values()) {
                List<ChainBreak> breaks =
                        stores.settlements().chainBreaks(client, ledger.id(), topic, period.first(), period.last());
                breaks.forEach(this::chainBroken);
                compare(topic, breaks);
            }
            movements(AccountRole.FEES_IN_TRANSFER).forEach((day, movement) -> {
                if (movement != 0) {
                    add(FEES_IN_TRANSFER, day, day.toString(), movement, Map.of());
                }
            });
            CODES.forEach(code ->
                    stores.findings().closeAllBut(client, ledger.id(), code, period, subjects(code), clock.instant()));
            stores.findings().open(client, found, clock.instant());
        }

        private Set<String> subjects(FindingCode code) {
            return found.stream()
                    .filter(finding -> finding.code() == code)
                    .map(Finding::subject)
                    .collect(Collectors.toSet());
        }

        private void chainBroken(ChainBreak chainBreak) {
            add(
                    BALANCE_CHAIN_BROKEN,
                    chainBreak.entry().entry().ledgerDate(),
                    chainBreak.entry().entry().key().value().toString(),
                    chainBreak.gap(),
                    Map.of(
                            "topic", chainBreak.entry().entry().topic().vippsName(),
                            "expected", Long.toString(chainBreak.expected()),
                            "found", Long.toString(chainBreak.found()),
                            "psp", chainBreak.entry().entry().pspReference().orElse("")));
        }

        /**
         * Our movement less Vipps's, date by date, less what broken chains explain. Dates that are booked together can only be
         * compared where they end.
         */
        private void compare(Topic topic, List<ChainBreak> breaks) {
            Map<LocalDate, Long> remainder = new TreeMap<>(movements(topic.account()));
            LocalDate first = period.first();
            long balance = opening(topic);
            if (beginsWithTheBooks()) {
                remainder.merge(spans.end(first), -balance, Math::addExact);
            }
            for (TopicDay day : stores.settlements().days(client, ledger.id(), topic, first, period.last())) {
                remainder.merge(spans.end(day.ledgerDate()), -(day.closing() - balance), Math::addExact);
                balance = day.closing();
            }
            for (ChainBreak chainBreak : breaks) {
                LocalDate broken = chainBreak.entry().entry().ledgerDate();
                remainder.merge(spans.end(broken), chainBreak.gap(), Math::addExact);
            }
            remainder.forEach((day, amount) -> {
                if (amount != 0) {
                    String subject = topic.vippsName() + "/" + day;
                    add(BOOKS_DIFFER_FROM_VIPPS, day, subject, amount, Map.of("topic", topic.vippsName()));
                }
            });
        }

        /** What was at Vipps before is in the opening balances, which are booked on the start date. */
        private boolean beginsWithTheBooks() {
            LocalDate start = stores.clients().find(client).orElseThrow().startDate();
            return !period.first().isAfter(start);
        }

        private long opening(Topic topic) {
            Optional<Long> atVipps = beginsWithTheBooks()
                    ? stores.settlements().openingAt(client, ledger.id(), topic, period.first())
                    : stores.settlements()
                            .balanceAt(
                                    client, ledger.id(), topic, period.first().minusDays(1));
            return atVipps.orElse(0L);
        }

        private Map<LocalDate, Long> movements(AccountRole role) {
            AccountCode account = chart.account(role);
            DimensionRef relation =
                    new DimensionRef(DimensionType.BANKACC, ledger.id().value());
            return stores
                    .journal()
                    .movements(client, account, relation, currency, period.first(), period.last())
                    .stream()
                    .collect(Collectors.toMap(moved -> spans.end(moved.day()), DayMovement::movement, Math::addExact));
        }

        private void add(FindingCode code, LocalDate day, String subject, long amount, Map<String, String> facts) {
            found.add(new Finding(code, ledger.id(), day, subject, new Money(amount, currency), facts));
        }
    }
}
