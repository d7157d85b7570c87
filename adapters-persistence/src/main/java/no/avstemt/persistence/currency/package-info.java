/**
 * Exchange rates in the database: one row for a currency and date of a client account. Entries keep the rate that they were
 * booked by themselves, so nothing here is referred to.
 */
@NullMarked
package no.avstemt.persistence.currency;

import org.jspecify.annotations.NullMarked;
