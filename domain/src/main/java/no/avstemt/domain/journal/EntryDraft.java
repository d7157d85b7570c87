package no.avstemt.domain.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.document.Document;

/**
 * An entry as a person or program writes it: it may be unbalanced or lack what posting asks for, and has no number.
 *
 * @param description may be empty as long as it is not posted
 */
public record EntryDraft(LocalDate date, String description, Optional<Document> document, List<DraftLine> lines) {

    public EntryDraft {
        lines = List.copyOf(lines);
    }

    EntryDraft with(List<DraftLine> otherLines) {
        return new EntryDraft(date, description, document, otherLines);
    }

    /**
     * What is posted of it. A line without a text of its own has that of the entry.
     *
     * @throws IllegalArgumentException for what {@link EntryRules} has faults to find in
     */
    public JournalEntry entry(Voucher voucher, String createdBy) {
        List<JournalLine> numbered = new ArrayList<>();
        for (DraftLine line : lines) {
            numbered.add(line.line(numbered.size() + 1, description));
        }
        JournalEntry entry = new JournalEntry(date, description, voucher, createdBy, numbered, List.of());
        return document.map(entry::about).orElse(entry);
    }
}
