/**
 * What we book: journal entries that sum to zero or are never built, numbered without gaps per fiscal year, chained by
 * hash, never changed. Debit is positive, credit negative, in øre.
 */
@NullMarked
package no.avstemt.domain.journal;

import org.jspecify.annotations.NullMarked;
