package no.avstemt.domain.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Norwegian account numbers and IBANs. */
class AccountNumbersTest {

    @Test
    void a_norwegian_number_that_checks_is_not_doubted() {
        assertTrue(Bban.isNorwegian("1234 56 78903"));
        assertTrue(Bban.isNorwegian("1234.56.78903"));
        assertFalse(Bban.isDoubtful("12345678903"));
    }

    @Test
    void a_wrong_check_digit_is_doubted_and_not_refused() {
        assertTrue(Bban.isDoubtful("98765432100"));
        assertFalse(Bban.isDoubtful("302321"));
    }

    @Test
    void a_number_is_shown_in_the_groups_that_people_write() {
        assertEquals("1234\u00a056\u00a078903", Bban.shown("12345678903"));
        assertEquals("DE89 3704", Bban.shown("DE89 3704"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NO93 8601 1117 947", "no9386011117947", "DE89370400440532013000", "GB29NWBK60161331926819"})
    void an_iban_that_checks_is_taken_with_blanks_and_in_any_case(String text) {
        assertTrue(Iban.parse(text).isPresent(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NO9386011117948", "NO93860111179470", "DE8937040044053201300", "9386011117947", "", "NO93"})
    void an_iban_that_does_not_check_is_none(String text) {
        assertEquals(Optional.empty(), Iban.parse(text));
    }
}
