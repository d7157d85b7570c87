/**
 * What the program does by itself at set times, through db-scheduler.
 *
 * <p>The times stand in the database, so of several copies of the program one does it, and what was due while none ran is
 * done once when one starts.
 */
@NullMarked
package no.avstemt.persistence.schedule;

import org.jspecify.annotations.NullMarked;
