/**
 * Charts of client accounts and the office's chart templates, in PostgreSQL. What stands on an account is read from the
 * monthly counters, so no journal line is looked at but where its relation is asked for.
 */
@NullMarked
package no.avstemt.persistence.chart;

import org.jspecify.annotations.NullMarked;
