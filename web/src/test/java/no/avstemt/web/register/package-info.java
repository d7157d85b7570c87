/**
 * Registers over HTTP.
 */
@NullMarked
package no.avstemt.web.register;

import org.jspecify.annotations.NullMarked;
