package no.avstemt.domain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KidTest {

    @ParameterizedTest
    @CsvSource({
        "1234566, true, false",
        "12345678903, true, true",
        "000000000000000000000000, true, true",
        "6-, false, true"
    })
    void the_check_digit_is_that_of_mod10_or_mod11(String kid, boolean mod10, boolean mod11) {
        assertEquals(mod10, Kid.checksByMod10(kid));
        assertEquals(mod11, Kid.checksByMod11(kid));
        assertTrue(Kid.isValid(kid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "1", "", "12345678901234567890123456", "12 34566", "Faktura 12", "-", "12-4"})
    void what_does_not_check_or_has_another_shape_is_none(String text) {
        assertFalse(Kid.isValid(text), text);
    }

    @Test
    void digits_are_meant_as_one_and_words_are_not() {
        assertTrue(Kid.isMeant("1234567"));
        assertFalse(Kid.isMeant("Faktura 1234567"));
    }

    @Test
    void one_wrong_digit_is_always_found_by_mod10() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String body = Integer.toString(10 + random.nextInt(1_000_000_000));
            String kid = withMod10(body);
            int place = random.nextInt(kid.length());
            char other = (char) ('0' + (kid.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = kid.substring(0, place) + other + kid.substring(place + 1);
            assertTrue(Kid.checksByMod10(kid), kid);
            assertFalse(Kid.checksByMod10(wrong), () -> "seed " + seed + ": " + wrong);
        }
    }

    private static String withMod10(String body) {
        for (char check = '0'; check <= '9'; check++) {
            if (Kid.checksByMod10(body + check)) {
                return body + check;
            }
        }
        throw new AssertionError("No check digit for " + body);
    }
}
