/**
 * The outside world that is PostgreSQL. A store takes the handle of its transaction; only {@code database} opens one.
 */
@NullMarked
package no.avstemt.persistence;

import org.jspecify.annotations.NullMarked;
