package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.report.Headings.Piece;
import no.avstemt.domain.report.Paging;

/**
 * What stands under one heading on one page. Drafts come after what is posted on the same day.
 *
 * @param before its lines on earlier pages
 * @param lines its lines on this one
 * @param firstDraft,endDraft which of its drafts are on this page
 */
record LedgerPart(LedgerAccount account, long before, long lines, int firstDraft, int endDraft) {

    boolean begins() {
        return before == 0;
    }

    boolean ends() {
        return before + lines == account.lines();
    }

    /** A heading without lines stands where its lines would be. */
    static List<LedgerPart> of(List<LedgerAccount> accounts, Paging paging, Headings headings) {
        List<LedgerPart> parts = new ArrayList<>();
        long passed = 0;
        for (LedgerAccount account : accounts) {
            long first = Math.max(passed, paging.before());
            long end = Math.min(passed + account.lines(), paging.end());
            boolean here = account.lines() > 0
                    ? first < end
                    : first == passed && (passed < paging.end() || passed == paging.records() && paging.isLast());
            if (here) {
                parts.add(of(account, first - passed, end - passed, headings));
            }
            passed += account.lines();
        }
        return parts;
    }

    private static LedgerPart of(LedgerAccount account, long from, long to, Headings headings) {
        return new LedgerPart(
                account, from, to - from, draftsAmong(account, from, headings), draftsAmong(account, to, headings));
    }

    /** How many of the first lines are drafts. The more drafts come before a line, the later it is: so halves are tried. */
    private static int draftsAmong(LedgerAccount account, long lines, Headings headings) {
        if (lines == account.lines()) {
            return account.drafts().size();
        }
        int least = 0;
        int most = (int) Math.min(lines, account.drafts().size());
        while (least < most) {
            int tried = (least + most) / 2;
            if (isAmong(account, tried, lines, headings)) {
                least = tried + 1;
            } else {
                most = tried;
            }
        }
        return least;
    }

    private static boolean isAmong(LedgerAccount account, int draft, long lines, Headings headings) {
        long posted = lines - draft - 1;
        return posted >= account.posted()
                || headings.place(account, posted)
                        .day()
                        .isAfter(account.drafts().get(draft).postingDate());
    }

    private long postedBefore() {
        return before - firstDraft;
    }

    /** Its posted lines on this page. */
    Piece posted() {
        return new Piece(account, postedBefore(), lines - (endDraft - firstDraft));
    }

    /** Its lines of drafts on this page. */
    List<LedgerLine> drafts() {
        return account.drafts().subList(firstDraft, endDraft);
    }

    /** What it comes to before its first line on this page. */
    long balance(Headings headings) {
        return Math.addExact(account.opening(), Math.addExact(account.draftsMoved(firstDraft), postedMoved(headings)));
    }

    private long postedMoved(Headings headings) {
        if (postedBefore() == 0) {
            return 0;
        }
        return postedBefore() == account.posted()
                ? account.postedMoved()
                : headings.place(account, postedBefore()).moved();
    }
}
