/**
 * Secrets that must be read again, such as the keys to Vipps: encrypted before they are stored.
 *
 * <p>AES-256 in GCM with a new random nonce each time. What a secret belongs to is bound to it, so that a ciphertext
 * moved to another row does not open. The key lies outside the database. No secret stands in a log, a page or an error.
 */
@NullMarked
package no.avstemt.application.secret;

import org.jspecify.annotations.NullMarked;
