/**
 * What an entry documents or settles: an invoice, a credit note, a bank statement ({@code related_object} in the API).
 */
@NullMarked
package no.avstemt.domain.document;

import org.jspecify.annotations.NullMarked;
