package no.avstemt.application.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.sale.SaleQuestionStore.Due;
import no.avstemt.application.sale.SaleQuestionStore.State;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.time.Oslo;

/**
 * Asks Vipps for the sale of a capture that neither the feed nor the report of its date told of: by transaction, then by
 * order (vipps-apis.md 3.8). What comes is stored as if the feed had told it. No answer is not a no: it is asked for later.
 */
final class AskForSales {

    /** Payments asked for in one round of a ledger, with two questions each at most. */
    static final int MOST_QUESTIONS = 10;

    /** Five days, with the waits between. */
    private static final int MOST_TIMES = 10;

    private static final Duration FIRST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final UnitOfWork unit;
    private final ImportLedger importLedger;
    private final Clock clock;

    AskForSales(UnitOfWork unit, ImportLedger importLedger, Clock clock) {
        this.unit = unit;
        this.importLedger = importLedger;
        this.clock = clock;
    }

    /**
     * @param most payments to ask for
     * @param goesOn is asked before each
     * @throws SourceUnavailable when a payment could not be asked for; the next round goes on with the others
     */
    void run(SettlementSource source, ClientAccountId client, OwnLedger ledger, int most, BooleanSupplier goesOn) {
        List<Due> all = unit.write(Set.of(client), stores -> {
            stores.saleQuestions().settle(client, ledger.id());
            return stores.saleQuestions().due(client, ledger.id(), clock.instant(), most);
        });
        for (Due due : all) {
            if (!goesOn.getAsBoolean()) {
                break;
            }
            boolean found;
            try {
                found = ask(source, client, ledger, due.entry().entry());
            } catch (SourceUnavailable unavailable) {
                keepUnanswered(client, due);
                throw unavailable;
            }
            keep(client, due, found);
        }
    }

    private boolean ask(SettlementSource source, ClientAccountId client, OwnLedger ledger, SettlementEntry entry) {
        boolean found = entry.pspReference()
                .map(psp -> store(client, ledger, entry, source.salesOfTransaction(ledger.id(), psp)))
                .orElse(false);
        return found
                || entry.reference()
                        .map(order -> store(client, ledger, entry, source.salesOfOrder(ledger.id(), order)))
                        .orElse(false);
    }

    /** Whatever is told of the order is stored; whether the payment's own sale is among it is the answer. */
    private boolean store(
            ClientAccountId client, OwnLedger ledger, SettlementEntry entry, List<SalePage.Fetched> told) {
        if (!told.isEmpty()) {
            importLedger.addPassedOver(client, ledger.id(), told);
        }
        return told.stream().anyMatch(each -> isOf(each.sale(), entry));
    }

    private static boolean isOf(Sale sale, SettlementEntry entry) {
        Sale.Kind kind = entry.type() == EntryType.REFUND ? Sale.Kind.REFUND : Sale.Kind.CAPTURE;
        boolean sameTransaction =
                sale.pspReference().isPresent() && sale.pspReference().equals(entry.pspReference());
        return sale.kind() == kind
                && (sameTransaction || sale.total() == Math.abs(entry.amount().minor()));
    }

    /** A payment so old that its sale will not be late any more is asked for once. */
    private void keep(ClientAccountId client, Due due, boolean found) {
        Instant now = clock.instant();
        boolean old =
                due.entry().entry().ledgerDate().isBefore(Oslo.today(clock).minusDays(Sale.DAYS_FOR_MONEY));
        State state = found ? State.FOUND : old || due.times() + 1 >= MOST_TIMES ? State.GIVEN_UP : State.WAITING;
        Optional<Instant> again = state == State.WAITING ? Optional.of(now.plus(wait(due.times()))) : Optional.empty();
        unit.write(Set.of(client), stores -> {
            stores.saleQuestions().asked(client, due, state, now, again);
            return null;
        });
    }

    private void keepUnanswered(ClientAccountId client, Due due) {
        Instant now = clock.instant();
        unit.write(Set.of(client), stores -> {
            stores.saleQuestions().unanswered(client, due, now, now.plus(wait(due.times())));
            return null;
        });
    }

    private static Duration wait(int times) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
