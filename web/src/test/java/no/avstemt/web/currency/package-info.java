/** Exchange rates as pages and as a resource, over HTTP. */
@NullMarked
package no.avstemt.web.currency;

import org.jspecify.annotations.NullMarked;
