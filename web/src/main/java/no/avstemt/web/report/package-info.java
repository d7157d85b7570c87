/**
 * Reports as pages. All reports share one template; what differs is the page record.
 *
 * <p>A page record holds the table as finished texts, made from the same typed table as every other format.
 */
@NullMarked
package no.avstemt.web.report;

import org.jspecify.annotations.NullMarked;
