package no.avstemt.application.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.Stores;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * What Vipps's own rows say stood on the Vipps accounts when the start date began: balances of funds and fees, payouts that
 * the bank had not booked, captures still held back. Top-ups are paid before Vipps tells of them, so those under way only the
 * accountant knows.
 */
final class AtVipps {

    /** A payout is at the bank on the next bank day; more than a long holiday is never under way. */
    private static final int LONGEST_WAY = 7;

    private final Stores stores;
    private final ClientAccountId client;
    private final ChartOfAccounts chart;
    private final LocalDate start;

    AtVipps(Stores stores, ClientAccountId client, LocalDate start) {
        this.stores = stores;
        this.client = client;
        this.start = start;
        chart = stores.clients().chart(client);
    }

    /** By ledger; what is zero is left out. */
    List<OpeningLine> lines() {
        List<OpeningLine> lines = new ArrayList<>();
        for (OwnLedger ledger : stores.ledgers().of(client)) {
            if (ledger.currency().equals(Money.NOK.getCurrencyCode())) {
                add(lines, AccountRole.VIPPS_FUNDS, ledger.id(), balance(ledger.id(), Topic.FUNDS));
                add(lines, AccountRole.VIPPS_FEES_OWED, ledger.id(), balance(ledger.id(), Topic.FEES));
                add(lines, AccountRole.PAYOUTS_IN_TRANSIT, ledger.id(), underWay(ledger.id()));
                add(lines, AccountRole.CHARGEBACKS_IN_DISPUTE, ledger.id(), inDispute(ledger.id()));
            }
        }
        return lines;
    }

    private void add(List<OpeningLine> lines, AccountRole role, LedgerId ledger, long amount) {
        if (amount != 0) {
            lines.add(new OpeningLine(chart.account(role), Optional.of(ledger.value()), amount));
        }
    }

    private long balance(LedgerId ledger, Topic topic) {
        return stores.settlements().openingAt(client, ledger, topic, start).orElse(0L);
    }

    private long underWay(LedgerId ledger) {
        LocalDate first = start.minusDays(1);
        while (!nextBankDay(first.minusDays(1)).isBefore(start) && first.isAfter(start.minusDays(LONGEST_WAY))) {
            first = first.minusDays(1);
        }
        return Math.negateExact(stores.settlements().payouts(client, ledger, new Period(first, start.minusDays(1))));
    }

    /** Public holidays only make it later than this, and the list can say so. */
    private static LocalDate nextBankDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private long inDispute(LedgerId ledger) {
        Period before = new Period(LocalDate.EPOCH, start.minusDays(1));
        return stores.settlements().standingDisputes(client, ledger, before).stream()
                .mapToLong(dispute -> Math.negateExact(dispute.retained()))
                .reduce(0, Math::addExact);
    }
}
