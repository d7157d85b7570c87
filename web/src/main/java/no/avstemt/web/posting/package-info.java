/**
 * How a client account is booked: opening balances, what categories of sales mean, posting rules of its own, and how much
 * of its turnover took default VAT; for people and for programs.
 */
@NullMarked
package no.avstemt.web.posting;

import org.jspecify.annotations.NullMarked;
