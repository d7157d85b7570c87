/**
 * The books read past the stores that wrote them, with SQL of its own: entry by entry along the chain, in constant memory, and
 * sums by the database. Of the domain only the canonical form is used, which is what an entry's hash covers.
 */
@NullMarked
package no.avstemt.persistence.verify;

import org.jspecify.annotations.NullMarked;
