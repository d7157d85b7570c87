/** Months and VAT terms as people and programs meet them: what is open, what is missing, and the buttons that change it. */
@NullMarked
package no.avstemt.web.period;

import org.jspecify.annotations.NullMarked;
