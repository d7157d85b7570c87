/**
 * Reading what was sold, and finding the sale behind a settlement entry.
 */
@NullMarked
package no.avstemt.application.sale;

import org.jspecify.annotations.NullMarked;
