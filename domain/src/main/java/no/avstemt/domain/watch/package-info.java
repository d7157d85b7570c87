/**
 * Whether a ledger that is silent, or listed otherwise than before, should be seen by a person: access that is lost, a sales
 * unit that is closed or has moved, another payout account, a report that is late. A normal quiet day is none of these.
 * Vipps tells none of it in words; vipps-apis.md 3.1, 3.6 and 4.3 say what can be known.
 */
@NullMarked
package no.avstemt.domain.watch;

import org.jspecify.annotations.NullMarked;
