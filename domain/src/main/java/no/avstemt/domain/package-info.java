/**
 * What is true about money and books. JDK only, no I/O, no clock, no randomness.
 *
 * <p>Null does not cross a method anywhere in Avstemt: what may be missing is an {@code Optional}.
 */
@NullMarked
package no.avstemt.domain;

import org.jspecify.annotations.NullMarked;
