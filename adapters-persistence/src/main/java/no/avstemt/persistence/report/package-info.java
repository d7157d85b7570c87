/**
 * The books as reports read them. Sums come from the counters of whole months, and of a month that is cut of its fewer days;
 * lines are read only to search in their texts. Everything is summed in SQL and handed over row by row.
 */
@NullMarked
package no.avstemt.persistence.report;

import org.jspecify.annotations.NullMarked;
