/**
 * One round for one client account: fetch, store, book, prove; and the rounds that run in the background, a few at a time.
 */
@NullMarked
package no.avstemt.application.sync;

import org.jspecify.annotations.NullMarked;
