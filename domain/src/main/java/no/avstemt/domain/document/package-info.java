/**
 * What an entry documents or settles: an invoice, a credit note, a bank statement ({@code related_object} in the API); and
 * the references that payments of them carry.
 */
@NullMarked
package no.avstemt.domain.document;

import org.jspecify.annotations.NullMarked;
