package no.avstemt.application.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.DisputeStore.Dispute;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.posting.EntryFinding;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/**
 * Retained captures that nobody has returned for so long that someone must choose: a loss, or a credit of the sale. What was
 * retained before the client's start date is in its opening balances.
 */
final class StandingDisputes {

    private final Clock clock;

    StandingDisputes(Clock clock) {
        this.clock = clock;
    }

    void check(Stores stores, ClientAccountId client, OwnLedger ledger, LedgerState state) {
        ClientAccount account = stores.clients().find(client).orElseThrow();
        LocalDate start = account.startDate();
        state.bookedTo().filter(to -> !to.isBefore(start)).ifPresent(to -> {
            Period booked = new Period(start, to);
            List<Finding> standing = stores.disputes().standing(client, ledger.id(), booked).stream()
                    .filter(dispute -> isOld(dispute, account.disputeDays()))
                    .map(dispute ->
                            EntryFinding.of(FindingCode.DISPUTE_STANDING, dispute.lastRetained(), dispute.retained()))
                    .toList();
            stores.findings()
                    .closeAllBut(
                            client,
                            ledger.id(),
                            FindingCode.DISPUTE_STANDING,
                            booked,
                            standing.stream().map(Finding::subject).collect(Collectors.toSet()),
                            clock.instant());
            stores.findings().open(client, standing, clock.instant());
        });
    }

    private boolean isOld(Dispute dispute, int days) {
        LocalDate due = dispute.lastRetained().ledgerDate().plusDays(days);
        return !due.isAfter(Oslo.today(clock));
    }
}
