package no.avstemt.web.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import no.avstemt.application.access.PasswordHash;
import no.avstemt.application.access.PasswordHasher;
import no.avstemt.application.access.Randomness;

/** Argon2id with 19 MiB, two passes and one lane (OWASP's first choice, read 2026-11-21), as PHC strings. */
public final class Argon2Passwords implements PasswordHasher {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Function function = Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
    private final Randomness randomness;
    private final PasswordHash decoy;

    public Argon2Passwords(Randomness randomness) {
        this.randomness = randomness;
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        this.decoy = new PasswordHash("$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$"
                + base64.encodeToString(randomness.bytes(SALT_BYTES)) + "$"
                + base64.encodeToString(randomness.bytes(HASH_BYTES)));
    }

    @Override
    public PasswordHash hash(String password) {
        byte[] salt = randomness.bytes(SALT_BYTES);
        return new PasswordHash(
                Password.hash(bytes(password)).addSalt(salt).with(function).getResult());
    }

    @Override
    public boolean matches(String password, PasswordHash stored) {
        Argon2Function asStored = Argon2Function.getInstanceFromHash(stored.phc());
        boolean empty = password.isEmpty();
        byte[] tried = bytes(empty ? "none" : password);
        return Password.check(tried, stored.phc().getBytes(StandardCharsets.UTF_8))
                        .with(asStored)
                && !empty;
    }

    @Override
    public PasswordHash decoy() {
        return decoy;
    }

    /** The same letters give the same bytes, whichever way a keyboard composes an å. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
