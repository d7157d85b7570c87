/**
 * The morning page: what needs the accountant today, and where every client account stands.
 *
 * <p>A difference of nothing is shown as proudly as a difference of something; a status always has a word.
 */
@NullMarked
package no.avstemt.web.front;

import org.jspecify.annotations.NullMarked;
