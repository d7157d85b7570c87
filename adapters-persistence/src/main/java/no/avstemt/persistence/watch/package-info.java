/**
 * What the watch over ledgers compares: the list of ledgers, what was accepted of it, and the dates with sales.
 */
@NullMarked
package no.avstemt.persistence.watch;

import org.jspecify.annotations.NullMarked;
