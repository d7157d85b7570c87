package no.avstemt.application.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.Books.Place;
import no.avstemt.application.report.Books.Stretch;
import no.avstemt.domain.report.Paging;

/**
 * What stands of one account on one page.
 *
 * @param before its lines on earlier pages
 * @param lines its lines on this one
 */
record LedgerPart(LedgerAccount account, long before, long lines) {

    boolean begins() {
        return before == 0;
    }

    boolean ends() {
        return before + lines == account.lines();
    }

    /** An account without lines stands where its lines would be. */
    static List<LedgerPart> of(List<LedgerAccount> accounts, Paging paging) {
        List<LedgerPart> parts = new ArrayList<>();
        long passed = 0;
        for (LedgerAccount account : accounts) {
            long first = Math.max(passed, paging.before());
            long end = Math.min(passed + account.lines(), paging.end());
            boolean here = account.lines() > 0
                    ? first < end
                    : first == passed && (passed < paging.end() || passed == paging.records() && paging.isLast());
            if (here) {
                parts.add(new LedgerPart(account, first - passed, end - first));
            }
            passed += account.lines();
        }
        return parts;
    }

    /** Where its first line on this page is, and what the account comes to before it. */
    Start start(Books books, LineQuery query) {
        return begins() ? new Start(stretch(query.period().first(), 0), account.opening()) : startWithin(books, query);
    }

    private Start startWithin(Books books, LineQuery query) {
        long left = before;
        long balance = account.opening();
        for (AccountMonth month : books.months(query, account.account().id())) {
            if (left < month.lines()) {
                return startInMonth(books, query, month, left, balance);
            }
            left -= month.lines();
            balance = Math.addExact(balance, month.moved());
        }
        throw new IllegalStateException("Account " + account.account().code() + " has no line " + before);
    }

    record Start(Stretch stretch, long balance) {}

    private Start startInMonth(
            Books books, LineQuery query, AccountMonth month, long beforeInMonth, long balanceBeforeMonth) {
        Place place = books.place(query, month, beforeInMonth);
        return new Start(stretch(place.day(), place.skipped()), Math.addExact(balanceBeforeMonth, place.moved()));
    }

    private Stretch stretch(LocalDate day, long skipped) {
        return new Stretch(account.account().id(), day, skipped, lines);
    }
}
