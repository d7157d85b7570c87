package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.domain.chart.Account;

/**
 * One account of a general ledger as the counters know it, before a line is read.
 *
 * @param opening øre before the period
 * @param months those of the period in which it has lines
 */
record LedgerAccount(Account account, long opening, List<AccountMonth> months, Sums sums, long lines) {

    /** Every account with lines in the period or a balance before it, by code. */
    static List<LedgerAccount> read(Books books, LineQuery query) {
        Map<Long, List<AccountMonth>> byAccount = new HashMap<>();
        books.months(
                query,
                month -> byAccount
                        .computeIfAbsent(month.accountId(), id -> new ArrayList<>())
                        .add(month));
        return books.chart(query.client()).stream()
                .filter(account -> byAccount.containsKey(account.id()))
                .map(account -> of(account, byAccount.getOrDefault(account.id(), List.of())))
                .filter(account -> account.lines > 0 || account.opening != 0)
                .toList();
    }

    private static LedgerAccount of(Account account, List<AccountMonth> all) {
        Sums sums = Sums.ZERO;
        long lines = 0;
        List<AccountMonth> months = new ArrayList<>();
        for (AccountMonth month : all) {
            if (month.month().isEmpty()) {
                sums = sums.plus(new Sums(month.moved(), 0, 0));
            } else {
                sums = sums.plus(new Sums(0, month.debit(), month.credit()));
                lines += month.lines();
                months.add(month);
            }
        }
        return new LedgerAccount(account, sums.incoming(), months, sums, lines);
    }
}
