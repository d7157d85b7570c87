/** Findings as a person reads them: what happened, where, and what to do, in the reader's language. */
@NullMarked
package no.avstemt.web.finding;

import org.jspecify.annotations.NullMarked;
