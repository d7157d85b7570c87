/**
 * Users, sessions and API keys in office tables, which belong to no client account. Cookies and keys are kept only as
 * their SHA-256, passwords as Argon2id.
 */
@NullMarked
package no.avstemt.persistence.access;

import org.jspecify.annotations.NullMarked;
