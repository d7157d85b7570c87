/**
 * Payouts: the balance of a ledger that Vipps sends to the bank, and the whole ledger dates that it settles. What the
 * ledger held before, with everything that came in those dates, is the payout and what remains; a scheduled payout is no
 * proof of payment.
 */
@NullMarked
package no.avstemt.application.payout;

import org.jspecify.annotations.NullMarked;
