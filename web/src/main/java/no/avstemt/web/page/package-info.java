/**
 * What every page stands in: the frame with its rail, switcher, bread crumb and foot, and the pages that belong to no
 * concept (errors).
 *
 * <p>Page records hold finished text and addresses, never money or dates to be formatted: what a template prints is
 * what a test of the record saw.
 */
@NullMarked
package no.avstemt.web.page;

import org.jspecify.annotations.NullMarked;
