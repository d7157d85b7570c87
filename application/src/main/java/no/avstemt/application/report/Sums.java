package no.avstemt.application.report;

import no.avstemt.application.report.Books.AccountBalance;

/** Incoming, debit and credit of many balances, in øre; sums that do not fit fail. */
record Sums(long incoming, long debit, long credit) {

    static final Sums ZERO = new Sums(0, 0, 0);

    static Sums of(AccountBalance balance) {
        return new Sums(balance.incoming(), balance.debit(), balance.credit());
    }

    Sums plus(Sums other) {
        return new Sums(
                Math.addExact(incoming, other.incoming),
                Math.addExact(debit, other.debit),
                Math.addExact(credit, other.credit));
    }

    long outgoing() {
        return Math.addExact(incoming, Math.subtractExact(debit, credit));
    }

    boolean hasMovement() {
        return debit != 0 || credit != 0;
    }

    boolean isZero() {
        return incoming == 0 && !hasMovement();
    }
}
