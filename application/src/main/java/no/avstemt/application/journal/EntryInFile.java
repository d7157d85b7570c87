package no.avstemt.application.journal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /**
     * What stands on one line of the file, checked as if a person had written it.
     *
     * @param place of what is wrong with it
     */
    public static EntryInFile of(
            long line, EntryDraft written, EntryRules rules, Function<EntryFault, FilePlace> place) {
        return checked(line, rules.completed(written), rules, place, fault -> true);
    }

    /**
     * What stands on rows of its own, checked as if a person had written it; but a relation that an account asks for may be
     * missing where no column could give it, unless it is a ledger of Vipps.
     *
     * @param columns the types that there are columns for
     */
    static EntryInFile ofRows(
            long line,
            EntryDraft written,
            EntryRules rules,
            Function<EntryFault, FilePlace> place,
            Set<DimensionType> columns) {
        return checked(line, rules.completed(written), rules, place, fault -> couldTell(fault, columns));
    }

    private static boolean couldTell(EntryFault fault, Set<DimensionType> columns) {
        return fault.reason() != EntryFault.Reason.RELATION_MISSING
                || columns.stream()
                        .anyMatch(type -> type.apiName().equals(fault.facts().get(1)));
    }

    private static EntryInFile checked(
            long line,
            EntryDraft draft,
            EntryRules rules,
            Function<EntryFault, FilePlace> place,
            Predicate<EntryFault> counts) {
        List<ImportProblem> problems = rules.faults(draft).stream()
                .sorted(Comparator.comparingInt(EntryFault::line))
                .filter(fault -> !NOT_OF_ONE_ENTRY.contains(fault.reason()))
                .filter(counts)
                .map(fault -> ImportProblem.of(place.apply(fault), fault))
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
