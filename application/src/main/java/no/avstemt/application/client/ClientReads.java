package no.avstemt.application.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/** How client accounts stand, from keys and day counters: it costs ledgers and days, however many rows there are. */
public interface ClientReads {

    /** The ledgers of one client account, by id. */
    List<LedgerProgress> ledgers(ClientAccountId client);

    /** Every ledger of the unit's client accounts that have a stream read since then and not to its end. */
    List<LedgerProgress> beingFetched(Instant since);

    /** Vipps's own balances of funds and fees at the end of each day, all ledgers in kroner; from the first row on. */
    List<DayAmount> balances(ClientAccountId client, Period days);

    /** What was credited less debited on these accounts, earliest first; days without lines are left out. */
    List<DayAmount> credited(ClientAccountId client, Collection<AccountCode> accounts, Period days);

    /** The booked payouts and aborted payouts of these posting dates, of ledgers in kroner, latest first. */
    List<PaidOut> payouts(ClientAccountId client, AccountCode inTransit, Period days);

    /**
     * What Vipps says that it paid out of a ledger, aborted payouts deducted, from the client's start date up to and
     * including this ledger date. From Vipps's rows, not from the books.
     */
    long paidOut(ClientAccountId client, LedgerId ledger, LocalDate to);

    /** Captures and refunds of these ledger dates that were booked on a unit's default VAT code. */
    DefaultVat defaultVat(ClientAccountId client, Period dates);

    /** What these months credited to accounts of income, less what they debited, by tax code; from month counters. */
    List<CodedIncome> income(ClientAccountId client, Period months);

    List<OpenFindings> openFindings(ClientAccountId client);

    /** @param amount øre */
    record DayAmount(LocalDate day, long amount) {}

    /**
     * @param amount øre; negative when it came back
     * @param number the payout's, when Vipps tells it
     */
    record PaidOut(
            long settlementEntryId,
            LedgerId ledger,
            EntryType type,
            LocalDate ledgerDate,
            Optional<String> number,
            long amount) {

        public boolean isAborted() {
            return type == EntryType.PAYOUT_ABORTED;
        }
    }

    /** @param amount øre, VAT included, refunds negative */
    record DefaultVat(long entries, long amount) {}

    /**
     * @param taxCode none for income without one
     * @param amount øre, without VAT
     */
    record CodedIncome(Optional<TaxCode> taxCode, long amount) {}

    /** @param amount øre, each without its sign: findings that offset each other are still there */
    record OpenFindings(LedgerId ledger, FindingCode code, long count, long amount) {}
}
