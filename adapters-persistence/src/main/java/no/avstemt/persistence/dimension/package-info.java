/**
 * The dimension values of each client.
 */
@NullMarked
package no.avstemt.persistence.dimension;

import org.jspecify.annotations.NullMarked;
