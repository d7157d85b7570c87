/**
 * Proving that books and Vipps agree: the chain of balances, fees in transfer, and our accounts against Vipps's own
 * balances per ledger and ledger date. Every øre of difference stands in exactly one finding.
 */
@NullMarked
package no.avstemt.application.reconciliation;

import org.jspecify.annotations.NullMarked;
