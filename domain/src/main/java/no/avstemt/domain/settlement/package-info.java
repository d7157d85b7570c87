/**
 * What Vipps tells about money: ledgers with their two topics, and settlement entries, one row each. A settlement entry
 * never changes; its natural key is built from canonical values, so every generation of the API gives the same key.
 */
@NullMarked
package no.avstemt.domain.settlement;

import org.jspecify.annotations.NullMarked;
