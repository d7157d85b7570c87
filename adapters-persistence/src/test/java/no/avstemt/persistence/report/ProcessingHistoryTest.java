package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ProduceReport;
import no.avstemt.application.report.ProduceReport.Produced;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ProcessingHistoryTest {

    @AutoClose
    private final GivenBooks books = new GivenBooks();

    private final ClientAccountId client = books.client("Kaffebaren Nord AS");
    private final ReportQuery all = ReportQuery.of(client, "nb");

    private void did(String who, AuditAction what, String at, String subject) {
        books.change(client, stores -> stores.audit().record(client, event(who, what, at, subject)));
    }

    private static AuditEvent event(String who, AuditAction what, String at, String subject) {
        return new AuditEvent(
                Instant.parse(at),
                new Actor(Optional.empty(), who),
                what,
                subject,
                Map.of("name", "Før"),
                Map.of("name", "Etter"));
    }

    private Produced<CollectingSink> produced(ReportQuery query) {
        return new ProduceReport(books.unit())
                .run(Reports.PROCESSING_HISTORY, query, seal -> false, CollectingSink::new)
                .either(
                        unchanged -> {
                            throw new IllegalStateException();
                        },
                        produced -> produced);
    }

    /** Who did what to what. */
    private List<String> told(ReportQuery query) {
        return produced(query).sink().rows().stream()
                .map(row -> text(row.cells().get(4)) + " " + text(row.cells().get(5)) + " "
                        + text(row.cells().get(7)))
                .toList();
    }

    private static String text(Cell cell) {
        return ((Cell.Text) cell).text();
    }

    @Test
    void events_come_in_their_order_and_can_be_asked_for_by_day_person_and_kind() {
        did("Kari Nordmann", AuditAction.ACCOUNT_ADDED, "2026-01-31T22:59:59Z", "3001");
        did("Ola", AuditAction.ENTRY_POSTED, "2026-01-31T23:00:00Z", "2026/1");
        did("Kari Nordmann", AuditAction.ENTRY_POSTED, "2026-02-03T09:00:00Z", "2026/2");

        assertEquals(
                List.of(
                        "Kari Nordmann account_added 3001",
                        "Ola entry_posted 2026/1",
                        "Kari Nordmann entry_posted 2026/2"),
                told(all));
        assertEquals(
                List.of("Ola entry_posted 2026/1", "Kari Nordmann entry_posted 2026/2"),
                told(all.with(Parameters.SINCE, Optional.of(LocalDate.of(2026, 2, 1)))));
        assertEquals(
                List.of("Kari Nordmann account_added 3001"),
                told(all.with(Parameters.UNTIL, Optional.of(LocalDate.of(2026, 1, 31)))));
        assertEquals(
                List.of("Kari Nordmann entry_posted 2026/2"),
                told(all.with(Parameters.USER, Optional.of("kari n"))
                        .with(Parameters.ACTION, Optional.of(AuditAction.ENTRY_POSTED))));
        assertEquals(
                List.of("Kari Nordmann entry_posted 2026/2"),
                told(all.with(Parameters.PER_PAGE, 2L).with(Parameters.PAGE, 2L)));
    }

    @Test
    void what_was_done_changes_the_seal() {
        String before = produced(all).seal().hex();

        did("Ola", AuditAction.ACCOUNT_ADDED, "2026-01-31T23:00:00Z", "3001");

        assertNotEquals(before, produced(all).seal().hex());
    }

    @Test
    void what_is_committed_after_something_that_began_later_changes_the_seal_too() {
        did("Ola", AuditAction.ACCOUNT_ADDED, "2026-01-31T22:00:00Z", "3001");
        String before = books.write(client, stores -> {
            stores.audit().record(client, event("Kari", AuditAction.ACCOUNT_ADDED, "2026-01-31T23:00:00Z", "3002"));
            return whileThatWaits(() -> {
                did("Ola", AuditAction.ACCOUNT_ADDED, "2026-01-31T23:00:01Z", "3003");
                return produced(all).seal().hex();
            });
        });

        assertEquals(3, told(all).size());
        assertNotEquals(before, produced(all).seal().hex());
    }

    /** In a thread of its own: units of work of one thread are one. */
    private static <T> T whileThatWaits(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    @Test
    void another_chart_changes_the_seal() {
        String before = produced(all).seal().hex();

        books.change(client, stores -> stores.chart().lock(client));

        assertNotEquals(before, produced(all).seal().hex());
    }
}
