/**
 * A journal entry written by hand: the form, its drafts, and taking a posted entry back.
 *
 * <p>The form is read as it was typed and shown again as it was typed, so nothing is lost whatever is wrong with it. The
 * tax is in the amounts that are typed; {@link no.avstemt.domain.journal.TaxLines} makes the lines that are posted. A form
 * that is sent twice does once what it asks for. What lists are narrowed by stands in their address.
 */
@NullMarked
package no.avstemt.web.entry;

import org.jspecify.annotations.NullMarked;
