package no.avstemt.domain.posting;

import java.util.List;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.journal.JournalEntry;

/**
 * One day of one kind, booked as one journal entry.
 *
 * @param findings what an accountant should see of it
 * @param defaultVatEntries how many captures, refunds and sales took, at least in part, the unit's default VAT code
 * @param defaultVatAmount øre, VAT included, refunds negative
 */
public record BookedDay(JournalEntry entry, List<Finding> findings, long defaultVatEntries, long defaultVatAmount) {

    /** Who made automatic entries, as it stands in the books. */
    public static final String CREATED_BY = "Avstemt";

    public BookedDay {
        findings = List.copyOf(findings);
    }

    BookedDay as(JournalEntry placed, List<Finding> told) {
        return new BookedDay(placed, told, defaultVatEntries, defaultVatAmount);
    }
}
