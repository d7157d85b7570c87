/**
 * Pages of a client account, or about several, that a person comes back to, with their filters, under names of their own.
 * Nobody else sees them, and they say nothing of the books.
 */
@NullMarked
package no.avstemt.application.favourite;

import org.jspecify.annotations.NullMarked;
