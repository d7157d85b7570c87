package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.ImportLedger.Page;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Retry;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.watch.WatchSilence;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Topic;

/**
 * One round for one client account: sales, then fees, then funds are read to their end, and dates are booked as funds
 * shows them complete, so that nothing is booked before what belongs to it has come. Then the books are proven, and the
 * dates compared with Vipps's reports of them.
 */
public final class SyncClient {

    /** A page that takes longer is counted against its ledger: tried again and again, or dripping. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    /** For the slow pages of one ledger in one round. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final UnitOfWork unit;
    private final ImportLedger importLedger;
    private final PostDays postDays;
    private final CheckLedger checkLedger;
    private final VerifyDates verifyDates;
    private final WatchSilence watchSilence;
    private final Clock clock;

    public SyncClient(
            UnitOfWork unit, ImportLedger importLedger, PostDays postDays, CheckLedger checkLedger, Clock clock) {
        this.unit = unit;
        this.importLedger = importLedger;
        this.postDays = postDays;
        this.checkLedger = checkLedger;
        this.verifyDates = new VerifyDates(unit, importLedger, clock);
        this.watchSilence = new WatchSilence(unit, clock);
        this.clock = clock;
    }

    /** What a round did; a ledger that failed does not hold up the others. */
    public record Outcome(long settlementEntries, long sales, long journalEntries, List<String> failures) {}

    /** With every ledger read from one source. */
    public Outcome run(SettlementSource source, ClientAccountId client, SyncProgress progress) {
        return run(ledger -> source, client, progress);
    }

    /**
     * Ends early, with nothing remembered as a failure, when its thread is interrupted.
     *
     * @throws CancellationException when it was
     */
    public Outcome run(SettlementSources sources, ClientAccountId client, SyncProgress progress) {
        return run(sources, client, progress, retry -> true);
    }

    /** As {@link #run}, without the ledgers that failed and are to be asked again later. */
    public Outcome runDue(SettlementSources sources, ClientAccountId client, SyncProgress progress) {
        Instant now = clock.instant();
        return run(sources, client, progress, retry -> retry.isDue(now));
    }

    private Outcome run(
            SettlementSources sources, ClientAccountId client, SyncProgress progress, Predicate<Retry> which) {
        List<OwnLedger> ledgers = unit.read(Set.of(client), stores -> chosen(stores, client, which));
        Round round = new Round(sources, client, progress);
        ledgers.forEach(round::ledger);
        Outcome outcome = round.outcome();
        if (outcome.settlementEntries() + outcome.sales() >= Stores.MANY_ROWS) {
            unit.write(Set.of(), SyncClient::refreshStatistics);
        }
        return outcome;
    }

    /** Those that failed last time come last, so that they hold up no other. */
    private static List<OwnLedger> chosen(Stores stores, ClientAccountId client, Predicate<Retry> which) {
        Map<OwnLedger, Retry> chosen = new LinkedHashMap<>();
        stores.ledgers()
                .of(client)
                .forEach(ledger -> chosen.put(
                        ledger, stores.ledgers().state(client, ledger.id()).retry()));
        return chosen.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .sorted(Comparator.comparingInt(each -> each.getValue().failures()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean refreshStatistics(Stores stores) {
        stores.refreshStatistics();
        return true;
    }

    private final class Round {

        private final SettlementSources sources;
        private final ClientAccountId client;
        private final SyncProgress progress;
        private final List<String> failures = new ArrayList<>();
        private final List<RuntimeException> unforeseens = new ArrayList<>();
        private long entries;
        private long sales;
        private long posted;
        private Duration waited = Duration.ZERO;

        Round(SettlementSources sources, ClientAccountId client, SyncProgress progress) {
            this.sources = sources;
            this.client = client;
            this.progress = progress;
        }

        /** @throws RuntimeException what nobody foresaw in a ledger, after all of them had their turn */
        Outcome outcome() {
            if (!unforeseens.isEmpty()) {
                RuntimeException first = unforeseens.get(0);
                unforeseens.stream().skip(1).forEach(first::addSuppressed);
                throw first;
            }
            return new Outcome(entries, sales, posted, List.copyOf(failures));
        }

        void ledger(OwnLedger ledger) {
            waited = Duration.ZERO;
            progress.ledger(client, ledger.id());
            try {
                SettlementSource source = source(ledger);
                readSales(source, ledger);
                readFees(source, ledger);
                readFundsAndBook(source, ledger);
                checkLedger.run(client, ledger);
                verifyDates.run(source, client, ledger, this::goOn);
                watchSilence.run(source, client, ledger);
                remember(ledger, LedgerState::working);
            } catch (SourceUnavailable unavailable) {
                goOn();
                failures.add(unavailable.sentence());
                failed(ledger, unavailable.trouble(), unavailable.retryAfter());
                progress.failed(client, ledger.id(), unavailable.trouble());
            } catch (RuntimeException unforeseen) {
                goOn();
                failed(ledger, Trouble.STOPPED, Optional.empty());
                progress.failed(client, ledger.id(), Trouble.STOPPED);
                unforeseens.add(unforeseen);
            }
        }

        private SettlementSource source(OwnLedger ledger) {
            SettlementSource source = sources.of(ledger.id());
            boolean personal = unit.read(
                    Set.of(client), stores -> stores.personalData().find(client).isPresent());
            return personal ? source.withPersonalData() : source;
        }

        private void readSales(SettlementSource source, OwnLedger ledger) {
            Page page;
            do {
                goOn();
                page = timed(() -> importLedger.nextSales(source, client, ledger.id()));
                sales += page.stored();
                progress.sales(client, page.stored());
                checkPatience(ledger, page);
            } while (page.more());
        }

        private void readFees(SettlementSource source, OwnLedger ledger) {
            boolean more;
            do {
                more = nextEntries(source, ledger, Topic.FEES);
            } while (more);
        }

        private void readFundsAndBook(SettlementSource source, OwnLedger ledger) {
            boolean more;
            do {
                more = nextEntries(source, ledger, Topic.FUNDS);
                int booked = postDays.run(client, ledger);
                posted += booked;
                progress.booked(client, booked);
            } while (more);
        }

        private boolean nextEntries(SettlementSource source, OwnLedger ledger, Topic topic) {
            goOn();
            Page page = timed(() -> importLedger.nextEntries(source, client, ledger.id(), topic));
            entries += page.stored();
            progress.entries(client, page.stored());
            checkPatience(ledger, page);
            return page.more();
        }

        /** What fails while the program is being stopped is no failure of Vipps or the books. */
        private void goOn() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The round of client account " + client + " was stopped");
            }
        }

        private Page timed(Supplier<Page> asking) {
            Instant before = clock.instant();
            Page page = asking.get();
            Duration took = Duration.between(before, clock.instant());
            waited = took.compareTo(SLOW) > 0 ? waited.plus(took) : waited;
            return page;
        }

        /** What was read is kept; the ledger goes on where it was, after the others. */
        private void checkPatience(OwnLedger ledger, Page page) {
            if (page.more() && waited.compareTo(PATIENCE) > 0) {
                throw new SourceUnavailable(
                        Reason.BUSY,
                        "Vipps answers so slowly for ledger " + ledger.id()
                                + " that it has to wait, so that other ledgers"
                                + " get their turn. What has come is stored, and the rest is asked for again.",
                        new Trouble(Trouble.Code.SLOW, List.of(ledger.id().value())));
            }
        }

        private void failed(OwnLedger ledger, Trouble why, Optional<Duration> asked) {
            Instant now = clock.instant();
            remember(ledger, state -> state.failed(now, why, state.retry().afterFailure(ledger.id(), now, asked)));
        }

        private void remember(OwnLedger ledger, UnaryOperator<LedgerState> change) {
            unit.write(Set.of(client), stores -> {
                LedgerState state = stores.ledgers().lockState(client, ledger.id());
                stores.ledgers().save(client, ledger.id(), change.apply(state));
                return true;
            });
        }
    }
}
