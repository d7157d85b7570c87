/**
 * Sales with their lines, once each.
 */
@NullMarked
package no.avstemt.persistence.sale;

import org.jspecify.annotations.NullMarked;
