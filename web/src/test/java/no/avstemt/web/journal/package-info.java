/** Tests of the journal over HTTP, on a real database. */
@NullMarked
package no.avstemt.web.journal;

import org.jspecify.annotations.NullMarked;
