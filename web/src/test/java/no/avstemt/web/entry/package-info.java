/** Entries written by hand, over HTTP and in a browser, on the real database. */
@NullMarked
package no.avstemt.web.entry;

import org.jspecify.annotations.NullMarked;
