package no.avstemt.application.journal;

import java.util.List;
import no.avstemt.domain.journal.EntryFault;

/** How keeping a template went. What is not done has changed nothing. */
public sealed interface TemplateOutcome {

    /** @param template as it is now; one that was deleted as it was */
    record Done(StoredTemplate template) implements TemplateOutcome {}

    /** @param faults at least one */
    record Faulty(List<EntryFault> faults) implements TemplateOutcome {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    record NameTaken(String name) implements TemplateOutcome {}

    /** The client account has no such template, or no such entry to make one of. */
    record Missing() implements TemplateOutcome {}
}
