/** Posting rules, opening balances and disputes over HTTP, their pages and resources, on real books in a real database. */
@NullMarked
package no.avstemt.web.posting;

import org.jspecify.annotations.NullMarked;
