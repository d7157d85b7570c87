/**
 * Days and the one time zone of the books. A ledger date comes from Vipps and is never computed from an instant; "today"
 * is Oslo's day.
 */
@NullMarked
package no.avstemt.domain.time;

import org.jspecify.annotations.NullMarked;
