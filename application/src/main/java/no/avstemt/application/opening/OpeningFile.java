package no.avstemt.application.opening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.csv.SmallTable;
import no.avstemt.domain.chart.AccountCode;

/**
 * Opening balances as a spreadsheet writes them: {@code account;debit;credit;relation} or {@code account;balance;relation},
 * by the names of the columns; the account's name may stand beside it. Kroner, with a comma or a point before the øre.
 */
public final class OpeningFile {

    private static final List<String> ACCOUNT = List.of("account", "konto");
    private static final List<String> DEBIT = List.of("debit", "debet");
    private static final List<String> CREDIT = List.of("credit", "kredit");
    private static final List<String> BALANCE = List.of("balance", "saldo");
    private static final List<String> RELATION = List.of("relation", "relasjon", "partner", "ledger");
    private static final List<String> NAME = List.of("name", "navn", "account name", "account_name", "kontonavn");
    private static final List<List<String>> ALL = List.of(ACCOUNT, DEBIT, CREDIT, BALANCE, RELATION, NAME);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private final List<OpeningLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private OpeningFile() {}

    /**
     * @param line of the file, from 1
     * @param column as the file calls it; empty for the whole line
     * @param textKey of what is wrong, whose fact it names
     */
    public record Fault(long line, String column, String textKey, String fact) {}

    public static OpeningFile read(String text) {
        OpeningFile file = new OpeningFile();
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        SmallTable table = SmallTable.of(content);
        List<SmallTable.Row> rows = table.rows();
        if (!rows.isEmpty()) {
            List<String> head = rows.get(0).cells().stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .toList();
            boolean hasAmount = column(head, BALANCE) >= 0 || column(head, DEBIT) >= 0 && column(head, CREDIT) >= 0;
            if (column(head, ACCOUNT) < 0 || !hasAmount) {
                file.faults.add(new Fault(1, "", "opening.file.head", String.join(";", head)));
            } else if (file.columnsAreKnown(head, rows)) {
                rows.stream().skip(1).forEach(row -> file.take(head, row));
                table.cutOff()
                        .filter(SmallTable.CutOff::inQuotes)
                        .ifPresent(cut -> file.faults.add(new Fault(cut.line(), cut.column(), "table.cutOff", "")));
            }
        }
        return file;
    }

    /** Each once, and by names that say what they hold: an amount that is passed over would be missing in the books. */
    private boolean columnsAreKnown(List<String> head, List<SmallTable.Row> rows) {
        for (int column = 0; column < head.size(); column++) {
            String name = head.get(column);
            Optional<List<String>> names =
                    ALL.stream().filter(known -> known.contains(name)).findFirst();
            int place = column;
            boolean isEmpty = name.isEmpty()
                    && rows.stream()
                            .noneMatch(row -> row.cells().size() > place
                                    && !row.cells().get(place).isBlank());
            if (names.isEmpty() && !isEmpty) {
                faults.add(new Fault(1, name, "opening.file.unknownColumn", name));
            } else if (names.isPresent() && column(head, names.get()) != column) {
                faults.add(new Fault(1, name, "opening.file.repeatedColumn", name));
            }
        }
        return faults.isEmpty();
    }

    public List<OpeningLine> lines() {
        return List.copyOf(lines);
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void take(List<String> head, SmallTable.Row row) {
        if (row.cells().stream().skip(head.size()).anyMatch(cell -> !cell.isBlank())) {
            faults.add(new Fault(row.line(), "", "opening.file.cells", String.join(";", row.cells())));
            return;
        }
        String account = cell(head, row, ACCOUNT);
        if (!AccountCode.isCode(account)) {
            faults.add(new Fault(row.line(), name(head, ACCOUNT), "opening.file.account", account));
            return;
        }
        Optional<Long> debit = ore(cell(head, row, DEBIT));
        Optional<Long> credit = ore(cell(head, row, CREDIT));
        Optional<Long> balance = ore(cell(head, row, BALANCE));
        if (debit.isEmpty() || credit.isEmpty() || balance.isEmpty()) {
            List<String> column = debit.isEmpty() ? DEBIT : credit.isEmpty() ? CREDIT : BALANCE;
            faults.add(new Fault(row.line(), name(head, column), "opening.file.amount", cell(head, row, column)));
            return;
        }
        if (Stream.of(debit, credit, balance)
                        .filter(amount -> amount.get() != 0)
                        .count()
                > 1) {
            faults.add(new Fault(row.line(), "", "opening.file.both", String.join(";", row.cells())));
            return;
        }
        String relation = cell(head, row, RELATION);
        lines.add(new OpeningLine(
                new AccountCode(account),
                relation.isEmpty() ? Optional.empty() : Optional.of(relation),
                debit.get() - credit.get() + balance.get()));
    }

    private static String cell(List<String> head, SmallTable.Row row, List<String> names) {
        int column = column(head, names);
        return column >= 0 && column < row.cells().size()
                ? row.cells().get(column).strip()
                : "";
    }

    private static String name(List<String> head, List<String> names) {
        return head.stream().filter(names::contains).findFirst().orElse(names.get(0));
    }

    private static int column(List<String> head, List<String> names) {
        return head.stream()
                .filter(names::contains)
                .findFirst()
                .map(head::indexOf)
                .orElse(-1);
    }

    /** Zero for an empty cell, nothing for what is no amount. */
    static Optional<Long> ore(String cell) {
        String digits = cell.replaceAll("[\\s\\u00a0\\u202f]", "")
                .replace('\u2212', '-')
                .replace(',', '.');
        if (digits.isEmpty()) {
            return Optional.of(0L);
        }
        if (!digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal kroner = new BigDecimal(digits);
        return kroner.abs().compareTo(LARGEST) < 0
                ? Optional.of(kroner.movePointRight(2).longValueExact())
                : Optional.empty();
    }
}
