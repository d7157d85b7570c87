package no.avstemt.application.access;

/** Slow on purpose: each call takes a tenth of a second or more, and some memory. */
public interface PasswordHasher {

    PasswordHash hash(String password);

    boolean matches(String password, PasswordHash stored);

    /** A hash that no password meets and that costs as much to try as any other. */
    PasswordHash decoy();
}
