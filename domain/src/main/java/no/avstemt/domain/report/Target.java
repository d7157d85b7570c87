package no.avstemt.domain.report;

import java.util.Optional;

/** Where a row's figures come from. */
public sealed interface Target permits Target.OfAccount, Target.OfLine, Target.OfDraft, Target.OfPartner {

    /**
     * The lines of an account.
     *
     * @param dimension as {@code type:id} when only those about this value are counted
     */
    record OfAccount(String code, Optional<String> dimension) implements Target {}

    /** What is open with a customer or supplier. */
    record OfPartner(long id) implements Target {}

    /** An entry that is not posted. */
    record OfDraft(long draftId) implements Target {}

    /** One line of a journal entry. */
    record OfLine(long entryId, int lineNo) implements Target {}
}
