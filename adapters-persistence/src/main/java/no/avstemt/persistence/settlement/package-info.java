/**
 * Ledgers, how far they are read, and settlement entries: a natural key keeps a row once, positions are dense per ledger
 * and topic in the order that Vipps gave them.
 */
@NullMarked
package no.avstemt.persistence.settlement;

import org.jspecify.annotations.NullMarked;
