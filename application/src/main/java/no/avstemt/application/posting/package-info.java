/**
 * Booking ledger dates that are complete, in order, each settlement entry once.
 */
@NullMarked
package no.avstemt.application.posting;

import org.jspecify.annotations.NullMarked;
