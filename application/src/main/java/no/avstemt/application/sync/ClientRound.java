package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.ImportLedger.Page;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.watch.WatchSilence;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Topic;

/** One round for one client account, in two parts, so that others need not wait for the second. One thread at a time. */
final class ClientRound {

    /** A page that takes longer is counted against its ledger: tried again and again, or dripping. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    /** For the slow pages of one ledger in one round. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Tools tools;
    private final SettlementSources sources;
    private final ClientAccountId client;
    private final SyncProgress progress;
    private final List<String> failures = new ArrayList<>();
    private final List<RuntimeException> unforeseens = new ArrayList<>();
    private final Map<OwnLedger, SettlementSource> fetched = new LinkedHashMap<>();
    private long entries;
    private long sales;
    private long posted;
    private Duration waited = Duration.ZERO;

    record Tools(
            UnitOfWork unit,
            ImportLedger importLedger,
            PostDays postDays,
            CheckLedger checkLedger,
            WatchSilence watchSilence,
            VerifyDates verifyDates,
            Clock clock) {}

    ClientRound(Tools tools, SettlementSources sources, ClientAccountId client, SyncProgress progress) {
        this.tools = tools;
        this.sources = sources;
        this.client = client;
        this.progress = progress;
    }

    /** Rows that were new. */
    long stored() {
        return entries + sales;
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

    /** Reads what is new and books it, ledger by ledger. */
    void fetch(List<OwnLedger> ledgers) {
        ledgers.forEach(ledger -> turn(ledger, () -> {
            SettlementSource source = source(ledger);
            Optional<SourceUnavailable> withoutSales = readSalesOrTell(source, ledger);
            readFees(source, ledger);
            readFundsAndBook(source, ledger);
            tools.checkLedger().run(client, ledger);
            tools.watchSilence().run(source, client, ledger);
            if (withoutSales.isPresent()) {
                throw withoutSales.get();
            }
            fetched.put(ledger, source);
        }));
    }

    /** Compares dates of the ledgers that were fetched with Vipps's reports of them. */
    void compare() {
        fetched.forEach((ledger, source) -> turn(ledger, () -> {
            tools.verifyDates().run(source, client, ledger, this::goOn);
            remember(ledger, LedgerState::working);
        }));
    }

    private void turn(OwnLedger ledger, Runnable work) {
        waited = Duration.ZERO;
        progress.ledger(client, ledger.id());
        try {
            work.run();
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
        boolean personal = tools.unit()
                .read(
                        Set.of(client),
                        stores -> stores.personalData().find(client).isPresent());
        return personal ? source.withPersonalData() : source;
    }

    /**
     * @return why sales could not be read to their end; money then has patience of its own
     * @throws SourceUnavailable when Vipps asks us to wait, since that is said of all that we ask
     */
    private Optional<SourceUnavailable> readSalesOrTell(SettlementSource source, OwnLedger ledger) {
        try {
            readSales(source, ledger);
            return Optional.empty();
        } catch (SourceUnavailable unavailable) {
            goOn();
            if (unavailable.retryAfter().isPresent()) {
                throw unavailable;
            }
            waited = Duration.ZERO;
            return Optional.of(unavailable);
        }
    }

    private void readSales(SettlementSource source, OwnLedger ledger) {
        Page page;
        do {
            goOn();
            page = timed(() -> tools.importLedger().nextSales(source, client, ledger.id()));
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
            int booked = tools.postDays().run(client, ledger);
            posted += booked;
            progress.booked(client, booked);
        } while (more);
    }

    private boolean nextEntries(SettlementSource source, OwnLedger ledger, Topic topic) {
        goOn();
        Page page = timed(() -> tools.importLedger().nextEntries(source, client, ledger.id(), topic));
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
        Instant before = tools.clock().instant();
        Page page = asking.get();
        Duration took = Duration.between(before, tools.clock().instant());
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
        Instant now = tools.clock().instant();
        remember(ledger, state -> state.failed(now, why, state.retry().afterFailure(ledger.id(), now, asked)));
    }

    private void remember(OwnLedger ledger, UnaryOperator<LedgerState> change) {
        tools.unit().write(Set.of(client), stores -> {
            LedgerState state = stores.ledgers().lockState(client, ledger.id());
            stores.ledgers().save(client, ledger.id(), change.apply(state));
            return true;
        });
    }
}
