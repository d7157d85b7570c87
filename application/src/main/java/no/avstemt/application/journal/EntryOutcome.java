package no.avstemt.application.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.domain.journal.EntryFault;

/** How writing, posting or cancelling an entry went. What is not done has changed nothing. */
public sealed interface EntryOutcome {

    /** @param entry as it is now; one that was deleted as it was */
    record Done(FullEntry entry) implements EntryOutcome {}

    /** @param faults at least one */
    record Faulty(List<EntryFault> faults) implements EntryOutcome {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** @param other the posted entry that stands in the way */
    record Refused(Why why, Optional<EntryRef> other) implements EntryOutcome {}

    /** The client account has no such entry. */
    record Missing() implements EntryOutcome {}

    enum Why {
        /** Only drafts are changed, deleted and posted. */
        POSTED_ALREADY,
        /** A draft is deleted, not cancelled. */
        STILL_A_DRAFT,
        CANCELLED_ALREADY,
        /** What was cancelled by mistake is posted again. */
        CANCELS_ANOTHER,
        /** The settlement entries behind it would be booked no more. */
        BOOKED_FROM_VIPPS,
        /** An account of it cannot be posted on any more. */
        ACCOUNT_CLOSED;

        /** The key of its sentence. */
        public String key() {
            return "entry-refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
