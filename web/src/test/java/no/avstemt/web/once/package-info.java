/** Tests of {@code Idempotency-Key} over HTTP, on a real database. */
@NullMarked
package no.avstemt.web.once;

import org.jspecify.annotations.NullMarked;
