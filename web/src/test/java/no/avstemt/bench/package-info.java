/** Measures the program as it is. Run by {@code mvn -Pbench verify}, never with the tests. */
@NullMarked
package no.avstemt.bench;

import org.jspecify.annotations.NullMarked;
