package no.avstemt.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void the_parts_add_up_and_none_is_more_than_one_unit_off() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            long amount = random.nextLong(2_000_000_000_000L) - 1_000_000_000_000L;
            List<Long> weights = Stream.generate(() -> random.nextLong(1_000_000))
                    .limit(1 + random.nextInt(6))
                    .toList();
            long total = weights.stream().mapToLong(Long::longValue).sum();
            if (total == 0) {
                continue;
            }

            List<Long> parts = Split.of(amount, weights);

            assertEquals(amount, parts.stream().mapToLong(Long::longValue).sum(), "seed " + seed);
            for (int index = 0; index < parts.size(); index++) {
                BigInteger off = BigInteger.valueOf(parts.get(index))
                        .multiply(BigInteger.valueOf(total))
                        .subtract(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights.get(index))))
                        .abs();
                assertTrue(off.compareTo(BigInteger.valueOf(total)) < 0, "seed " + seed);
            }
        }
    }

    @Test
    void one_ore_goes_to_the_first_of_those_that_lost_most() {
        assertEquals(List.of(34L, 33L, 33L), Split.of(100, List.of(1L, 1L, 1L)));
        assertEquals(List.of(-34L, -33L, -33L), Split.of(-100, List.of(1L, 1L, 1L)));
    }

    @Test
    void weights_that_are_all_zero_or_negative_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Split.of(1, List.of(0L, 0L)));
        assertThrows(IllegalArgumentException.class, () -> Split.of(1, List.of(2L, -1L)));
    }

    @Test
    void two_currencies_do_not_add() {
        Money euro = new Money(1, java.util.Currency.getInstance("EUR"));
        assertThrows(IllegalArgumentException.class, () -> Money.ofOre(1).plus(euro));
        assertThrows(
                ArithmeticException.class, () -> Money.ofOre(Long.MAX_VALUE).plus(Money.ofOre(1)));
    }
}
