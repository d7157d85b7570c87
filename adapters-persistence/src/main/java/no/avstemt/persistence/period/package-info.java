/** Months of client accounts; what is said of them the triggers of the journal hold to, whoever writes. */
@NullMarked
package no.avstemt.persistence.period;

import org.jspecify.annotations.NullMarked;
