package no.avstemt.domain.report;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.domain.time.Period;

/** Where a row's figures come from. */
public sealed interface Target
        permits Target.OfAccount, Target.OfAccounts, Target.OfTaxCode, Target.OfLine, Target.OfDraft, Target.OfPartner {

    /**
     * The lines of an account.
     *
     * @param dimension as {@code type:id} when only those about this value are counted
     */
    record OfAccount(String code, Optional<String> dimension) implements Target {}

    /** The lines of some accounts in some days. */
    record OfAccounts(Set<String> codes, Period days) implements Target {

        public OfAccounts {
            codes = Set.copyOf(codes);
        }

        /** As a filter of accounts is written. */
        public String list() {
            return String.join(",", new TreeSet<>(codes));
        }
    }

    /** The lines with a tax code in some days. */
    record OfTaxCode(String code, Period days) implements Target {}

    /** What is open with a customer or supplier. */
    record OfPartner(long id) implements Target {}

    /** An entry that is not posted. */
    record OfDraft(long draftId) implements Target {}

    /** One line of a journal entry. */
    record OfLine(long entryId, int lineNo) implements Target {}
}
