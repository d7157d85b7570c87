package no.avstemt.domain.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrgNumberTest {

    @Test
    void the_check_digit_decides() {
        assertEquals(
                "918713867", OrgNumber.parse("918 713\u00a0867").orElseThrow().digits());
        assertTrue(OrgNumber.parse("918713868").isEmpty());
        assertTrue(OrgNumber.parse("91871386").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new OrgNumber("000000001"));
    }
}
