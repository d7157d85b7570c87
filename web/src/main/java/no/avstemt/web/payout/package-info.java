/**
 * The page of payouts: one row per payout with what it settles, checked by adding up. It says what Vipps has scheduled;
 * whether the money came to the bank is not known here.
 */
@NullMarked
package no.avstemt.web.payout;

import org.jspecify.annotations.NullMarked;
