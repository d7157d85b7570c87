package no.avstemt.application.report;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.Partner;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.report.Cell;

/**
 * What lines stand under, as it is known before a posted line is read: an account, or one partner on it.
 *
 * @param name of the heading
 * @param sums øre before the period and moved in it, drafts included
 * @param posted how many posted lines of those asked for are in the period
 * @param drafts lines of drafts in the period, by date
 */
record LedgerAccount(
        Account account, Optional<Partner> partner, Cell name, Sums sums, long posted, List<LedgerLine> drafts) {

    static LedgerAccount of(Account account, String language, AccountLines lines, Drafts drafts) {
        Cell name = Cell.text(account.code().digits() + " " + account.name(language));
        return of(account, Optional.empty(), name, lines, drafts);
    }

    static LedgerAccount of(Account account, Optional<Partner> partner, Cell name, AccountLines lines, Drafts drafts) {
        Sums posted = new Sums(lines.incoming(), lines.debit(), lines.credit());
        return new LedgerAccount(account, partner, name, posted.plus(drafts.sums()), lines.lines(), drafts.shown());
    }

    long id() {
        return account.id();
    }

    /** All that are in the period. */
    long lines() {
        return posted + drafts.size();
    }

    boolean isShown() {
        return lines() > 0 || opening() != 0;
    }

    long opening() {
        return sums.incoming();
    }

    /** Øre on drafts, from the first of the period to before the one at this place. */
    long draftsMoved(int before) {
        return drafts.subList(0, before).stream().mapToLong(LedgerLine::amount).sum();
    }

    /** Øre on all posted lines in the period. */
    long postedMoved() {
        return Math.subtractExact(sums.outgoing() - sums.incoming(), draftsMoved(drafts.size()));
    }
}
