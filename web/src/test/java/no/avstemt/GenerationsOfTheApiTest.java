package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.GivenBooks;
import no.avstemt.persistence.journal.CanonicalExport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One history told by an old and by a new generation of Vipps's API gives the same books. */
final class GenerationsOfTheApiTest {

    private static final int DAYS = Boolean.getBoolean("avstemt.test.long") ? 365 : 30;

    /** Every date of three streams at thirty a round. */
    private static final int ROUNDS = DAYS / 10 + 2;

    @AutoClose
    private final SimulatedLedger vipps = new SimulatedLedger(DAYS);

    @Test
    void old_and_new_generations_of_one_history_give_the_same_books() throws Exception {
        try (GivenBooks young = new GivenBooks();
                GivenBooks old = new GivenBooks()) {
            ClientAccountId ofYoung = vipps.takenIntoUse(young.unit());
            ClientAccountId ofOld = vipps.takenIntoUse(old.unit());
            vipps.rounds(young.unit(), ofYoung, ROUNDS);
            vipps.turn("{\"generation\": \"2023\"}");
            vipps.rounds(old.unit(), ofOld, ROUNDS);

            assertNotEquals(raw(old), raw(young));
            String expected = books(young);
            String told = books(old);
            assertTrue(expected.length() > 10_000, expected);
            assertEquals(lines(expected, told), lines(told, expected));
            assertEquals(expected, told);
        }
    }

    @Test
    void what_was_fetched_from_one_generation_agrees_with_the_reports_of_another() throws Exception {
        try (GivenBooks books = new GivenBooks()) {
            vipps.turn("{\"generation\": \"2023\"}");
            ClientAccountId client = vipps.takenIntoUse(books.unit());
            vipps.rounds(books.unit(), client, 1);
            vipps.turn("{\"generation\": \"2026\"}");
            vipps.rounds(books.unit(), client, ROUNDS);

            assertEquals(
                    List.of(),
                    books.read(client, stores -> stores.findings().of(client, true)).stream()
                            .map(stored -> stored.finding())
                            .filter(finding -> Set.of("V-17", "V-18")
                                    .contains(finding.code().number()))
                            .toList());
            assertEquals(0, books.count("SELECT count(*) FROM date_check WHERE state <> 'VERIFIED'"));
        }
    }

    /** All but Vipps's own words, which are told by what they are the same by. */
    private static String books(GivenBooks books) {
        String all = books.database().asSuperuser(CanonicalExport::all);
        return without(without(all, "settlement entries"), "sales") + keys(books);
    }

    /** The lines of one that the other has not. */
    private static List<String> lines(String one, String other) {
        Set<String> known = Set.copyOf(other.lines().collect(Collectors.toSet()));
        return one.lines().filter(line -> !known.contains(line)).toList();
    }

    private static String without(String export, String part) {
        int from = export.indexOf("== " + part + "\n");
        int to = export.indexOf("\n== ", from);
        assertTrue(from >= 0 && to > from, part);
        return export.substring(0, from) + export.substring(to);
    }

    private static String keys(GivenBooks books) {
        return books.database()
                .asSuperuser(handle -> String.join("\n", rows(handle, """
                SELECT concat_ws(' ', topic, feed_position, ledger_date, natural_key, amount, balance_after)
                  FROM settlement_entry
                 ORDER BY topic, feed_position
                """)) + String.join("\n", rows(handle, """
                SELECT concat_ws(' ', s.time, s.natural_key, s.kind, s.gross, s.vat, count(l.*), sum(l.gross), sum(l.vat))
                  FROM sale s
                  LEFT JOIN sale_line l USING (client_account_id, sale_id)
                 GROUP BY s.time, s.natural_key, s.kind, s.gross, s.vat
                 ORDER BY s.time, s.natural_key
                """)));
    }

    private static List<String> raw(GivenBooks books) {
        return books.database()
                .asSuperuser(handle ->
                        rows(handle, "SELECT vipps_type || raw FROM settlement_entry ORDER BY topic, feed_position"));
    }

    private static List<String> rows(Handle handle, String sql) {
        return handle.select(sql).mapTo(String.class).list();
    }
}
