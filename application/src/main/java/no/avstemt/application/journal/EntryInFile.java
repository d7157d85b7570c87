package no.avstemt.application.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.dimension.DimensionType;
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
    private static final Set<EntryFault.Reason> NOT_OF_ONE_ENTRY =
            Set.of(EntryFault.Reason.UNKNOWN_ACCOUNT, EntryFault.Reason.UNKNOWN_DIMENSION);

    private static final Voucher NONE = new Voucher(Voucher.Kind.IMPORTED_FILE, "");

    /** What stands on one line of the file, checked as if a person had written it. */
    public static EntryInFile of(long line, EntryDraft written, EntryRules rules) {
        return checked(
                line,
                rules.related(written),
                rules,
                fault -> Optional.of(new ImportProblem(line, Reason.FAULT, fault.field(), Optional.of(fault))));
    }

    /**
     * What stands on rows of its own, checked as if a person had written it; but a relation that an account asks for may be
     * missing where no column could give it, unless it is a ledger of Vipps.
     *
     * @param rows the line of the file of each line of the entry
     * @param columns the types that there are columns for
     */
    static EntryInFile ofRows(List<Long> rows, EntryDraft written, EntryRules rules, Set<DimensionType> columns) {
        return checked(rows.get(0), rules.related(written), rules, fault -> ofRow(fault, rows, columns));
    }

    private static Optional<ImportProblem> ofRow(EntryFault fault, List<Long> rows, Set<DimensionType> columns) {
        boolean cannotTell = fault.reason() == EntryFault.Reason.RELATION_MISSING
                && columns.stream()
                        .noneMatch(type -> type.apiName().equals(fault.facts().get(1)));
        if (cannotTell) {
            return Optional.empty();
        }
        EntryFault told = new EntryFault(0, fault.field(), fault.reason(), fault.facts());
        long row = fault.line() == 0 ? rows.get(0) : rows.get(fault.line() - 1);
        return Optional.of(new ImportProblem(row, Reason.FAULT, fault.field(), Optional.of(told)));
    }

    private static EntryInFile checked(
            long line, EntryDraft draft, EntryRules rules, Function<EntryFault, Optional<ImportProblem>> problem) {
        List<ImportProblem> problems = rules.faults(draft).stream()
                .filter(fault -> !NOT_OF_ONE_ENTRY.contains(fault.reason()))
                .flatMap(fault -> problem.apply(fault).stream())
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
