/**
 * Money is whole minor units of a currency; arithmetic is exact and overflows loudly. Nothing is rounded unless the
 * caller asks for a rule by name, and a split hands out every last øre.
 */
@NullMarked
package no.avstemt.domain.money;

import org.jspecify.annotations.NullMarked;
