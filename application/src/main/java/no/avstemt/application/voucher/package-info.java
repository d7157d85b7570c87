/**
 * What documents an entry (bilag): the settlement rows or sales behind an automatic one, as Vipps told them and as they were
 * booked, so that it reads the same for five years; for one that came from a file or a person, where it came from.
 */
@NullMarked
package no.avstemt.application.voucher;

import org.jspecify.annotations.NullMarked;
