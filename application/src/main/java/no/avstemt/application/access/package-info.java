/**
 * Who may come in, and what they may see.
 *
 * <p>A person signs in with e-mail and password and gets a session; a program shows an API key. Both become a
 * {@link no.avstemt.application.access.Caller}, which names the client accounts it may see. Passwords are stored as
 * Argon2id; session cookies and API keys are 256 random bits, stored only as SHA-256. An unknown user costs the same
 * work as a wrong password. A user who is switched off takes all sessions and keys along.
 */
@NullMarked
package no.avstemt.application.access;

import org.jspecify.annotations.NullMarked;
