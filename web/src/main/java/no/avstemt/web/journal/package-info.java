/**
 * The page of a journal entry, looking like the voucher it is, and the trail from the trial balance down to it. Everything
 * below a line is reached from here, and every line leads back up to its account.
 */
@NullMarked
package no.avstemt.web.journal;

import org.jspecify.annotations.NullMarked;
