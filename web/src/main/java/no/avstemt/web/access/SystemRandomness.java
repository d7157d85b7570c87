package no.avstemt.web.access;

import java.security.SecureRandom;
import no.avstemt.application.access.Randomness;

/** Bytes that nobody can foretell. */
public final class SystemRandomness implements Randomness {

    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
