/**
 * The books as reports read them. Sums come from the counters of whole months, and of days for what is left of a month;
 * lines are read only to search in their texts. Everything is summed in SQL and handed over row by row.
 */
@NullMarked
package no.avstemt.persistence.report;

import org.jspecify.annotations.NullMarked;
