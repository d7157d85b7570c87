/** Months over HTTP, on a real database. */
@NullMarked
package no.avstemt.web.period;

import org.jspecify.annotations.NullMarked;
