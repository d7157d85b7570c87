package no.avstemt.application.journal;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.csv.CsvReader;
import no.avstemt.application.csv.RowTooLong;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.LinesWithoutRate;

/** The entries of a comma-separated file one by one. Rows of kroner alone are made lines without a detour. */
final class EntryReader implements EntrySource {

    /** With the largest amounts on all of them the sum still fits. */
    private static final int MOST_LINES = 9_000;

    private final CsvReader rows;
    private final EntryRules rules;
    private final Function<Currency, ExchangeRates> rates;
    private final EntryColumns columns;
    private final EntryFields fields;
    private final EntryDimensions dimensions;
    private final FirstDocuments documents = new FirstDocuments();
    private List<ImportProblem> problemsOfHead;
    private Optional<ImportProblem> tooLong = Optional.empty();
    private boolean hasRow;

    /** Of the file, for each line of the entry that was read last. */
    private long[] linesOfRows = new long[64];

    private int count;
    private long firstLine;

    EntryReader(Reader file, EntryRules rules, Function<Currency, ExchangeRates> rates) throws IOException {
        this.rules = rules;
        this.rates = rates;
        rows = CsvReader.separatedAsItsHead(file);
        columns = new EntryColumns(head());
        problemsOfHead = columns.problems();
        fields = new EntryFields(rows, columns);
        dimensions = new EntryDimensions(rows, columns);
        hasRow = nextRow();
    }

    private boolean nextRow() throws IOException {
        try {
            return rows.next();
        } catch (RowTooLong e) {
            tooLong = Optional.of(new ImportProblem(FilePlace.line(e.line()), Reason.ROW_TOO_LONG, ""));
            return false;
        }
    }

    private List<String> head() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            boolean hasHead = rows.next();
            for (int field = 0; hasHead && field < rows.fields(); field++) {
                names.add(rows.text(field).strip().toLowerCase(Locale.ROOT));
            }
        } catch (RowTooLong e) {
            names.add("…");
        }
        return names;
    }

    @Override
    public Optional<EntryInFile> next() throws IOException {
        if (!problemsOfHead.isEmpty()) {
            EntryInFile head = EntryInFile.unreadable(1, problemsOfHead);
            problemsOfHead = List.of();
            hasRow = false;
            return Optional.of(head);
        }
        if (!hasRow) {
            Optional<EntryInFile> last =
                    tooLong.map(problem -> EntryInFile.unreadable(problem.line(), List.of(problem)));
            tooLong = Optional.empty();
            return last;
        }
        firstLine = rows.line();
        count = 0;
        return Optional.of(columns.isRich ? rich(firstLine) : plain(firstLine));
    }

    private EntryInFile plain(long first) throws IOException {
        Rows read = new Rows();
        List<JournalLine> lines = new ArrayList<>(4);
        Rows.OfRow line = () -> lines.add(JournalLine.inKroner(
                lines.size() + 1, fields.account(), fields.amount(), dimensions.set(), fields.description()));
        read.all(line);
        long sum = 0;
        boolean isNothing = true;
        for (JournalLine one : lines) {
            sum += one.amount();
            isNothing &= one.amount() == 0;
        }
        if (sum != 0 && read.problems.isEmpty()) {
            read.problems.add(unbalanced(first, sum));
        }
        if (isNothing && read.problems.isEmpty()) {
            read.problems.add(nothing(lines.size()));
        }
        String description = lines.isEmpty() ? "" : lines.get(0).description();
        return new EntryInFile(first, read.day, description, Optional.empty(), lines, read.problems);
    }

    private ImportProblem unbalanced(long first, long sum) {
        FilePlace amounts = new FilePlace(first, columns.nameOfAmounts());
        return new ImportProblem(amounts, Reason.UNBALANCED, Long.toString(sum));
    }

    private ImportProblem nothing(int lines) {
        EntryFault.Reason reason = lines < 2 ? EntryFault.Reason.NO_LINES : EntryFault.Reason.NO_AMOUNTS;
        EntryFault fault = new EntryFault(0, "lines", reason, List.of());
        return ImportProblem.of(place(fault), fault);
    }

    private EntryInFile rich(long first) throws IOException {
        Rows read = new Rows();
        RichRows rich = new RichRows(rows, columns, fields, dimensions, documents);
        read.all(rich::add);
        return read.problems.isEmpty()
                ? ofRows(first, LinesWithoutRate.valued(rich.draft(read.day), rates))
                : EntryInFile.unreadable(first, read.problems);
    }

    private EntryInFile ofRows(long first, EntryDraft draft) {
        return EntryInFile.ofRows(first, draft, rules, this::place, columns.dimensions);
    }

    /** The rows of one entry. */
    private final class Rows {

        private final List<ImportProblem> problems = new ArrayList<>(0);
        private final String id;
        private LocalDate day = LocalDate.EPOCH;
        private int dated;

        Rows() {
            id = hasId() ? rows.text(columns.entryId) : "";
        }

        interface OfRow {
            void take() throws BadRow;
        }

        void all(OfRow each) throws IOException {
            do {
                try {
                    one(each);
                } catch (BadRow bad) {
                    FilePlace place = new FilePlace(rows.line(), bad.column);
                    problems.add(new ImportProblem(place, bad.reason, bad.value));
                }
                if (rows.endsInQuotes()) {
                    FilePlace place = new FilePlace(rows.line(), lastColumn());
                    problems.add(new ImportProblem(place, Reason.QUOTE_NOT_CLOSED, ""));
                }
                hasRow = nextRow();
            } while (hasRow && hasId() && rows.holds(columns.entryId, id));
        }

        private boolean hasId() {
            return rows.fields() > columns.entryId;
        }

        private void one(OfRow each) throws BadRow {
            if (rows.fields() != columns.count) {
                String both = rows.fields() + " / " + columns.count;
                throw new BadRow("", Reason.WRONG_NUMBER_OF_FIELDS, both);
            }
            if (id.isBlank()) {
                throw new BadRow("entry_id", Reason.NO_ENTRY_ID, "");
            }
            LocalDate date = fields.date();
            if (dated > 0 && !date.equals(day)) {
                throw new BadRow("date", Reason.SEVERAL_DATES, date.toString());
            }
            day = date;
            dated++;
            if (dated > MOST_LINES) {
                if (dated == MOST_LINES + 1) {
                    throw new BadRow("entry_id", Reason.TOO_MANY_LINES, Integer.toString(MOST_LINES));
                }
                return;
            }
            each.take();
            keepLine();
        }

        private String lastColumn() {
            return columns.nameOf(Math.min(rows.fields(), columns.count) - 1);
        }
    }

    private void keepLine() {
        if (count == linesOfRows.length) {
            linesOfRows = Arrays.copyOf(linesOfRows, 2 * count);
        }
        linesOfRows[count++] = rows.line();
    }

    @Override
    public FilePlace place(EntryFault fault) {
        long line = fault.line() == 0 ? firstLine : linesOfRows[fault.line() - 1];
        return new FilePlace(line, columns.nameOf(fault));
    }

    @Override
    public Map<DimensionRef, FilePlace> dimensions() {
        return dimensions.first();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
