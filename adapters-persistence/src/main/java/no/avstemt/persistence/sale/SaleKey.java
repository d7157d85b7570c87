package no.avstemt.persistence.sale;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import no.avstemt.domain.sale.Sale;

/** What makes a sale the same sale however often it is fetched: its transaction, or, for cash, order, time and amount. */
final class SaleKey {

    /** Never fed; a clone costs less than looking for who provides one, for every row. */
    private static final MessageDigest FRESH = fresh();

    private SaleKey() {}

    static UUID of(Sale sale) {
        String transaction = sale.pspReference()
                .orElseGet(() -> String.join(
                        "\u0000",
                        "none",
                        sale.time().truncatedTo(ChronoUnit.MICROS).toString(),
                        sale.gross().map(gross -> Long.toString(gross.minor())).orElse("")));
        String canonical =
                String.join("\u0000", sale.ledger().value(), sale.kind().name(), sale.reference(), transaction);
        try {
            MessageDigest digest = (MessageDigest) FRESH.clone();
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
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
