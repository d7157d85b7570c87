package no.avstemt.application.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import no.avstemt.application.access.Randomness;

/** Encrypts and decrypts secrets. Any thread may call. */
public final class Vault {

    private static final String VERSION = "1.";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<VaultKey> key;
    private final Randomness randomness;

    /** @param key asked for at first use, since it may have to be made */
    public Vault(Supplier<VaultKey> key, Randomness randomness) {
        this.key = key;
        this.randomness = randomness;
    }

    /** @param belongsTo the row that the secret stands in; the same text opens it */
    public SealedSecret seal(String secret, String belongsTo) {
        byte[] nonce = randomness.bytes(NONCE_BYTES);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, key.get(), nonce, belongsTo)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, whole, NONCE_BYTES, closed.length);
            return new SealedSecret(
                    VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** @throws UnreadableSecret when the key, the row or a single bit is another than when it was sealed */
    public String open(SealedSecret sealed, String belongsTo) {
        VaultKey ours = key.get();
        byte[] whole = Base64.getUrlDecoder().decode(sealed.text().substring(VERSION.length()));
        try {
            byte[] open = cipher(Cipher.DECRYPT_MODE, ours, Arrays.copyOf(whole, NONCE_BYTES), belongsTo)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(open, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new UnreadableSecret(ours.origin(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, VaultKey key, byte[] nonce, String belongsTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
