package no.avstemt.application.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalLine;

/** The ledgers that lines outside of Vipps's own entries are about: what was proven of them has to be proven again. */
final class MovedLedgers {

    private final CheckLedger checkLedger;

    MovedLedgers(UnitOfWork unit, Clock clock) {
        checkLedger = new CheckLedger(unit, clock);
    }

    /** The earliest date of the lines about each bank account, by its key. */
    static Map<String, LocalDate> movedBy(FullEntry entry) {
        Map<String, LocalDate> moved = new HashMap<>();
        for (FullEntry.Line line : entry.lines()) {
            JournalLine posted = line.posted();
            add(moved, posted.dimensions(), posted.ledgerDate().orElse(entry.date()));
        }
        return moved;
    }

    /** Adds what one more line is about. */
    static void add(Map<String, LocalDate> moved, DimensionSet about, LocalDate date) {
        about.relation().ifPresent(ref -> add(moved, ref, date));
        for (DimensionRef ref : about.others()) {
            add(moved, ref, date);
        }
    }

    private static void add(Map<String, LocalDate> moved, DimensionRef ref, LocalDate date) {
        if (ref.type() == DimensionType.BANKACC) {
            moved.merge(ref.key(), date, (one, two) -> one.isBefore(two) ? one : two);
        }
    }

    /** From now on they are proven only to the day before they were moved; in the unit of work that moves them. */
    static List<OwnLedger> unproven(Stores stores, ClientAccountId client, Map<String, LocalDate> moved) {
        if (moved.isEmpty()) {
            return List.of();
        }
        List<OwnLedger> ledgers = stores.ledgers().of(client).stream()
                .filter(ledger -> moved.containsKey(ledger.id().value()))
                .toList();
        for (OwnLedger ledger : ledgers) {
            LocalDate from = Optional.ofNullable(moved.get(ledger.id().value())).orElseThrow();
            LedgerState state = stores.ledgers().lockState(client, ledger.id());
            stores.ledgers().save(client, ledger.id(), state.provenOnlyTo(from.minusDays(1)));
        }
        return ledgers;
    }

    /** After that unit of work. */
    void prove(ClientAccountId client, List<OwnLedger> ledgers) {
        ledgers.forEach(ledger -> checkLedger.run(client, ledger));
    }
}
