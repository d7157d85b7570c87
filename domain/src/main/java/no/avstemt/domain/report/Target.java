package no.avstemt.domain.report;

import java.util.Optional;

/** Where a row's figures come from. */
public sealed interface Target permits Target.OfAccount, Target.OfLine {

    /**
     * The lines of an account.
     *
     * @param dimension as {@code type:id} when only those about this value are counted
     */
    record OfAccount(String code, Optional<String> dimension) implements Target {}

    /** One line of a journal entry. */
    record OfLine(long entryId, int lineNo) implements Target {}
}
