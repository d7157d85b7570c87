/**
 * Proves that the books are as they were posted: hash chain, numbers, balance of each entry, counters, links, reversals and
 * locks. What is read here is read past the stores that wrote it, so that a mistake of theirs cannot hide itself. The columns
 * of an entry, and how a changed byte in each is found, are listed in {@link no.avstemt.application.verify.Sealing}.
 */
@NullMarked
package no.avstemt.application.verify;

import org.jspecify.annotations.NullMarked;
