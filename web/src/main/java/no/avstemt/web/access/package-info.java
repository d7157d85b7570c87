/**
 * Signing in and out, the choice of language, and how passwords and random bytes are made.
 *
 * <p>A refused sign-in says the same for a wrong address and a wrong password.
 */
@NullMarked
package no.avstemt.web.access;

import org.jspecify.annotations.NullMarked;
