/** Tests of requests that are done once. */
@NullMarked
package no.avstemt.persistence.once;

import org.jspecify.annotations.NullMarked;
