/**
 * What a person reads, in bokmål and in English: texts by key, and amounts and dates as written in each language.
 *
 * <p>Bokmål is written first. A text that is missing in either language is refused, here and by a test. Amounts are
 * formatted from whole øre; nothing passes through a floating-point number.
 */
@NullMarked
package no.avstemt.web.text;

import org.jspecify.annotations.NullMarked;
