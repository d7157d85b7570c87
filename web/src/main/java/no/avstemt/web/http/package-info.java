/**
 * The one way in: every path stands in the route table with who may come, which parameters it takes and what it answers.
 *
 * <p>Each request goes through {@link no.avstemt.web.http.Gate} in one order: who asks (401), whether they may and for
 * this client account (403), then whether the question is well put (400, 406). What the table does not say is refused.
 * Nothing of an unexpected error leaves the program but a reference to the log.
 */
@NullMarked
package no.avstemt.web.http;

import org.jspecify.annotations.NullMarked;
