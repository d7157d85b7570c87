/**
 * The typed table that every report builds and every renderer writes, so that no two formats can differ.
 */
@NullMarked
package no.avstemt.domain.report;

import org.jspecify.annotations.NullMarked;
