/**
 * One round for one client account: fetch, store, book, prove; the rounds that run in the background, a few at a time; and
 * the runs that they are asked for in, whose progress every copy of the program shows.
 */
@NullMarked
package no.avstemt.application.sync;

import org.jspecify.annotations.NullMarked;
