package no.avstemt.application.journal;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.csv.CsvReader;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalLine;

/** The entries of a file one by one. What its rows have in common (accounts, dates, dimensions) is kept once. */
final class EntryReader implements AutoCloseable {

    static final List<String> COLUMNS = List.of(
            "entry_id", "date", "account", "debit_minor", "credit_minor", "description", "project", "department");

    private static final int MAX_DIGITS = 16;

    private final CsvReader rows;
    private final Map<String, AccountCode> accounts = new HashMap<>();
    private final Map<Dimensions, DimensionSet> dimensions = new HashMap<>();
    private String dateText = "";
    private LocalDate date = LocalDate.EPOCH;
    private boolean hasRow;

    private record Dimensions(String project, String department) {}

    /** An entry as it stands in the file, balanced or not. */
    record Read(long line, LocalDate date, List<JournalLine> lines, List<ImportProblem> problems) {}

    EntryReader(Reader file) throws IOException {
        rows = new CsvReader(file);
        hasRow = rows.next();
    }

    /** Whether the first line names the columns; goes past it. */
    boolean readHead() throws IOException {
        boolean named = hasRow && rows.fields() == COLUMNS.size();
        for (int field = 0; named && field < COLUMNS.size(); field++) {
            named = rows.holds(field, COLUMNS.get(field));
        }
        hasRow = hasRow && rows.next();
        return named;
    }

    Optional<Read> next() throws IOException {
        if (!hasRow) {
            return Optional.empty();
        }
        long first = rows.line();
        String id = rows.text(0);
        List<JournalLine> lines = new ArrayList<>(4);
        List<ImportProblem> problems = new ArrayList<>(0);
        LocalDate day = LocalDate.EPOCH;
        long sum = 0;
        do {
            try {
                JournalLine line = line(lines.size() + 1);
                if (!lines.isEmpty() && !date.equals(day)) {
                    throw new BadRow(Reason.SEVERAL_DATES, date.toString());
                }
                day = date;
                sum = Math.addExact(sum, line.amount());
                lines.add(line);
            } catch (BadRow bad) {
                problems.add(new ImportProblem(rows.line(), bad.reason, bad.value));
            }
            hasRow = rows.next();
        } while (hasRow && rows.holds(0, id));
        if (sum != 0 && problems.isEmpty()) {
            problems.add(new ImportProblem(first, Reason.UNBALANCED, Long.toString(sum)));
        }
        return Optional.of(new Read(first, day, lines, problems));
    }

    /** What the lines read so far are about. */
    Collection<DimensionSet> dimensionSets() {
        return dimensions.values();
    }

    private JournalLine line(int lineNo) throws BadRow {
        if (rows.fields() != COLUMNS.size()) {
            throw new BadRow(Reason.WRONG_NUMBER_OF_FIELDS, Integer.toString(rows.fields()));
        }
        readDate();
        AccountCode account = account();
        long debit = amount(3);
        long credit = amount(4);
        if (debit != 0 && credit != 0) {
            throw new BadRow(Reason.NOT_ONE_SIDE, rows.text(3) + "," + rows.text(4));
        }
        if (rows.isEmpty(5)) {
            throw new BadRow(Reason.NO_DESCRIPTION, "");
        }
        return JournalLine.inKroner(lineNo, account, debit - credit, dimensions(), rows.text(5));
    }

    private void readDate() throws BadRow {
        if (!rows.holds(1, dateText)) {
            try {
                date = LocalDate.parse(rows.text(1));
                dateText = rows.text(1);
            } catch (DateTimeParseException e) {
                throw new BadRow(Reason.NO_DATE, rows.text(1), e);
            }
        }
    }

    private AccountCode account() throws BadRow {
        String code = rows.text(2);
        AccountCode known = accounts.get(code);
        if (known == null) {
            try {
                known = new AccountCode(code);
            } catch (IllegalArgumentException e) {
                throw new BadRow(Reason.NO_ACCOUNT_CODE, code, e);
            }
            accounts.put(code, known);
        }
        return known;
    }

    /** Øre, from nothing to 16 digits, never less than zero. */
    private long amount(int field) throws BadRow {
        long amount = rows.digits(field, MAX_DIGITS);
        if (amount < 0) {
            String text = rows.text(field);
            throw new BadRow(text.startsWith("-") ? Reason.NOT_ONE_SIDE : Reason.NO_AMOUNT, text);
        }
        return amount;
    }

    private DimensionSet dimensions() {
        if (rows.isEmpty(6) && rows.isEmpty(7)) {
            return DimensionSet.NONE;
        }
        return dimensions.computeIfAbsent(
                new Dimensions(rows.text(6).strip(), rows.text(7).strip()), EntryReader::set);
    }

    private static DimensionSet set(Dimensions keys) {
        List<DimensionRef> refs = new ArrayList<>(2);
        if (!keys.project().isEmpty()) {
            refs.add(new DimensionRef(DimensionType.PROJECT, keys.project()));
        }
        if (!keys.department().isEmpty()) {
            refs.add(new DimensionRef(DimensionType.DEPARTMENT, keys.department()));
        }
        return new DimensionSet(Optional.empty(), refs);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class BadRow extends Exception {

        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final String value;

        BadRow(Reason reason, String value) {
            super(reason + " " + value);
            this.reason = reason;
            this.value = value;
        }

        BadRow(Reason reason, String value, Exception cause) {
            super(reason + " " + value, cause);
            this.reason = reason;
            this.value = value;
        }
    }
}
