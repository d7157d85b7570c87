/**
 * What other currencies are worth in kroner. A rate is told as Norges Bank tells it, for one or a hundred units, and is
 * exact; an amount is valued by it half up to the øre. A day without a rate takes that of the last day before it which has
 * one, at most a week back, since banks set none on holidays; with none there, nothing is valued at all.
 */
@NullMarked
package no.avstemt.domain.currency;

import org.jspecify.annotations.NullMarked;
