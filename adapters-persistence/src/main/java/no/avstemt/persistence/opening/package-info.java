/**
 * What the journal says of opening balances.
 */
@NullMarked
package no.avstemt.persistence.opening;

import org.jspecify.annotations.NullMarked;
