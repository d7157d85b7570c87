package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The aggregate of our own that adds øre. */
class TotalsTest {

    private static final String TOTAL = "SELECT total(øre) FROM (VALUES (%s)) given (øre)";

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void adds_what_is_there_and_says_nothing_of_nothing() {
        assertEquals(Optional.of(-3L), total("1), (NULL), (-4"));
        assertEquals(Optional.of(Long.MAX_VALUE), total(Long.MAX_VALUE - 1 + "), (1"));
        assertEquals(Optional.empty(), total("NULL::bigint"));
    }

    @Test
    void refuses_what_a_bigint_cannot_hold() {
        JdbiException refused = assertThrows(JdbiException.class, () -> total(Long.MAX_VALUE + "), (1"));

        assertTrue(String.valueOf(refused.getMessage()).contains("bigint out of range"), refused.getMessage());
    }

    private static Optional<Long> total(String values) {
        return BOOKS.database()
                .transactions()
                .read(
                        List.of(),
                        handle -> handle.createQuery(TOTAL.formatted(values))
                                .mapTo(Long.class)
                                .findOne());
    }
}
