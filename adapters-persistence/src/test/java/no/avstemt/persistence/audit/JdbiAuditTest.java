package no.avstemt.persistence.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class JdbiAuditTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void what_was_done_is_kept_and_cannot_be_changed_or_taken_away() {
        ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", new LedgerId("302321"));
        Actor kari = new Actor(Optional.of(new UserId(7)), "Kari Nordmann");

        BOOKS.write(client, stores -> {
            stores.audit()
                    .record(
                            client,
                            new AuditEvent(
                                    Instant.parse("2026-11-21T10:00:00Z"),
                                    kari,
                                    AuditAction.LEDGER_TAKEN_INTO_USE,
                                    "302321",
                                    Map.of(),
                                    Map.of("cutoff", "04:00")));
            return true;
        });

        assertEquals(
                List.of("7 Kari Nordmann LEDGER_TAKEN_INTO_USE 302321 {} {cutoff,04:00}"),
                BOOKS.database()
                        .transactions()
                        .read(
                                List.of(client.value()),
                                handle -> handle.select("""
                                SELECT concat_ws(' ', user_id, actor, action, subject, before::text, after::text)
                                  FROM audit_event
                                """).mapTo(String.class).list()));
        for (String forbidden : List.of("UPDATE audit_event SET actor = 'x'", "DELETE FROM audit_event")) {
            JdbiException refused = assertThrows(
                    JdbiException.class,
                    () -> BOOKS.database()
                            .transactions()
                            .write(List.of(client.value()), handle -> handle.execute(forbidden)));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), refused.toString());
        }
    }
}
