/**
 * Months of a client account on their way from open to closed: what has to be in order first, who closed with what reason,
 * and what moved after a month was opened again. Closing and opening take the head of the journal first, as posting does.
 */
@NullMarked
package no.avstemt.application.period;

import org.jspecify.annotations.NullMarked;
