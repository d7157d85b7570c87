/** Client accounts over JSON: which ones there are for the caller, with their ledgers and how each stands. */
@NullMarked
package no.avstemt.web.client;

import org.jspecify.annotations.NullMarked;
