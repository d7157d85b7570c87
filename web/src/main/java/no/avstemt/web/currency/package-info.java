/**
 * Exchange rates of a client account: a page to look them up, enter and paste them, and a resource. A page or a program that
 * puts rates in is told how many entries were waiting for them and are booked now.
 */
@NullMarked
package no.avstemt.web.currency;

import org.jspecify.annotations.NullMarked;
