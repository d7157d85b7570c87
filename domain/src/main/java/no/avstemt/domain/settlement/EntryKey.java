package no.avstemt.domain.settlement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The natural key of a settlement entry: 128 bits of SHA-256 over canonical values (vipps-apis.md 7.2 Q4). The payout's
 * type is unified, its number taken without the ledger prefix, time is an instant in microseconds,
 * and dashes in ids are left out, so old
 * and new generations of the API give the same key. Two equal fees on one capture differ in their balances.
 */
public record EntryKey(UUID value) {

    /** Never fed; a clone costs less than looking for who provides one, for every row. */
    private static final MessageDigest FRESH = fresh();

    static EntryKey of(SettlementEntry entry) {
        String canonical = String.join(
                "\u0000",
                entry.ledger().value(),
                entry.topic().vippsName(),
                entry.ledgerDate().toString(),
                EntryType.canonicalName(entry.topic(), entry.vippsType()),
                canonicalPsp(entry),
                canonicalReference(entry),
                Long.toString(entry.amount().minor()),
                entry.amount().currency().getCurrencyCode(),
                canonicalTime(entry.time()),
                Long.toString(entry.balanceBefore()),
                Long.toString(entry.balanceAfter()));
        ByteBuffer hash = ByteBuffer.wrap(sha256(canonical));
        return new EntryKey(new UUID(hash.getLong(), hash.getLong()));
    }

    /** As the instant's own text, without the formatter that makes it. */
    static String canonicalTime(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        return utc + (utc.getSecond() == 0 && utc.getNano() == 0 ? ":00Z" : "Z");
    }

    static String canonicalPsp(SettlementEntry entry) {
        String psp = entry.type() == EntryType.PAYOUT_SCHEDULED
                ? entry.payoutNumber().orElse("")
                : entry.pspReference().orElse("");
        return psp.replace("-", "");
    }

    /** A payment's reference is the merchant's own text and kept whole; settlement rows carried an id there once, or none. */
    static String canonicalReference(SettlementEntry entry) {
        return switch (entry.type()) {
            case FEES_RETAINED, FUNDS_FEES_RETAINED, PAYOUT_SCHEDULED -> "";
            default -> entry.reference().orElse("");
        };
    }

    private static byte[] sha256(String text) {
        try {
            return ((MessageDigest) FRESH.clone()).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of every Java platform can be cloned", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
