package no.avstemt.web.text;

import java.time.LocalDate;
import java.util.Locale;
import no.avstemt.application.access.Language;
import no.avstemt.domain.posting.LateSales;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.posting.SettledDispute;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/**
 * The texts of automatic entries, from the texts under {@code posted}, with days as pages write them. What is posted keeps
 * the words it was posted with.
 */
public final class PostedWords implements PostedTexts {

    private final Texts texts;
    private final Formats formats;

    private PostedWords(Language language) {
        texts = Texts.in(language);
        formats = Formats.in(language);
    }

    /** @param tag {@code nb} or {@code en} */
    public static PostedTexts in(String tag) {
        return new PostedWords(Language.ofTag(tag).orElse(Language.NORWEGIAN));
    }

    /** Of an entry that takes back another, as {@link no.avstemt.application.journal.CancelEntry} asks for it. */
    public static String reversal(String tag, String number, String description) {
        return Texts.in(Language.ofTag(tag).orElse(Language.NORWEGIAN)).get("posted.reversal", number, description);
    }

    /** Of what the books begin with. */
    public static String opening(String tag) {
        return Texts.in(Language.ofTag(tag).orElse(Language.NORWEGIAN)).get("posted.opening");
    }

    @Override
    public String entry(LedgerId ledger, Topic topic, LocalDate ledgerDate) {
        return texts.get("posted." + topic.vippsName(), ledger.value(), formats.date(ledgerDate));
    }

    @Override
    public String transaction(LedgerId ledger, Topic topic, LocalDate ledgerDate, String transaction) {
        return texts.get(
                "posted." + topic.vippsName() + ".transaction", ledger.value(), formats.date(ledgerDate), transaction);
    }

    @Override
    public String span(LedgerId ledger, Topic topic, Period dates) {
        return texts.get(
                "posted." + topic.vippsName() + ".span",
                ledger.value(),
                formats.date(dates.first()),
                formats.date(dates.last()));
    }

    @Override
    public String sales(LedgerId ledger, LocalDate businessDate) {
        return texts.get("posted.sales", ledger.value(), formats.date(businessDate));
    }

    @Override
    public String exchangeDifference(LedgerId ledger, LocalDate ledgerDate) {
        return texts.get("posted.exchangeDifference", ledger.value(), formats.date(ledgerDate));
    }

    @Override
    public String inHeldMonth() {
        return texts.get("posted.inHeldMonth");
    }

    @Override
    public String late(LateSales.Cause cause, LedgerId ledger, LocalDate ledgerDate) {
        return texts.get("posted.late." + cause, ledger.value(), formats.date(ledgerDate));
    }

    @Override
    public String late(LateSales.Cause cause, boolean isTakenBack) {
        return texts.get("posted.late." + cause + (isTakenBack ? ".before" : ".now"));
    }

    @Override
    public String dispute(SettledDispute.Choice choice, SettlementEntry retained) {
        return texts.get("posted.dispute." + choice, retained.pspReference().orElse(""));
    }

    @Override
    public String disputeReturned(SettlementEntry retained, String number) {
        return texts.get("posted.dispute.returned", retained.pspReference().orElse(""), number);
    }

    @Override
    public String line(Sale sale) {
        String kind = switch (sale.kind()) {
            case CAPTURE -> "Sale";
            case REFUND -> "Refund";
        };
        String payment = sale.paymentType().orElse("").toUpperCase(Locale.ROOT);
        return switch (payment) {
            case "CASH" -> texts.get("posted.cash" + kind);
            case "CARD" -> texts.get("posted.card" + kind);
            default -> texts.get("posted.other" + kind, payment);
        };
    }

    @Override
    public String line(SettlementEntry entry) {
        return switch (entry.type()) {
            case CAPTURE -> texts.get("posted.capture");
            case REFUND -> texts.get("posted.refund");
            case FUNDS_FEES_RETAINED, FEES_RETAINED -> texts.get("posted.feesRetained");
            case PAYOUT_SCHEDULED ->
                texts.get("posted.payout", entry.payoutNumber().orElse(""));
            case PAYOUT_ABORTED ->
                texts.get("posted.payoutAborted", entry.payoutNumber().orElse(""));
            case RETAINED_DISPUTED_CAPTURE -> texts.get("posted.disputeRetained");
            case RETURNED_DISPUTED_CAPTURE -> texts.get("posted.disputeReturned");
            case FUNDS_CORRECTION, FEES_CORRECTION -> texts.get("posted.correction");
            case TOP_UP -> texts.get("posted.topUp");
            case FUNDS_CREDIT_NOTE, FEES_CREDIT_NOTE -> texts.get("posted.creditNote");
            case CAPTURE_FEE -> texts.get("posted.captureFee");
            case FEES_INVOICED -> texts.get("posted.feesInvoiced");
            case UNRECOGNISED_FUNDS, UNRECOGNISED_FEES -> texts.get("posted.unknown", entry.vippsType());
        };
    }
}
