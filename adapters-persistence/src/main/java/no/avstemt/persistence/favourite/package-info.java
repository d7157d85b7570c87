/**
 * Favourites in PostgreSQL: behind row-level security as all that names a client account, and asked for by their user.
 */
@NullMarked
package no.avstemt.persistence.favourite;

import org.jspecify.annotations.NullMarked;
