/** Vouchers out of the links from lines to settlement entries and sales, which nobody may change. */
@NullMarked
package no.avstemt.persistence.voucher;

import org.jspecify.annotations.NullMarked;
