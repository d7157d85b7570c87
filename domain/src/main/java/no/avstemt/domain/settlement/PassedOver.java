package no.avstemt.domain.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Rows of a date that follow each other in Vipps's report of it and that the feed passed over.
 *
 * @param after the row before them; none where they begin the date
 * @param keys in the order of the report
 * @param before the row after them; none where they end the date
 */
public record PassedOver(Optional<EntryKey> after, List<EntryKey> keys, Optional<EntryKey> before) {

    /** So that rows find room between rows that were put between rows. */
    private static final int SCALE = 24;

    public PassedOver {
        keys = List.copyOf(keys);
    }

    /**
     * Where they belong: after the place of the one and before that of the other, at equal distances.
     *
     * @param known the places of the rows around them
     * @return a place for each, all above zero
     */
    public List<BigDecimal> places(Map<EntryKey, BigDecimal> known) {
        Optional<BigDecimal> above = before.flatMap(key -> Optional.ofNullable(known.get(key)));
        BigDecimal low = after.flatMap(key -> Optional.ofNullable(known.get(key)))
                .or(() -> above.map(place -> place.subtract(BigDecimal.ONE)))
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO);
        BigDecimal parts = BigDecimal.valueOf(keys.size() + 1L);
        BigDecimal room = above.orElse(low.add(parts)).subtract(low);
        return LongStream.rangeClosed(1, keys.size())
                .mapToObj(
                        nth -> low.add(room.multiply(BigDecimal.valueOf(nth)).divide(parts, SCALE, RoundingMode.DOWN)))
                .toList();
    }
}
