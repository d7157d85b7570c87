/**
 * The books as reports read them. Sums come from the counters of whole months, and of a month that is cut of its fewer days;
 * lines are read to be shown, to search in their texts, and of the day where a page begins for what they come to. Everything
 * is summed in SQL, but for the days before a page, and handed over row by row. What counters say of the lines of a question
 * is kept for as long as the books do not change, and never what a transaction that writes has seen.
 */
@NullMarked
package no.avstemt.persistence.report;

import org.jspecify.annotations.NullMarked;
