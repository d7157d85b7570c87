package no.avstemt.application.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.AccountBalance;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.report.Target;

/**
 * Joins the chart with the balances as they come, both by account code, under the headings of the statements. Sums cover
 * every balance, also those whose row is left out.
 */
final class TrialBalanceRows {

    private final Deque<Account> accounts;
    private final String language;
    private final boolean withoutMovementToo;
    private final StatementSections sections;
    private final TableSink sink;
    private final List<AccountBalance> ofAccount = new ArrayList<>();

    TrialBalanceRows(List<Account> accounts, String language, boolean withoutMovementToo, TableSink sink) {
        this.accounts = new ArrayDeque<>(accounts);
        this.language = language;
        this.withoutMovementToo = withoutMovementToo;
        this.sink = sink;
        this.sections = new StatementSections(sink, TrialBalanceRows::sumRow);
    }

    void add(AccountBalance balance) {
        while (accounts.getFirst().id() != balance.accountId()) {
            finishAccount();
        }
        ofAccount.add(balance);
    }

    /** @return the sum of everything */
    Sums finish() {
        while (!accounts.isEmpty()) {
            finishAccount();
        }
        Sums total = sections.finish();
        sink.total(sumRow(total));
        return total;
    }

    private void finishAccount() {
        Account account = accounts.removeFirst();
        if (ofAccount.isEmpty()) {
            ofAccount.add(new AccountBalance(account.id(), Optional.empty(), 0, 0, 0));
        }
        for (AccountBalance balance : ofAccount) {
            Sums sums = Sums.of(balance);
            sections.add(account.code(), sums, isShown(account, sums), () -> row(account, balance, sums));
        }
        ofAccount.clear();
    }

    private boolean isShown(Account account, Sums sums) {
        return withoutMovementToo ? account.active() || !sums.isZero() : sums.hasMovement();
    }

    private Row row(Account account, AccountBalance balance, Sums sums) {
        Grouping grouping = Grouping.of(account.code());
        return Row.of(
                        Cell.text(grouping.one().code()),
                        new Cell.Term(grouping.one().nameKey()),
                        Cell.text(grouping.two().code()),
                        new Cell.Term(grouping.two().nameKey()),
                        Cell.text(grouping.three().code()),
                        new Cell.Term(grouping.three().nameKey()),
                        Cell.count(account.id()),
                        Cell.text(account.code().digits()),
                        Cell.text(account.name(language)),
                        nameOf(balance),
                        Cell.amount(sums.incoming()),
                        Cell.amount(sums.debit()),
                        Cell.amount(sums.credit()),
                        Cell.amount(sums.outgoing()),
                        balance.value()
                                .<Cell>map(value -> Cell.text(value.type().apiName()))
                                .orElse(Cell.BLANK),
                        balance.value()
                                .<Cell>map(value -> Cell.count(value.id()))
                                .orElse(Cell.BLANK),
                        balance.value()
                                .map(DimensionValue::name)
                                .map(Cell::text)
                                .orElse(Cell.BLANK))
                .to(new Target.OfAccount(
                        account.code().digits(),
                        balance.value().map(value -> value.type().apiName() + ":" + value.id())));
    }

    private static Cell nameOf(AccountBalance balance) {
        return balance.value().map(DimensionValue::name).map(Cell::text).orElse(Cell.BLANK);
    }

    private static Row sumRow(Sums sums) {
        return Row.of(
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.amount(sums.incoming()),
                Cell.amount(sums.debit()),
                Cell.amount(sums.credit()),
                Cell.amount(sums.outgoing()),
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK);
    }
}
