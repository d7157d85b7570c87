package no.avstemt.domain.posting;

import static no.avstemt.domain.posting.PostingRule.against;

import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.EntryType;

/**
 * The table of rules. {@code fees-retained} comes on both topics with opposite signs, so its role nets to zero when both
 * are booked: a check for free.
 */
public final class PostingRules {

    private PostingRules() {}

    public static PostingRule ruleFor(EntryType type) {
        return switch (type) {
            case CAPTURE, REFUND -> PostingRule.SALE;
            case FUNDS_FEES_RETAINED, FEES_RETAINED -> against(AccountRole.FEES_IN_TRANSFER);
            case PAYOUT_SCHEDULED -> against(AccountRole.PAYOUTS_IN_TRANSIT);
            case PAYOUT_ABORTED -> against(AccountRole.PAYOUTS_IN_TRANSIT).with(FindingCode.PAYOUT_ABORTED);
            case RETAINED_DISPUTED_CAPTURE, RETURNED_DISPUTED_CAPTURE -> against(AccountRole.CHARGEBACKS_IN_DISPUTE);
            case TOP_UP -> against(AccountRole.TOP_UPS_IN_TRANSIT);
            case FUNDS_CREDIT_NOTE -> against(AccountRole.TOP_UPS_IN_TRANSIT).with(FindingCode.CREDIT_NOTE);
            case CAPTURE_FEE -> against(AccountRole.FEE_COST).with(TaxCode.NO_TREATMENT_COST);
            case FEES_INVOICED -> against(AccountRole.FEES_INVOICED);
            case FEES_CREDIT_NOTE -> against(AccountRole.FEES_INVOICED).with(FindingCode.CREDIT_NOTE);
            case FUNDS_CORRECTION, FEES_CORRECTION ->
                against(AccountRole.SUSPENSE).with(FindingCode.CORRECTION);
            case UNRECOGNISED_FUNDS, UNRECOGNISED_FEES ->
                against(AccountRole.SUSPENSE).with(FindingCode.UNKNOWN_ENTRY_TYPE);
        };
    }
}
