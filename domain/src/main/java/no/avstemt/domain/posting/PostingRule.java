package no.avstemt.domain.posting;

import java.util.Optional;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.finding.FindingCode;

/**
 * What an entry type is booked against. The topic's own account always moves by the entry's amount; the rule names only
 * the counterpart.
 *
 * @param counterpart none for captures and refunds, whose counterpart is what was sold
 * @param taxCode of the counterpart line
 * @param finding that each such entry is
 */
public record PostingRule(Optional<AccountRole> counterpart, Optional<TaxCode> taxCode, Optional<FindingCode> finding) {

    static final PostingRule SALE = new PostingRule(Optional.empty(), Optional.empty(), Optional.empty());

    static PostingRule against(AccountRole counterpart) {
        return new PostingRule(Optional.of(counterpart), Optional.empty(), Optional.empty());
    }

    PostingRule with(TaxCode code) {
        return new PostingRule(counterpart, Optional.of(code), finding);
    }

    PostingRule with(FindingCode code) {
        return new PostingRule(counterpart, taxCode, Optional.of(code));
    }

    boolean isSale() {
        return counterpart.isEmpty();
    }
}
