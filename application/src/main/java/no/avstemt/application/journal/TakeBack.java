package no.avstemt.application.journal;

import java.time.LocalDate;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.Reversal;

/** The reversal of a posted entry, line by line, which names it and the reason. */
public final class TakeBack {

    private TakeBack() {}

    /** {@code 2026/17} */
    public static String number(FullEntry posted) {
        return EntryEvents.number(posted.ref().orElseThrow());
    }

    /** @param text what is posted as its description */
    public static JournalEntry of(FullEntry posted, LocalDate date, String text, String reason, String createdBy) {
        EntryRef ref = posted.ref().orElseThrow();
        return JournalEntry.takingBack(
                new Reversal(ref.fiscalYear(), ref.number(), reason),
                date,
                text,
                createdBy,
                posted.lines().stream().map(FullEntry.Line::posted).toList());
    }
}
