/**
 * What was done to what belongs to the office: the latest under the pages that do it, all of it over the API.
 */
@NullMarked
package no.avstemt.web.history;

import org.jspecify.annotations.NullMarked;
