/**
 * Exchange rates of a client account: entered, imported and removed, and what waits for them. What is booked keeps the rate
 * it was booked by; a rate that is changed afterwards holds for what is booked from then on, and one that booked dates of a
 * ledger may rest on is changed, not removed, so that what comes late for them can be booked too.
 */
@NullMarked
package no.avstemt.application.currency;

import org.jspecify.annotations.NullMarked;
