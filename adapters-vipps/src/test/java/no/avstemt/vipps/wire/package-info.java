/** Literal JSON in every documented shape, read. */
@NullMarked
package no.avstemt.vipps.wire;

import org.jspecify.annotations.NullMarked;
