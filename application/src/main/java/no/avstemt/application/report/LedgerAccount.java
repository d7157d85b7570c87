package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.domain.chart.Account;

/**
 * One account of a general ledger as the counters know it, before a line is read.
 *
 * @param sums øre before the period and moved in it
 * @param lines how many of those asked for are in the period
 */
record LedgerAccount(Account account, Sums sums, long lines) {

    /** Every account with lines in the period or a balance before it, by code. */
    static List<LedgerAccount> read(Books books, LineQuery query) {
        Map<Long, AccountLines> byAccount = new HashMap<>();
        books.accounts(query, lines -> byAccount.put(lines.accountId(), lines));
        List<LedgerAccount> accounts = new ArrayList<>();
        for (Account account : books.chart(query.client())) {
            AccountLines lines = byAccount.get(account.id());
            if (lines != null && (lines.lines() > 0 || lines.incoming() != 0)) {
                accounts.add(new LedgerAccount(
                        account, new Sums(lines.incoming(), lines.debit(), lines.credit()), lines.lines()));
            }
        }
        return accounts;
    }

    long opening() {
        return sums.incoming();
    }
}
