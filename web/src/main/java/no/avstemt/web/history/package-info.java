/**
 * What was done to what belongs to the office, as it stands under the pages that do it.
 */
@NullMarked
package no.avstemt.web.history;

import org.jspecify.annotations.NullMarked;
