package no.avstemt.persistence.verify;

import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.verify.ChainHead;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.ShowVerifications;
import no.avstemt.application.verify.Verification;
import no.avstemt.application.verify.VerifyBooks;
import no.avstemt.application.verify.VerifyRuns;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifyBooksTest {

    private static final Actor KARI = new Actor(Optional.empty(), "Kari");

    @AutoClose
    private final SealedBooks books = new SealedBooks();

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final VerifyBooks verify = new VerifyBooks(books.books.unit(), clock);
    private final ShowVerifications show = new ShowVerifications(books.books.unit());

    @Test
    void whole_books_are_told_to_be_whole_and_the_proof_is_kept() {
        Verification proof = verify.run(books.client, KARI, Optional.of(show.head(books.client)));

        assertEquals(List.of(), proof.faults());
        assertEquals(Verification.State.WHOLE, proof.state(NOW));
        assertEquals(7, proof.entries());
        assertEquals(show.head(books.client).hash(), proof.head().orElseThrow());
        assertEquals(List.of(proof), show.page(books.client, 0, 10).shown());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE balance_day SET debit = debit + 1                                             | BALANCE_DAY
            UPDATE balance_month SET credit = credit + 1                                         | BALANCE_MONTH
            UPDATE balance_set_day SET lines = lines + 1                                         | BALANCE_SET_DAY
            DELETE FROM balance_set_month                                                        | BALANCE_SET_MONTH
            UPDATE balance_value_month SET debit = debit + 1                                     | BALANCE_VALUE_MONTH
            UPDATE balance_value_month SET type = 'asset'                                        | BALANCE_VALUE_MONTH
            DELETE FROM balance_value_month                                                      | BALANCE_VALUE_MONTH
            UPDATE balance_day SET cancelled_lines = cancelled_lines + 1                         | BALANCE_DAY
            UPDATE balance_day SET tax_base = tax_base + 1                                       | BALANCE_DAY
            UPDATE journal_head SET chain_position = chain_position + 1                          | HEAD
            UPDATE journal_number SET last_number = last_number + 1                              | LAST_NUMBER
            DELETE FROM journal_line WHERE entry_id = (SELECT min(entry_id) FROM journal_entry)  | LINES
            DELETE FROM journal_entry WHERE number = 3                                           | LINE_WITHOUT_ENTRY
            DELETE FROM journal_entry WHERE number = 3                                           | CHAIN_POSITION
            UPDATE settlement_link SET amount = amount + 1 WHERE link_no = 1                     | LINKS_OF_LINE
            UPDATE settlement_link SET amount = amount + 1 WHERE link_no = 0                     | LINKS_OF_SETTLEMENT_ENTRY
            DELETE FROM settlement_link WHERE link_no = 1                                        | LINKS_OF_SETTLEMENT_ENTRY
            UPDATE settlement_link SET generation = 1                                            | GENERATIONS
            UPDATE journal_line SET ordinal = ordinal + 7                                        | ORDINAL
            UPDATE dimension_set SET members = upper(members)                                    | DIMENSION_SET
            UPDATE dimension_set SET relation_id = relation_id + 1                               | DIMENSION_SET
            UPDATE journal_entry SET reverses_entry_id = entry_id WHERE reverses_entry_id > 0    | REVERSAL
            """)
    void what_is_changed_beside_the_entries_is_found_too(String change, Check check) {
        Set<Check> found = books.faultsAfter(change).orElseThrow().stream()
                .map(Fault::check)
                .collect(Collectors.toSet());

        assertTrue(found.contains(check), change + " " + found);
    }

    @Test
    void a_wrong_sum_of_a_dimension_value_is_told_by_type_and_key() {
        List<Fault> faults = books.faultsAfter("UPDATE balance_value_month SET lines = lines + 1")
                .orElseThrow();

        assertFalse(faults.isEmpty());
        faults.forEach(
                fault -> assertTrue(fault.subject().matches("\\d{4} \\d{4}-\\d{2}-01 / [a-z]+ \\S+"), fault.subject()));
    }

    @Test
    void what_lands_in_a_closed_month_is_found() {
        Set<Check> found =
                books.faultsAfter("""
                        INSERT INTO period (client_account_id, month, state, changed_at, changed_by, closed_at,
                               closed_position)
                        VALUES (:client, '2026-02-01', 'CLOSED', now(), 'Kari', now(), 6)
                        """).orElseThrow().stream().map(Fault::check).collect(Collectors.toSet());

        assertEquals(Set.of(Check.CLOSED_MONTH), found);
    }

    @Test
    void a_tail_that_was_removed_with_every_trace_is_found_against_a_kept_head() {
        ChainHead kept = ChainHead.parse(show.head(books.client).text()).orElseThrow();
        books.books.database().asSuperuser(handle -> {
            handle.execute("""
                    DELETE FROM journal_line WHERE entry_id = (SELECT entry_id FROM journal_entry WHERE chain_position = 7);
                    DELETE FROM journal_entry WHERE chain_position = 7;
                    DELETE FROM journal_number WHERE fiscal_year = 2025;
                    DELETE FROM balance_day WHERE day < '2026-01-01';
                    DELETE FROM balance_month WHERE month < '2026-01-01';
                    DELETE FROM balance_set_day WHERE day < '2026-01-01';
                    DELETE FROM balance_set_month WHERE month < '2026-01-01';
                    DELETE FROM balance_value_month WHERE month < '2026-01-01';
                    UPDATE journal_head
                       SET chain_position = 6,
                           chain_hash = (SELECT chain_hash FROM journal_entry WHERE chain_position = 6)
                    """);
            return true;
        });

        assertEquals(List.of(), verify.run(books.client, KARI, Optional.empty()).faults());
        List<Fault> faults = verify.run(books.client, KARI, Optional.of(kept)).faults();
        assertEquals(List.of(Check.KEPT_HEAD), faults.stream().map(Fault::check).toList());
    }

    @Test
    void a_proof_in_the_background_is_seen_by_whoever_asks() {
        try (VerifyRuns runs = new VerifyRuns(verify, (client, cause) -> {
            throw new IllegalStateException(cause);
        })) {
            Verification begun = runs.start(books.client, KARI, Optional.empty(), Duration.ofMinutes(1));

            Verification done = show.find(books.client, begun.id()).orElseThrow();
            assertEquals(Verification.State.WHOLE, done.state(NOW));
            assertEquals("Kari", done.startedBy());
        }
    }

    @Test
    void another_clients_head_is_no_head() {
        assertEquals(Optional.empty(), ChainHead.parse("avstemt-chain-head client_account_id=1 position=7 hash=00"));
        assertEquals(
                1,
                ChainHead.all("Til revisor\n" + show.head(books.client).text() + "\n")
                        .size());
    }
}
