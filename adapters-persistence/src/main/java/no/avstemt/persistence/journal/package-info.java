/**
 * The journal: whole entries in one statement per table, then links and counters, under the locked head. Nothing here
 * updates or deletes what is posted; the role that runs it may not.
 */
@NullMarked
package no.avstemt.persistence.journal;

import org.jspecify.annotations.NullMarked;
