/**
 * The pages of what Vipps told us: lists of settlement entries, and one entry with everything that belongs to it, down to
 * the JSON as Vipps gave it. All of it is text from outside, and escaped.
 */
@NullMarked
package no.avstemt.web.settlement;

import org.jspecify.annotations.NullMarked;
