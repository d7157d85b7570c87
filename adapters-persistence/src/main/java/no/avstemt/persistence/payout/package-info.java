/**
 * Payouts are read from the settlement entries of a ledger's funds: nothing of their own is stored, so nothing of them can
 * disagree with what Vipps gave.
 */
@NullMarked
package no.avstemt.persistence.payout;

import org.jspecify.annotations.NullMarked;
