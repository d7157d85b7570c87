package no.avstemt.domain.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A link of a client's hash chain: SHA-256 over the previous link and the canonical form of an entry, so that a changed
 * byte anywhere is found and the entry named.
 */
public record ChainHash(byte[] bytes) {

    /** What the first entry of a client follows. */
    public static final ChainHash START = new ChainHash(new byte[32]);

    public ChainHash {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A link is 32 bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public ChainHash followedBy(int fiscalYear, long number, JournalEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            digest.update(CanonicalEntry.of(fiscalYear, number, entry));
            return new ChainHash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
