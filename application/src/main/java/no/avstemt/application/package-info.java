/**
 * What can be done with the books: use cases and the ports they need. No framework, no driver, no wire format.
 *
 * <p>Null does not cross a method anywhere in Avstemt: what may be missing is an {@code Optional}.
 */
@NullMarked
package no.avstemt.application;

import org.jspecify.annotations.NullMarked;
