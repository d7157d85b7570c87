/**
 * The proof that the books are as they were posted, for people and programs: start one, see how far it is and what it found,
 * and take home the head of the chain, against which a removed tail is found.
 */
@NullMarked
package no.avstemt.web.verify;

import org.jspecify.annotations.NullMarked;
