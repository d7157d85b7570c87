/**
 * A Vipps MobilePay of our own on a loopback port: tokens, ledgers, funds, fees and sales of invented merchants.
 *
 * <p>It shares nothing with the client but HTTP, so that one misreading of Vipps's documents cannot hide in both. A
 * {@code Merchant} says what is sold; a {@code DayBook} turns a day of it into rows on unbroken balance chains; a
 * {@code Ledger} keeps a few numbers per day and makes the rows again, always the same, when they are asked for. What
 * was shown once never changes while the seed and the first date are the same, however far {@code until} moves; so what
 * is odd on purpose, and listed by {@code GET /_planted}, has its place counted from the first date.
 *
 * <p>{@code /_control} makes it misbehave on demand ({@code Faults}) and changes what is told of a ledger ({@code
 * Circumstances}) and how it is told ({@code Knobs}); a {@code Scenario} adds ledgers that somebody wrote down.
 * Untouched, a world is the same as ever.
 */
@NullMarked
package no.avstemt.vipps.simulator;

import org.jspecify.annotations.NullMarked;
