package no.avstemt.domain.posting;

import java.time.LocalDate;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/** The texts of automatic entries, in the client's language. Posted text is never changed, so neither is this lightly. */
public interface PostedTexts {

    String entry(LedgerId ledger, Topic topic, LocalDate ledgerDate);

    /** @param transaction what Vipps calls it */
    String transaction(LedgerId ledger, Topic topic, LocalDate ledgerDate, String transaction);

    /** @param dates more than one ledger date */
    String span(LedgerId ledger, Topic topic, Period dates);

    /** @param businessDate of sales that were paid outside Vipps */
    String sales(LedgerId ledger, LocalDate businessDate);

    /** Of a ledger date of which something was learnt after it was booked. */
    String late(LateSales.Cause cause, LedgerId ledger, LocalDate ledgerDate);

    /** @param isTakenBack what was booked before, or what it is booked as now */
    String late(LateSales.Cause cause, boolean isTakenBack);

    /** @param retained the capture that is held back for good */
    String dispute(SettledDispute.Choice choice, SettlementEntry retained);

    /**
     * Of what takes a settled dispute back.
     *
     * @param number of the entry that settled it: {@code 2026/17}
     */
    String disputeReturned(SettlementEntry retained, String number);

    /** The same for every sale or refund of a kind of payment on a date. */
    String line(Sale sale);

    /** The same for every entry of a kind on a date; names the payout's number, or a type that nobody knows. */
    String line(SettlementEntry entry);

    /** Of what the kroner of a ledger in another currency became worth on a date, more or less than they were booked at. */
    String exchangeDifference(LedgerId ledger, LocalDate ledgerDate);

    /** Why an automatic entry is posted in a month that is held. */
    String inHeldMonth();
}
