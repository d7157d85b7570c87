/** What documents an entry, as a page and as JSON. */
@NullMarked
package no.avstemt.web.voucher;

import org.jspecify.annotations.NullMarked;
