/**
 * Vipps connections and their ledgers, for administrators: keys are entered, ledgers listed, and one taken into use with
 * what onboarding asks.
 *
 * <p>A client secret is never in a page, also not in one that shows a form again.
 */
@NullMarked
package no.avstemt.web.connection;

import org.jspecify.annotations.NullMarked;
