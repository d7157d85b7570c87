package no.avstemt.application.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.reconciliation.VerifyDates;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.Retry;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SettlementSources;
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
        ClientRound round = fetch(sources, client, progress, retry -> true);
        round.compare();
        return round.outcome();
    }

    /**
     * The first part of a round, without the ledgers that failed and are to be asked again later; its second, comparing
     * dates, is the caller's to start, and comes after everybody's first.
     */
    ClientRound fetchDue(SettlementSources sources, ClientAccountId client, SyncProgress progress) {
        Instant now = clock.instant();
        return fetch(sources, client, progress, retry -> retry.isDue(now));
    }

    private ClientRound fetch(
            SettlementSources sources, ClientAccountId client, SyncProgress progress, Predicate<Retry> which) {
        List<OwnLedger> ledgers = unit.read(Set.of(client), stores -> chosen(stores, client, which));
        ClientRound round = new ClientRound(tools, sources, client, progress);
        round.fetch(ledgers);
        if (round.stored() >= Stores.MANY_ROWS) {
            unit.write(Set.of(), SyncClient::refreshStatistics);
        }
        return round;
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
}
