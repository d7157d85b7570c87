/**
 * Posting: the locked head numbers and seals, the store only adds.
 */
@NullMarked
package no.avstemt.application.journal;

import org.jspecify.annotations.NullMarked;
