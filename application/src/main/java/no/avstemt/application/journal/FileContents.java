package no.avstemt.application.journal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.MandatoryDimensions.Missing;
import no.avstemt.domain.period.Periods;

/**
 * What a file holds, read through once before anything is locked.
 *
 * @param moved the earliest date of the lines about each bank account, by its key
 * @param problems the first hundred
 * @param problemCount of all
 */
record FileContents(
        long entries,
        long lines,
        Map<AccountCode, OnAccount> accounts,
        Map<DimensionRef, Long> dimensions,
        Map<Document, Long> documents,
        Map<String, LocalDate> moved,
        List<ImportProblem> problems,
        long problemCount) {

    static final int PROBLEMS_TOLD = 100;
    private static final int MOST_OBJECTS = 100_000;

    /** What the lines of an account come to, with the line of the file on which the entry that names it first begins. */
    static final class OnAccount {

        final long firstLine;
        final boolean isOfLedger;
        private long debit;
        private long credit;

        OnAccount(long firstLine, boolean isOfLedger) {
            this.firstLine = firstLine;
            this.isOfLedger = isOfLedger;
        }

        void add(long amount) {
            if (amount > 0) {
                debit = Math.addExact(debit, amount);
            } else {
                credit = Math.subtractExact(credit, amount);
            }
        }

        long debit() {
            return debit;
        }

        long credit() {
            return credit;
        }
    }

    /** @param heldReason why what is dated in a held month is posted all the same */
    static FileContents of(EntryFile file, EntryRules rules, Periods periods, Optional<String> heldReason)
            throws IOException {
        Reading reading = new Reading(rules, periods, heldReason);
        try (EntrySource source = file.entries(rules)) {
            for (Optional<EntryInFile> next = source.next(); next.isPresent(); next = source.next()) {
                reading.take(next.get());
            }
            return reading.contents(file.name(), source.dimensions());
        }
    }

    /** That it is known with another date, due date or payment reference. */
    static ImportProblem differs(Document document, long line) {
        List<String> facts = List.of(document.number(), document.date().toString());
        EntryFault fault = new EntryFault(0, "document", EntryFault.Reason.DOCUMENT_DIFFERS, facts);
        return new ImportProblem(line, Reason.FAULT, fault.field(), Optional.of(fault));
    }

    private static final class Reading {

        private final EntryRules rules;
        private final Periods periods;
        private final Optional<String> heldReason;
        private final boolean hasMandatory;
        private final Map<AccountCode, OnAccount> byObject =
                new IdentityHashMap<>(); // mostly the same for the same code
        private final Map<AccountCode, OnAccount> accounts = new TreeMap<>();
        private final FirstDocuments firstDocuments = new FirstDocuments();
        private final Map<Document, Long> documents = new HashMap<>();
        private final Map<String, LocalDate> moved = new HashMap<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private long problemCount;
        private long entries;
        private long lines;

        Reading(EntryRules rules, Periods periods, Optional<String> heldReason) {
            this.rules = rules;
            this.periods = periods;
            this.heldReason = heldReason;
            hasMandatory = !rules.mandatory().byAccount().isEmpty();
        }

        void take(EntryInFile entry) {
            entries++;
            lines += entry.lines().size();
            for (JournalLine line : entry.lines()) {
                if (line.dimensions() != DimensionSet.NONE) {
                    MovedLedgers.add(moved, line.dimensions(), entry.date());
                }
            }
            try {
                entry.lines().forEach(line -> sum(line, entry.line()));
            } catch (ArithmeticException e) {
                tell(new ImportProblem(entry.line(), Reason.AMOUNT_TOO_LARGE, e.toString()));
            }
            entry.problems().forEach(this::tell);
            entry.document().ifPresent(document -> know(document, entry.line()));
            if (entry.problems().isEmpty()) {
                ofDate(entry.date())
                        .ifPresent(fault ->
                                tell(new ImportProblem(entry.line(), Reason.FAULT, fault.field(), Optional.of(fault))));
            }
            if (hasMandatory) {
                rules.mandatory().missing(entry.lines()).forEach(missing -> tell(problem(missing, entry)));
            }
        }

        private Optional<EntryFault> ofDate(LocalDate date) {
            return rules.terms()
                    .fault(date)
                    .or(() -> periods.told().isEmpty()
                            ? Optional.empty()
                            : EntryChecks.ofMonth(date, periods, heldReason));
        }

        private void know(Document document, long line) {
            if (!firstDocuments.first(document).equals(document)) {
                tell(differs(document, line));
            } else if (documents.size() < FirstDocuments.MOST) {
                documents.putIfAbsent(document, line);
            } else if (!documents.containsKey(document)) {
                tell(new ImportProblem(line, Reason.TOO_MANY_DOCUMENTS, Integer.toString(FirstDocuments.MOST)));
            }
        }

        private void sum(JournalLine line, long firstLine) {
            OnAccount on = byObject.get(line.account());
            if (on == null) {
                on = accounts.computeIfAbsent(line.account(), code -> new OnAccount(firstLine, isOfLedger(code)));
                if (byObject.size() < MOST_OBJECTS) {
                    byObject.put(line.account(), on);
                }
            }
            on.add(line.amount());
            if (on.isOfLedger && line.dimensions().of(DimensionType.BANKACC).isEmpty()) {
                tell(withoutLedger(line, firstLine));
            }
        }

        private boolean isOfLedger(AccountCode code) {
            return rules.ledgerAccounts().accounts().contains(code);
        }

        private void tell(ImportProblem problem) {
            problemCount++;
            if (problems.size() < PROBLEMS_TOLD) {
                problems.add(problem);
            }
        }

        private static ImportProblem problem(Missing missing, EntryInFile entry) {
            EntryFault fault = new EntryFault(
                    missing.lineNo(),
                    "dimensions",
                    EntryFault.Reason.DIMENSION_MISSING,
                    List.of(missing.account().digits(), missing.type().apiName()));
            return new ImportProblem(entry.line(), Reason.FAULT, fault.field(), Optional.of(fault));
        }

        private static ImportProblem withoutLedger(JournalLine line, long firstLine) {
            EntryFault fault = new EntryFault(
                    line.lineNo(),
                    "bank_account",
                    EntryFault.Reason.RELATION_MISSING,
                    List.of(line.account().digits(), DimensionType.BANKACC.apiName()));
            return new ImportProblem(firstLine, Reason.FAULT, fault.field(), Optional.of(fault));
        }

        FileContents contents(String name, Map<DimensionRef, Long> dimensions) {
            if (entries == 0) {
                tell(new ImportProblem(0, Reason.EMPTY, name));
            }
            return new FileContents(
                    entries, lines, accounts, Map.copyOf(dimensions), documents, moved, problems, problemCount);
        }
    }
}
