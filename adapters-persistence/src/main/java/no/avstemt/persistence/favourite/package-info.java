/**
 * Favourites in PostgreSQL: those of a client account behind row-level security as all that names one, and all of them asked
 * for by their user.
 */
@NullMarked
package no.avstemt.persistence.favourite;

import org.jspecify.annotations.NullMarked;
