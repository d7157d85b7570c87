/**
 * What Vipps tells about sales: one row per capture or refund with its lines and VAT. A sale moves no money; it says what
 * the money of a settlement entry was for.
 */
@NullMarked
package no.avstemt.domain.sale;

import org.jspecify.annotations.NullMarked;
