/**
 * One round for one client account: fetch, store, book, prove.
 */
@NullMarked
package no.avstemt.application.sync;

import org.jspecify.annotations.NullMarked;
