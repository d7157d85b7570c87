/**
 * Runs of the office, told by one copy of the program and shown by all. Their tables know client accounts by number only, and
 * are behind no row-level security.
 */
@NullMarked
package no.avstemt.persistence.sync;

import org.jspecify.annotations.NullMarked;
