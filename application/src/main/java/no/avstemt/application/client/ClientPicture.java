package no.avstemt.application.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.client.ClientReads.DayAmount;
import no.avstemt.application.client.ClientReads.PaidOut;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/**
 * Everything the page of one client account shows.
 *
 * @param at when it was taken
 * @param days what balances, sales and payouts are told for, ending today
 * @param compared how far each stream of each ledger was compared with Vipps's reports of its dates
 * @param balances as {@link ClientReads#balances}
 * @param sales booked as income, without VAT; what is booked elsewhere, with VAT
 * @param payouts latest first
 * @param proofs by ledger, each in the order of the links
 * @param defaultVat of this fiscal year so far
 * @param findings the first of the open ones
 */
public record ClientPicture(
        ClientOverview overview,
        Instant at,
        LocalDate today,
        Period days,
        List<LedgerProgress> ledgers,
        Map<LedgerId, Map<Stream, DateCheckStore.Progress>> compared,
        List<DayAmount> balances,
        List<DayAmount> sales,
        List<PaidOut> payouts,
        List<Proof> proofs,
        OnDefaultVat defaultVat,
        List<StoredFinding> findings) {

    public ClientPicture {
        ledgers = List.copyOf(ledgers);
        compared = Map.copyOf(compared);
        balances = List.copyOf(balances);
        sales = List.copyOf(sales);
        payouts = List.copyOf(payouts);
        proofs = List.copyOf(proofs);
        findings = List.copyOf(findings);
    }

    /**
     * @param amount øre, VAT included, refunds negative
     * @param share basis points of all income with its VAT; none without income
     */
    public record OnDefaultVat(Period year, long entries, long amount, Optional<Integer> share) {}

    public Optional<Fetching> fetching() {
        return Fetching.of(ledgers, overview.client().startDate(), today.minusDays(1), at);
    }

    /** None before any date of it was compared. */
    public Optional<DateCheckStore.Progress> compared(LedgerProgress ledger, Stream stream) {
        return Optional.ofNullable(
                compared.getOrDefault(ledger.ledger(), Map.of()).get(stream));
    }

    public boolean isBeingRead(LedgerProgress ledger, Stream stream) {
        return ledger.isBeingRead(stream, at);
    }
}
