package no.avstemt.domain;

import java.time.LocalDate;
import no.avstemt.domain.posting.LateSales;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.posting.SettledDispute;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/** Posted texts as short as can be, so that what is compared can be read. */
final class PlainTexts implements PostedTexts {

    @Override
    public String exchangeDifference(LedgerId ledger, LocalDate ledgerDate) {
        return "exchange " + ledgerDate;
    }

    @Override
    public String inHeldMonth() {
        return "late settlement entry";
    }

    @Override
    public String entry(LedgerId ledger, Topic topic, LocalDate ledgerDate) {
        return topic.vippsName();
    }

    @Override
    public String transaction(LedgerId ledger, Topic topic, LocalDate ledgerDate, String transaction) {
        return topic.vippsName() + " " + transaction;
    }

    @Override
    public String span(LedgerId ledger, Topic topic, Period dates) {
        return topic.vippsName() + " " + dates.first() + " to " + dates.last();
    }

    @Override
    public String sales(LedgerId ledger, LocalDate businessDate) {
        return "sales";
    }

    @Override
    public String late(LateSales.Cause cause, LedgerId ledger, LocalDate ledgerDate) {
        return "late sales";
    }

    @Override
    public String late(LateSales.Cause cause, boolean isTakenBack) {
        return isTakenBack ? "before" : "now";
    }

    @Override
    public String dispute(SettledDispute.Choice choice, SettlementEntry retained) {
        return choice.name();
    }

    @Override
    public String disputeReturned(SettlementEntry retained, String number) {
        return "returned " + number;
    }

    @Override
    public String line(Sale sale) {
        return sale.paymentType().orElse("") + sale.kind();
    }

    @Override
    public String line(SettlementEntry entry) {
        return entry.vippsType();
    }
}
