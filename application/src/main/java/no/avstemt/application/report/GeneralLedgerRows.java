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

/** Puts the lines of one page under their headings, with the balance after each line. */
final class GeneralLedgerRows {

    private final Deque<LedgerPart> parts;
    private final TableSink sink;
    private final Deque<LedgerLine> drafts = new ArrayDeque<>();
    private long balance;
    private long postedToCome;

    /** @param balance what the first heading comes to before its first line here */
    GeneralLedgerRows(List<LedgerPart> parts, long balance, TableSink sink) {
        this.parts = new ArrayDeque<>(parts);
        this.balance = balance;
        this.sink = sink;
        if (!parts.isEmpty()) {
            open();
        }
    }

    /** A posted line; drafts of earlier days come before it. */
    void add(LedgerLine line) {
        while (postedToCome == 0) {
            next();
        }
        while (!drafts.isEmpty() && drafts.getFirst().postingDate().isBefore(line.postingDate())) {
            show(drafts.removeFirst());
        }
        postedToCome--;
        show(line);
    }

    private void show(LedgerLine line) {
        Account account = parts.getFirst().account().account();
        if (account.id() != line.accountId()) {
            throw new IllegalStateException("A line of account id " + line.accountId() + " under " + account.code());
        }
        balance = Math.addExact(balance, line.amount());
        sink.row(LineColumns.row(new Shown(line, account.code().digits(), balance)));
    }

    void finish() {
        while (!parts.isEmpty()) {
            if (postedToCome > 0) {
                throw new IllegalStateException(postedToCome + " lines fewer than counted of " + parts.getFirst());
            }
            next();
        }
    }

    private void next() {
        drafts.forEach(this::show);
        close();
        parts.removeFirst();
        if (!parts.isEmpty()) {
            balance = parts.getFirst().account().opening();
            open();
        }
    }

    private void open() {
        LedgerPart part = parts.getFirst();
        postedToCome = part.posted().lines();
        drafts.clear();
        drafts.addAll(part.drafts());
        sink.open(new Section(
                1,
                part.account().account().code().digits(),
                part.account().name(),
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
