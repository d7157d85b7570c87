package no.avstemt.application.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.application.journal.EntryReader.Read;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalLine;

/**
 * What a file holds, read through once before anything is locked.
 *
 * @param accounts each with the first line of the entry that names it first
 * @param problems the first hundred
 */
record FileContents(
        long entries,
        long lines,
        Map<AccountCode, Long> accounts,
        Set<DimensionRef> dimensions,
        List<ImportProblem> problems) {

    private static final int PROBLEMS_TOLD = 100;

    static FileContents of(EntryFile file) throws IOException {
        Map<AccountCode, Long> accounts = new IdentityHashMap<>(); // the reader gives the same object for the same code
        Set<DimensionRef> dimensions = new HashSet<>();
        List<ImportProblem> problems = new ArrayList<>();
        long entries = 0;
        long lines = 0;
        try (EntryReader reader = new EntryReader(file.open())) {
            if (!reader.readHead()) {
                problems.add(new ImportProblem(1, Reason.WRONG_COLUMNS, String.join(",", EntryReader.COLUMNS)));
                return new FileContents(0, 0, Map.of(), Set.of(), problems);
            }
            for (Optional<Read> next = reader.next();
                    next.isPresent() && problems.size() < PROBLEMS_TOLD;
                    next = reader.next()) {
                Read entry = next.get();
                entries++;
                lines += entry.lines().size();
                for (JournalLine line : entry.lines()) {
                    accounts.putIfAbsent(line.account(), entry.line());
                }
                problems.addAll(entry.problems());
            }
            dimensions.addAll(refs(reader.dimensionSets()));
        }
        if (entries == 0) {
            problems.add(new ImportProblem(0, Reason.EMPTY, file.name()));
        }
        return new FileContents(entries, lines, new TreeMap<>(accounts), dimensions, problems);
    }

    private static Set<DimensionRef> refs(Collection<DimensionSet> sets) {
        Set<DimensionRef> refs = new HashSet<>();
        sets.forEach(set ->
                Stream.concat(set.relation().stream(), set.others().stream()).forEach(refs::add));
        return refs;
    }
}
