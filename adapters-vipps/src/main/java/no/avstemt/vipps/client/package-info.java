/**
 * Vipps over HTTP, or whatever speaks its paths: tokens, questions, waiting and trying again. Every failure ends as
 * {@code SourceUnavailable} with a sentence that says what was asked, of whom, what came back and what to do; none shows a
 * secret or a token. Questions change nothing at Vipps, so any may be repeated.
 */
@NullMarked
package no.avstemt.vipps.client;

import org.jspecify.annotations.NullMarked;
