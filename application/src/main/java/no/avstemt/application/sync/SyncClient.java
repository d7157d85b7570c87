package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.sync.ClientRound.Due;
import no.avstemt.application.watch.WatchSilence;
import no.avstemt.domain.client.ClientAccountId;

/**
 * One round for one client account: sales, then fees, then funds are read to their end, and dates are booked as funds
 * shows them complete, so that nothing is booked before what belongs to it has come. Where sales cannot be read, money goes
 * on: sales are waited for only so long. Then the books are proven, and the dates compared with Vipps's reports of them.
 */
public final class SyncClient {

    private final UnitOfWork unit;
    private final ClientRound.Tools tools;
    private final Clock clock;

    public SyncClient(
            UnitOfWork unit, ImportLedger importLedger, PostDays postDays, CheckLedger checkLedger, Clock clock) {
        this.unit = unit;
        this.tools = new ClientRound.Tools(
                unit,
                importLedger,
                postDays,
                checkLedger,
                new WatchSilence(unit, clock),
                new VerifyDates(unit, importLedger, clock),
                clock);
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
        ClientRound round = round(sources, client, progress);
        fetch(round, (state, part) -> true);
        round.compare(() -> true);
        return round.outcome();
    }

    /** A round that nothing was done of; {@link #fetchDue} is its first step, and comparing dates the second. */
    ClientRound round(SettlementSources sources, ClientAccountId client, SyncProgress progress) {
        return new ClientRound(tools, sources, client, progress);
    }

    /** Without what failed and is to be asked again later. */
    void fetchDue(ClientRound round) {
        Instant now = clock.instant();
        fetch(round, (state, part) -> state.isDue(part, now));
    }

    private void fetch(ClientRound round, BiPredicate<LedgerState, Part> which) {
        round.fetch(unit.read(Set.of(round.client()), stores -> due(stores, round.client(), which)));
        if (round.stored() >= Stores.MANY_ROWS) {
            unit.write(Set.of(), SyncClient::refreshStatistics);
        }
    }

    /** Those that failed last time come last, so that they hold up no other. */
    private static List<Due> due(Stores stores, ClientAccountId client, BiPredicate<LedgerState, Part> which) {
        return stores.ledgers().of(client).stream()
                .map(ledger -> due(ledger, stores.ledgers().state(client, ledger.id()), which))
                .filter(due -> due.parts().contains(Part.MONEY))
                .sorted(Comparator.comparingInt(
                        due -> due.before().retry(Part.MONEY).failures()))
                .toList();
    }

    private static Due due(OwnLedger ledger, LedgerState state, BiPredicate<LedgerState, Part> which) {
        Set<Part> parts = Arrays.stream(Part.values())
                .filter(part -> which.test(state, part))
                .collect(Collectors.toSet());
        return new Due(ledger, state, parts);
    }

    private static boolean refreshStatistics(Stores stores) {
        stores.refreshStatistics();
        return true;
    }
}
