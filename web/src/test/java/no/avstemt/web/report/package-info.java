/** Reports over HTTP, on real books in a real database. */
@NullMarked
package no.avstemt.web.report;

import org.jspecify.annotations.NullMarked;
