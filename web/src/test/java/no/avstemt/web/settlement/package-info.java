/** The pages of settlement entries, sales, payouts and journal entries over HTTP, on real books in a real database. */
@NullMarked
package no.avstemt.web.settlement;

import org.jspecify.annotations.NullMarked;
