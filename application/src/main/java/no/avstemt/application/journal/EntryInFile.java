package no.avstemt.application.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Voucher;

/**
 * An entry as it stands in a file.
 *
 * @param line of the file on which it begins, from 1
 * @param lines whole and balanced, unless there are problems
 */
public record EntryInFile(
        long line,
        LocalDate date,
        String description,
        Optional<Document> document,
        List<JournalLine> lines,
        List<ImportProblem> problems) {

    /** Of a file these are looked at once for all of it. */
    private static final Set<EntryFault.Reason> NOT_OF_ONE_ENTRY = Set.of(
            EntryFault.Reason.RELATION_MISSING, EntryFault.Reason.UNKNOWN_ACCOUNT, EntryFault.Reason.UNKNOWN_DIMENSION);

    private static final Voucher NONE = new Voucher(Voucher.Kind.IMPORTED_FILE, "");

    /** What was read, checked as if a person had written it; but relations that an account asks for may be missing. */
    public static EntryInFile of(long line, EntryDraft written, EntryRules rules) {
        EntryDraft draft = rules.related(written);
        List<ImportProblem> problems = rules.faults(draft).stream()
                .filter(fault -> !NOT_OF_ONE_ENTRY.contains(fault.reason()))
                .map(fault -> new ImportProblem(line, Reason.FAULT, fault.field(), Optional.of(fault)))
                .toList();
        List<JournalLine> lines = problems.isEmpty() ? draft.entry(NONE, "").lines() : List.of();
        return new EntryInFile(line, draft.date(), draft.description(), draft.document(), lines, problems);
    }

    /** One that could not be read. */
    public static EntryInFile unreadable(long line, List<ImportProblem> problems) {
        return new EntryInFile(line, LocalDate.EPOCH, "", Optional.empty(), List.of(), problems);
    }

    JournalEntry entry(Voucher voucher, String importedBy) {
        JournalEntry entry = new JournalEntry(date, description, voucher, importedBy, lines, List.of());
        return document.map(entry::about).orElse(entry);
    }
}
