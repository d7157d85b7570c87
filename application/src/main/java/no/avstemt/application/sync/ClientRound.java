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
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.Halt;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.ImportLedger.Page;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.watch.WatchSilence;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Topic;

/**
 * One round for one client account, in two steps, so that others need not wait for the second; the first may be repeated.
 * What fails of a ledger holds up no other, and of its parts only what needs it. One thread at a time.
 */
final class ClientRound {

    private final Tools tools;
    private final SettlementSources sources;
    private final ClientAccountId client;
    private final SyncProgress progress;
    private final List<String> failures = new ArrayList<>();
    private final List<RuntimeException> unforeseens = new ArrayList<>();
    private final Map<OwnLedger, Turn> fetched = new LinkedHashMap<>();
    private long entries;
    private long sales;
    private long posted;

    record Tools(
            UnitOfWork unit,
            ImportLedger importLedger,
            PostDays postDays,
            CheckLedger checkLedger,
            WatchSilence watchSilence,
            VerifyDates verifyDates,
            Clock clock) {}

    /** @param parts to be asked for; money always is */
    record Due(OwnLedger ledger, LedgerState before, Set<Part> parts) {

        Due {
            parts = Set.copyOf(parts);
        }
    }

    /** @param withSales whether they were read to their end too */
    private record Turn(Due due, SettlementSource source, boolean withSales) {}

    ClientRound(Tools tools, SettlementSources sources, ClientAccountId client, SyncProgress progress) {
        this.tools = tools;
        this.sources = sources;
        this.client = client;
        this.progress = progress;
    }

    ClientAccountId client() {
        return client;
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

    /** Reads what is new and books it, ledger by ledger; books go on without the sales that cannot be read. */
    void fetch(List<Due> ledgers) {
        fetched.clear();
        ledgers.forEach(due -> {
            progress.ledger(client, due.ledger().id());
            part(due, Part.MONEY, () -> {
                SettlementSource source = source(due.ledger());
                boolean withSales = due.parts().contains(Part.SALES)
                        && part(due, Part.SALES, () -> readSales(source, due.ledger()));
                readFees(source, due.ledger());
                readFundsAndBook(source, due.ledger());
                tools.checkLedger().run(client, due.ledger());
                fetched.put(due.ledger(), new Turn(due, source, withSales));
            });
        });
    }

    /**
     * Compares dates of the ledgers that were fetched with Vipps's reports of them.
     *
     * @param goesOn is asked before each question; what is left then comes in the next round
     */
    void compare(BooleanSupplier goesOn) {
        BooleanSupplier goOn = () -> {
            goOn();
            return goesOn.getAsBoolean();
        };
        fetched.values().stream()
                .filter(turn -> turn.due().parts().contains(Part.DATES))
                .takeWhile(turn -> goOn.getAsBoolean())
                .forEach(turn -> part(turn.due(), Part.MONEY, () -> compare(turn, goOn)));
    }

    private void compare(Turn turn, BooleanSupplier goOn) {
        OwnLedger ledger = turn.due().ledger();
        part(turn.due(), Part.DATES, () -> {
            SettlementSource source = patient(turn.source(), ledger);
            tools.watchSilence().run(source, client, ledger);
            tools.verifyDates().run(source, client, ledger, turn.withSales(), goOn);
        });
    }

    /**
     * Remembers how it ended.
     *
     * @return whether it came to its end
     * @throws SourceUnavailable when that is of all parts, in one that is not {@link Part#MONEY}
     */
    private boolean part(Due due, Part part, Runnable work) {
        try {
            work.run();
            if (due.before().halt(part).isPresent()) {
                remember(due.ledger(), state -> state.working(part));
            }
            return true;
        } catch (SourceUnavailable unavailable) {
            goOn();
            if (part != Part.MONEY && unavailable.trouble().isOfAll()) {
                throw unavailable;
            }
            failures.add(unavailable.sentence());
            failed(due.ledger(), part, unavailable.trouble(), unavailable.retryAfter());
        } catch (RuntimeException unforeseen) {
            goOn();
            unforeseens.add(unforeseen);
            failed(due.ledger(), part, Trouble.STOPPED, Optional.empty());
        }
        return false;
    }

    private SettlementSource source(OwnLedger ledger) {
        SettlementSource source = sources.of(ledger.id());
        boolean personal = tools.unit()
                .read(
                        Set.of(client),
                        stores -> stores.personalData().find(client).isPresent());
        return personal ? source.withPersonalData() : source;
    }

    private PatientSource patient(SettlementSource source, OwnLedger ledger) {
        return new PatientSource(source, ledger.id(), tools.clock());
    }

    private void readSales(SettlementSource source, OwnLedger ledger) {
        SettlementSource patient = patient(source, ledger);
        Page page;
        do {
            goOn();
            page = tools.importLedger().nextSales(patient, client, ledger.id());
            sales += page.stored();
            progress.sales(client, page.stored());
        } while (page.more());
    }

    private void readFees(SettlementSource source, OwnLedger ledger) {
        SettlementSource patient = patient(source, ledger);
        boolean more;
        do {
            more = nextEntries(patient, ledger, Topic.FEES);
        } while (more);
    }

    private void readFundsAndBook(SettlementSource source, OwnLedger ledger) {
        SettlementSource patient = patient(source, ledger);
        boolean more;
        do {
            more = nextEntries(patient, ledger, Topic.FUNDS);
            int booked = tools.postDays().run(client, ledger);
            posted += booked;
            progress.booked(client, booked);
        } while (more);
    }

    private boolean nextEntries(SettlementSource source, OwnLedger ledger, Topic topic) {
        goOn();
        Page page = tools.importLedger().nextEntries(source, client, ledger.id(), topic);
        entries += page.stored();
        progress.entries(client, page.stored());
        return page.more();
    }

    /** What fails while the program is being stopped is no failure of Vipps or the books. */
    private void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The round of client account " + client + " was stopped");
        }
    }

    private void failed(OwnLedger ledger, Part part, Trouble why, Optional<Duration> asked) {
        Instant now = tools.clock().instant();
        remember(
                ledger,
                state -> state.failed(
                        part, new Halt(now, why, state.retry(part).afterFailure(ledger.id(), now, asked))));
        progress.failed(client, ledger.id(), why);
    }

    private void remember(OwnLedger ledger, UnaryOperator<LedgerState> change) {
        tools.unit().write(Set.of(client), stores -> {
            LedgerState state = stores.ledgers().lockState(client, ledger.id());
            stores.ledgers().save(client, ledger.id(), change.apply(state));
            return true;
        });
    }
}
