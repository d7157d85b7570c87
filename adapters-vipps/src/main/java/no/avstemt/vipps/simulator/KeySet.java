package no.avstemt.vipps.simulator;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a holder of keys proves itself with; the same for the same seed.
 *
 * @param subscriptionKey sent with every call; accounting and management keys have none
 * @param unit the handle of the one sales unit that they are for
 */
record KeySet(
        Kind kind, String clientId, String clientSecret, Optional<String> subscriptionKey, Optional<String> unit) {

    /** Who holds them decides what they open (vipps-apis.md 2.1). */
    enum Kind {
        ACCOUNTING(true, true),
        SALES_UNIT(true, false),
        PARTNER(false, false),
        MANAGEMENT(false, false);

        private final boolean reports;
        private final boolean sales;

        Kind(boolean reports, boolean sales) {
            this.reports = reports;
            this.sales = sales;
        }

        boolean opensReports() {
            return reports;
        }

        boolean opensSales() {
            return sales;
        }

        /** Whether a subscription key belongs to them, and {@code /accesstoken/get} gives their tokens. */
        boolean isStandard() {
            return this == SALES_UNIT || this == PARTNER;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int FIRST_SALT = 0xC11E;

    /** @param number another for each key set of a world; 0 is the accounting partner's */
    static KeySet of(Kind kind, long seed, int number, Optional<String> unit) {
        Dice dice = new Dice(Dice.mix(seed, FIRST_SALT + number));
        String id = new UUID((dice.next() & ~0xF000L) | 0x4000L, (dice.next() >>> 2) | Long.MIN_VALUE).toString();
        byte[] secret = ByteBuffer.allocate(32)
                .putLong(dice.next())
                .putLong(dice.next())
                .putLong(dice.next())
                .putLong(dice.next())
                .array();
        Optional<String> subscription = kind.isStandard()
                ? Optional.of(
                        HexFormat.of().toHexDigits(dice.next()) + HexFormat.of().toHexDigits(dice.next()))
                : Optional.empty();
        return new KeySet(kind, id, Base64.getEncoder().encodeToString(secret), subscription, unit);
    }

    boolean opens(LedgerIdentity ledger) {
        return kind.opensReports() && unit.map(ledger::settlesFor).orElse(true);
    }

    @Override
    public String toString() {
        return kind.word() + " " + clientId;
    }
}
