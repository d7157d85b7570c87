/**
 * The pages of what was sold: lists of sales, and one sale with its lines, its VAT, what Vipps knows of it, and the money
 * that came of it. A sale moves no money itself.
 */
@NullMarked
package no.avstemt.web.sale;

import org.jspecify.annotations.NullMarked;
