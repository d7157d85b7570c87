package no.avstemt.vipps.simulator;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;

/**
 * Positions as opaque text: sixteen bytes in Base64, so that every cursor has {@code =} and many have {@code +} or
 * {@code /}. A cursor is good for one scope (ledger, topic and, by date, the date) of one world; anywhere else it is
 * refused.
 */
final class Cursors {
    private static final int LENGTH = 16;
    private final long key;

    private Cursors(long key) {
        this.key = key;
    }

    static Cursors of(World world, String scope) {
        long key = world.fingerprint();
        for (int i = 0; i < scope.length(); i++) {
            key = Dice.mix(key, scope.charAt(i));
        }
        return new Cursors(key);
    }

    String format(Position position) {
        long seal = Dice.mix(key, pack(position));
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(pack(position) ^ seal)
                .putLong(seal)
                .array();
        return Base64.getEncoder().encodeToString(bytes);
    }

    Position parse(String cursor) {
        ByteBuffer bytes = bytes(cursor);
        long sealed = bytes.getLong();
        long seal = bytes.getLong();
        long packed = sealed ^ seal;
        if (seal != Dice.mix(key, packed)) {
            throw Refused.badInput("The cursor does not belong to this request");
        }
        return new Position(LocalDate.ofEpochDay(packed >> 32), (int) packed);
    }

    private static ByteBuffer bytes(String cursor) {
        try {
            byte[] bytes = Base64.getDecoder().decode(cursor);
            if (bytes.length == LENGTH) {
                return ByteBuffer.wrap(bytes);
            }
            throw Refused.badInput("The cursor has the wrong length");
        } catch (IllegalArgumentException e) {
            throw Refused.badInput("The cursor is not Base64: " + e.getMessage());
        }
    }

    private static long pack(Position position) {
        return position.date().toEpochDay() << 32 | position.offset();
    }
}
