/**
 * Findings open when their cause is seen and close themselves when it is gone.
 */
@NullMarked
package no.avstemt.application.finding;

import org.jspecify.annotations.NullMarked;
