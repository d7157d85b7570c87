package no.avstemt.application.journal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.currency.ExchangeRates;
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
 * @param from,to the first and the last day of its entries, where it has no problems
 * @param moved the earliest date of the lines about each bank account, by its key
 * @param problems the first hundred
 * @param problemCount of all
 */
record FileContents(
        long entries,
        long lines,
        LocalDate from,
        LocalDate to,
        Map<AccountCode, OnAccount> accounts,
        Map<DimensionRef, FilePlace> dimensions,
        Map<Document, FilePlace> documents,
        Map<String, LocalDate> moved,
        List<ImportProblem> problems,
        long problemCount) {

    static final int PROBLEMS_TOLD = 100;
    private static final int MOST_OBJECTS = 100_000;

    /** What the lines of an account come to, with the place that names it first. */
    static final class OnAccount {

        final FilePlace first;
        final boolean isOfLedger;
        final boolean isOfTax;
        private long debit;
        private long credit;

        OnAccount(FilePlace first, boolean isOfLedger, boolean isOfTax) {
            this.first = first;
            this.isOfLedger = isOfLedger;
            this.isOfTax = isOfTax;
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
    static FileContents of(
            EntryFile file,
            EntryRules rules,
            Function<Currency, ExchangeRates> rates,
            Periods periods,
            Optional<String> heldReason)
            throws IOException {
        try (EntrySource source = file.entries(rules, rates)) {
            Reading reading = new Reading(source, rules, periods, heldReason);
            for (Optional<EntryInFile> next = source.next(); next.isPresent(); next = source.next()) {
                reading.take(next.get());
            }
            return reading.contents(file.name(), source.dimensions());
        }
    }

    /** That it is known with another date, due date or payment reference. */
    static ImportProblem differs(Document document, FilePlace place) {
        return ImportProblem.of(place, differs(document));
    }

    private static EntryFault differs(Document document) {
        List<String> facts = List.of(document.number(), document.date().toString());
        return new EntryFault(0, "related_object", EntryFault.Reason.DOCUMENT_DIFFERS, facts);
    }

    private static final class Reading {

        private final EntrySource source;
        private final EntryRules rules;
        private final Periods periods;
        private final Optional<String> heldReason;
        private final boolean hasMandatory;
        private final Map<AccountCode, OnAccount> byObject =
                new IdentityHashMap<>(); // mostly the same for the same code
        private final Map<AccountCode, OnAccount> accounts = new TreeMap<>();
        private final FirstDocuments firstDocuments = new FirstDocuments();
        private final Map<Document, FilePlace> documents = new HashMap<>();
        private final Map<String, LocalDate> moved = new HashMap<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private long problemCount;
        private long entries;
        private long lines;
        private LocalDate from = LocalDate.MAX;
        private LocalDate to = LocalDate.MIN;

        Reading(EntrySource source, EntryRules rules, Periods periods, Optional<String> heldReason) {
            this.source = source;
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
                entry.lines().forEach(line -> sum(line, entry.date()));
            } catch (ArithmeticException e) {
                tell(new EntryFault(0, "lines", EntryFault.Reason.AMOUNT_TOO_LARGE, List.of()));
            }
            entry.problems().forEach(this::tell);
            entry.document().ifPresent(this::know);
            if (entry.problems().isEmpty()) {
                from = entry.date().isBefore(from) ? entry.date() : from;
                to = entry.date().isAfter(to) ? entry.date() : to;
                ofDate(entry.date()).ifPresent(this::tell);
            }
            if (hasMandatory) {
                rules.mandatory().missing(entry.lines()).forEach(missing -> tell(fault(missing)));
            }
        }

        private Optional<EntryFault> ofDate(LocalDate date) {
            return rules.terms()
                    .fault(date)
                    .or(() -> periods.told().isEmpty()
                            ? Optional.empty()
                            : EntryChecks.ofMonth(date, periods, heldReason));
        }

        private void know(Document document) {
            FilePlace place = source.place(differs(document));
            if (!firstDocuments.first(document).equals(document)) {
                tell(differs(document, place));
            } else if (documents.size() < FirstDocuments.MOST) {
                documents.putIfAbsent(document, place);
            } else if (!documents.containsKey(document)) {
                tell(new ImportProblem(place, Reason.TOO_MANY_DOCUMENTS, Integer.toString(FirstDocuments.MOST)));
            }
        }

        private void sum(JournalLine line, LocalDate date) {
            OnAccount on = byObject.get(line.account());
            if (on == null) {
                on = accounts.computeIfAbsent(line.account(), code -> onAccount(line));
                if (byObject.size() < MOST_OBJECTS) {
                    byObject.put(line.account(), on);
                }
            }
            on.add(line.amount());
            if (on.isOfLedger && line.dimensions().of(DimensionType.BANKACC).isEmpty()) {
                tell(withoutLedger(line));
            }
            if (on.isOfTax) {
                rules.terms().fault(line.lineNo(), line.account(), date).ifPresent(this::tell);
            }
        }

        private OnAccount onAccount(JournalLine line) {
            AccountCode code = line.account();
            boolean isOfLedger = rules.ledgerAccounts().accounts().contains(code);
            boolean isOfTax = rules.terms().accounts().ofRegistered().contains(code);
            return new OnAccount(place(line), isOfLedger, isOfTax);
        }

        private FilePlace place(JournalLine line) {
            List<String> account = List.of(line.account().digits());
            return source.place(
                    new EntryFault(line.lineNo(), "account_code", EntryFault.Reason.UNKNOWN_ACCOUNT, account));
        }

        private void tell(EntryFault fault) {
            tell(ImportProblem.of(source.place(fault), fault));
        }

        private void tell(ImportProblem problem) {
            problemCount++;
            if (problems.size() < PROBLEMS_TOLD) {
                problems.add(problem);
            }
        }

        private static EntryFault fault(Missing missing) {
            return new EntryFault(
                    missing.lineNo(),
                    "dimensions",
                    EntryFault.Reason.DIMENSION_MISSING,
                    List.of(missing.account().digits(), missing.type().apiName()));
        }

        private static EntryFault withoutLedger(JournalLine line) {
            return new EntryFault(
                    line.lineNo(),
                    "relation_id",
                    EntryFault.Reason.RELATION_MISSING,
                    List.of(line.account().digits(), DimensionType.BANKACC.apiName()));
        }

        FileContents contents(String name, Map<DimensionRef, FilePlace> dimensions) {
            if (entries == 0) {
                tell(new ImportProblem(FilePlace.WHOLE_FILE, Reason.EMPTY, name));
            }
            return new FileContents(
                    entries,
                    lines,
                    from,
                    to,
                    accounts,
                    Map.copyOf(dimensions),
                    documents,
                    moved,
                    problems,
                    problemCount);
        }
    }
}
