package no.avstemt.application.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.LineColumns.Shown;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;

/** Puts the lines of one page under the heads of their accounts, with the balance after each line. */
final class GeneralLedgerRows {

    private final Deque<LedgerPart> parts;
    private final String language;
    private final TableSink sink;
    private long balance;
    private long linesToCome;

    /** @param balance what the first account comes to before its first line here */
    GeneralLedgerRows(List<LedgerPart> parts, long balance, String language, TableSink sink) {
        this.parts = new ArrayDeque<>(parts);
        this.balance = balance;
        this.language = language;
        this.sink = sink;
        if (!parts.isEmpty()) {
            open();
        }
    }

    void add(LedgerLine line) {
        while (linesToCome == 0) {
            next();
        }
        Account account = parts.getFirst().account().account();
        if (account.id() != line.accountId()) {
            throw new IllegalStateException("A line of account id " + line.accountId() + " under " + account.code());
        }
        balance = Math.addExact(balance, line.amount());
        linesToCome--;
        sink.row(LineColumns.row(new Shown(line, account.code().digits(), balance)));
    }

    void finish() {
        while (!parts.isEmpty()) {
            if (linesToCome > 0) {
                throw new IllegalStateException(linesToCome + " lines fewer than counted of " + parts.getFirst());
            }
            next();
        }
    }

    private void next() {
        close();
        parts.removeFirst();
        if (!parts.isEmpty()) {
            balance = parts.getFirst().account().opening();
            open();
        }
    }

    private void open() {
        LedgerPart part = parts.getFirst();
        Account account = part.account().account();
        String code = account.code().digits();
        linesToCome = part.lines();
        sink.open(new Section(
                1,
                code,
                Cell.text(code + " " + account.name(language)),
                Optional.of(sums(Optional.empty(), balance)),
                new Section.Extent(!part.begins(), !part.ends())));
    }

    private void close() {
        LedgerPart part = parts.getFirst();
        Optional<Sums> moved = part.ends() ? Optional.of(part.account().sums()) : Optional.empty();
        sink.close(sums(moved, balance));
    }

    static Row sums(Optional<Sums> moved, long balance) {
        Map<String, Cell> cells = new HashMap<>();
        moved.ifPresent(sums -> {
            cells.put("debit", Cell.amount(sums.debit()));
            cells.put("credit", Cell.amount(sums.credit()));
        });
        cells.put("balance", Cell.amount(balance));
        return LineColumns.rowOf(cells);
    }
}
