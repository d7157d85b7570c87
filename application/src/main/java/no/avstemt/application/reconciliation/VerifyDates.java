package no.avstemt.application.reconciliation;

import static no.avstemt.domain.finding.FindingCode.REPORT_DIFFERS;
import static no.avstemt.domain.finding.FindingCode.SALE_CHANGED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.settlement.Completeness;
import no.avstemt.application.settlement.DateCheckStore.Answer;
import no.avstemt.application.settlement.DateCheckStore.Due;
import no.avstemt.application.settlement.DateCheckStore.State;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * Compares what the feeds gave of each date with Vipps's report of that date, row by row (vipps-apis.md 7.2 Q1). A date
 * that Vipps has not closed, or whose report differs, is asked for again, after a wait that grows; however many there are,
 * the others are not held up; what is left when the time for it is over comes in the next round. Nothing waits for it:
 * books are closed on the feeds. Captures that lack a sale then are asked for one by one.
 */
public final class VerifyDates {

    /** Dates of a ledger asked for in one round, so that a first year holds up no other: half a minute at our pace. */
    static final int MOST_OF_MONEY = 20;

    public static final int MOST_OF_SALES = 10;

    /** Of a ledger, when the time for all of them is over; and one of sales. */
    static final int FEW_OF_MONEY = 2;

    /** A ledger that nothing happens on has dates that Vipps may never close. */
    private static final int DAYS_PAST_THE_LAST_ROW = 7;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(8);

    private final UnitOfWork unit;
    private final ImportLedger importLedger;
    private final AskForSales askForSales;
    private final Clock clock;
    private final Allowance allowance = new Allowance();

    public VerifyDates(UnitOfWork unit, ImportLedger importLedger, Clock clock) {
        this.unit = unit;
        this.importLedger = importLedger;
        this.askForSales = new AskForSales(unit, importLedger, clock);
        this.clock = clock;
    }

    /**
     * Funds and fees first, which nothing that is wrong with sales holds up.
     *
     * @param withSales also those of sales, and captures that lack a sale
     * @param goesOn is asked before each question; what is left then comes in the next round
     * @throws SourceUnavailable when a date could not be asked for; it waits for its turn, and the next round goes on
     */
    public void run(
            SettlementSource source,
            ClientAccountId client,
            OwnLedger ledger,
            boolean withSales,
            BooleanSupplier goesOn) {
        ask(source, client, ledger, new Share(Set.of(Stream.FUNDS, Stream.FEES), MOST_OF_MONEY, FEW_OF_MONEY), goesOn);
        if (withSales) {
            ask(source, client, ledger, new Share(Set.of(Stream.SALES), MOST_OF_SALES, 1), goesOn);
            int payments = allowance.isOver(clock.instant()) ? 1 : AskForSales.MOST_QUESTIONS;
            askForSales.run(source, client, ledger, payments, goesOn);
        }
    }

    /**
     * What of a round is for some streams.
     *
     * @param most dates
     * @param few dates when the time for all ledgers is over
     */
    private record Share(Set<Stream> streams, int most, int few) {}

    private void ask(
            SettlementSource source, ClientAccountId client, OwnLedger ledger, Share share, BooleanSupplier goesOn) {
        int asked = 0;
        for (Due due : unit.read(Set.of(client), stores -> due(stores, client, ledger, share))) {
            if (allowance.isOver(clock.instant()) && asked >= share.few() || !goesOn.getAsBoolean()) {
                break;
            }
            asked++;
            DateOutcome outcome;
            try {
                outcome = compare(source, client, ledger, due);
            } catch (SourceUnavailable unavailable) {
                keep(client, ledger, due, DateOutcome.OPEN);
                throw unavailable;
            }
            keep(client, ledger, due, outcome);
        }
    }

    private List<Due> due(Stores stores, ClientAccountId client, OwnLedger ledger, Share share) {
        Map<Stream, Period> dates = new EnumMap<>(Stream.class);
        stores.dateChecks().firstDate(client, ledger.id()).ifPresent(first -> {
            Period asked =
                    new Period(first, lastRow(stores, client, ledger, first).plusDays(DAYS_PAST_THE_LAST_ROW));
            for (Stream stream : share.streams()) {
                dates(stores, client, ledger, stream, asked).ifPresent(period -> dates.put(stream, period));
            }
        });
        return stores.dateChecks().due(client, ledger.id(), dates, clock.instant(), share.most());
    }

    private static LocalDate lastRow(Stores stores, ClientAccountId client, OwnLedger ledger, LocalDate first) {
        return Arrays.stream(Stream.values())
                .flatMap(stream -> stores.ledgers().feed(client, ledger.id(), stream).stream())
                .flatMap(feed -> feed.lastDate().stream())
                .reduce(first, (one, two) -> one.isAfter(two) ? one : two);
    }

    private Optional<Period> dates(
            Stores stores, ClientAccountId client, OwnLedger ledger, Stream stream, Period asked) {
        Optional<FeedState> feed = stores.ledgers().feed(client, ledger.id(), stream);
        boolean isSales = stream == Stream.SALES;
        if (isSales && feed.filter(state -> state.items() > 0).isEmpty()) {
            return Optional.empty();
        }
        LocalDate from =
                isSales && asked.first().isBefore(Sale.FIRST_DATE_AT_VIPPS) ? Sale.FIRST_DATE_AT_VIPPS : asked.first();
        return Completeness.readTo(ledger.cutoff(), stream, feed, clock.instant())
                .map(to -> to.isAfter(asked.last()) ? asked.last() : to)
                .filter(to -> !to.isBefore(from))
                .map(to -> new Period(from, to));
    }

    private DateOutcome compare(SettlementSource source, ClientAccountId client, OwnLedger ledger, Due due) {
        return switch (due.stream()) {
            case SALES -> new SalesOfDate(unit, importLedger, source, client, ledger, due.date()).compare();
            case FUNDS ->
                new EntriesOfDate(unit, importLedger, source, client, ledger).compare(Topic.FUNDS, due.date());
            case FEES -> new EntriesOfDate(unit, importLedger, source, client, ledger).compare(Topic.FEES, due.date());
        };
    }

    private void keep(ClientAccountId client, OwnLedger ledger, Due due, DateOutcome outcome) {
        Instant now = clock.instant();
        Optional<Instant> again =
                outcome.state() == State.VERIFIED ? Optional.empty() : Optional.of(now.plus(wait(due.times())));
        unit.write(Set.of(client), stores -> {
            if (outcome.state() != State.OPEN) {
                tell(stores, client, ledger, due, outcome.found());
            }
            if (due.stream() == Stream.SALES && outcome.state() != State.OPEN) {
                stores.saleQuestions().remember(client, ledger.id(), due.date());
            }
            stores.dateChecks().save(client, ledger.id(), due, new Answer(outcome.state(), outcome.rows(), now, again));
            return null;
        });
    }

    private static Duration wait(int times) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Findings of the other streams on the same date stay as they are. */
    private void tell(Stores stores, ClientAccountId client, OwnLedger ledger, Due due, List<Finding> found) {
        Set<FindingCode> codes = Set.of(REPORT_DIFFERS, SALE_CHANGED);
        if (stores.findings().earliestOpen(client, ledger.id(), codes).isPresent()) {
            Period date = new Period(due.date(), due.date());
            Set<String> standing = stores.findings().of(client, false).stream()
                    .map(stored -> stored.finding())
                    .filter(finding ->
                            !due.stream().storedName().equals(finding.facts().get("topic")))
                    .map(Finding::subject)
                    .collect(Collectors.toSet());
            found.stream().map(Finding::subject).forEach(standing::add);
            codes.forEach(
                    code -> stores.findings().closeAllBut(client, ledger.id(), code, date, standing, clock.instant()));
        }
        stores.findings().open(client, found, clock.instant());
    }
}
