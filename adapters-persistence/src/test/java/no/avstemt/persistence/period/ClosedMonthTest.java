package no.avstemt.persistence.period;

import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.application.journal.ImportProblem;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.Stamp;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** No path leads into a closed month, and into a held one only a path with a reason. */
final class ClosedMonthTest {

    private static final AtomicInteger LEDGERS = new AtomicInteger(302_321);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final LocalDate IN_JANUARY = LocalDate.of(2026, 1, 14);
    private static final LocalDate IN_FEBRUARY = LocalDate.of(2026, 2, 14);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int RACES = Boolean.getBoolean("avstemt.test.long") ? 200 : 20;

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final LedgerId ledger = new LedgerId(Integer.toString(LEDGERS.incrementAndGet()));
    private final ClientAccountId client = BOOKS.client("Kaffebaren Nord AS", ledger);

    @Test
    void the_program_is_refused_with_the_month_and_nothing_is_posted() {
        say(JANUARY, PeriodState.CLOSED);

        MonthNotOpen refused = assertThrows(MonthNotOpen.class, () -> post(entry(IN_JANUARY)));

        assertEquals(JANUARY, refused.month());
        assertEquals(0, entries());
        post(entry(IN_FEBRUARY));
        assertEquals(1, entries());
    }

    @Test
    void what_is_sealed_past_the_check_is_refused_by_the_database() {
        say(JANUARY, PeriodState.CLOSED);

        assertRefused("Month 2026-01 of client " + client + " is closed", () -> append(entry(IN_JANUARY)));
        assertRefused(
                "Month 2025-11 of client " + client + " is closed", () -> append(entry(LocalDate.of(2025, 11, 1))));
        assertEquals(0, entries());
    }

    @Test
    void a_held_month_takes_an_entry_that_says_why_on_every_path() {
        say(JANUARY, PeriodState.HELD);

        assertThrows(MonthNotOpen.class, () -> post(entry(IN_JANUARY)));
        assertRefused("is held", () -> append(entry(IN_JANUARY)));
        post(entry(IN_JANUARY).although("Faktura kom sent"));

        assertEquals(
                "Faktura kom sent",
                BOOKS.database()
                        .asSuperuser(handle -> handle.select(
                                        "SELECT held_reason FROM journal_entry WHERE client_account_id = ?",
                                        client.value())
                                .mapTo(String.class)
                                .one()));
    }

    @Test
    void an_import_with_one_entry_in_a_closed_month_leaves_nothing() {
        say(JANUARY, PeriodState.CLOSED);
        String csv = """
                entry_id,date,account,debit_minor,credit_minor,description,project,department
                1,2026-02-02,1900,100,0,a,,
                1,2026-02-02,3000,0,100,a,,
                2,2026-01-31,1900,100,0,b,,
                2,2026-01-31,3000,0,100,b,,
                """;
        ImportEntries imports = new ImportEntries(BOOKS.unit(), new Post(CLOCK), CLOCK);
        EntryFile file = new EntryFile() {
            @Override
            public String name() {
                return "entries.csv";
            }

            @Override
            public Reader open() {
                return new StringReader(csv);
            }
        };

        Outcome outcome = imports.run(client, Actor.system("Kari"), file, ImportEntries.Missing.REFUSE);

        ImportProblem problem =
                assertInstanceOf(Refused.class, outcome).problems().get(0);
        assertEquals(4, problem.line());
        assertEquals(
                EntryFault.Reason.PERIOD_CLOSED, problem.fault().orElseThrow().reason());

        assertEquals(0, entries());
    }

    @Test
    void the_programs_role_cannot_write_an_entry_or_a_line_into_it_by_itself() {
        post(entry(IN_FEBRUARY));
        say(JANUARY, PeriodState.CLOSED);

        assertRefused("is closed", () -> raw("""
                INSERT INTO journal_entry (client_account_id, fiscal_year, number, chain_position, chain_hash, posting_date,
                       description, voucher_id, created_by, created_at, held_reason)
                SELECT client_account_id, 2026, 2, 2, chain_hash, '2026-01-31', 'x', voucher_id, 'x', now(), 'x'
                  FROM journal_entry
                 WHERE client_account_id = <client>
                """));
        assertRefused("is closed", () -> raw("""
                INSERT INTO journal_line (client_account_id, entry_id, line_no, account_id, posting_date, ordinal, amount,
                       currency, currency_amount, exchange_rate, description)
                SELECT <client>, 7001, line, 1, date '2026-01-31' + line - 1, line, 0, 'NOK', 0, 1, ''
                  FROM generate_series(1, 2) line
                """));
        assertEquals(1, entries());
    }

    @Test
    void a_closing_and_a_posting_at_once_end_in_either_order_and_never_in_both() throws Exception {
        try (Pair pair = new Pair()) {
            for (int race = 0; race < RACES; race++) {
                YearMonth month = YearMonth.of(2030 + race / 12, 1 + race % 12);
                long before = entries();

                boolean posted = pair.run(() -> post(entry(month.atDay(7))), () -> say(month, PeriodState.CLOSED));

                assertEquals(before + (posted ? 1 : 0), entries());
                long after = BOOKS.count("""
                        SELECT count(*)
                          FROM period p
                          JOIN journal_entry e
                            ON e.client_account_id = p.client_account_id AND e.chain_position > p.closed_position
                           AND date_trunc('month', e.posting_date) = p.month
                         WHERE p.client_account_id = ? AND p.state = 'CLOSED'
                        """, client.value());
                assertEquals(0, after, "Posted after " + month + " was closed");
            }
        }
    }

    @Test
    void who_writes_past_the_program_waits_for_a_closing_that_has_begun() throws Exception {
        post(entry(IN_FEBRUARY));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> raw = BOOKS.write(client, stores -> {
                JournalHead head = stores.journal().lockHead(client);
                stores.periods().save(client, List.of(told(JANUARY, PeriodState.CLOSED, head)));
                Future<?> started = other.submit(() -> raw("""
                        INSERT INTO journal_entry (client_account_id, fiscal_year, number, chain_position, chain_hash,
                               posting_date, description, voucher_id, created_by, created_at)
                        SELECT <client>, 2026, 9, 9, sha256('x'), '2026-01-31', 'x', 1, 'x', now()
                        """));
                assertThrows(TimeoutException.class, () -> started.get(300, TimeUnit.MILLISECONDS));
                return started;
            });

            var refused = assertThrows(ExecutionException.class, () -> raw.get(10, TimeUnit.SECONDS));
            assertTrue(String.valueOf(refused.getMessage()).contains("is closed"), refused.getMessage());
            assertEquals(1, entries());
        } finally {
            other.shutdownNow();
        }
    }

    private JournalEntry entry(LocalDate day) {
        return GivenBooks.entry(day, ledger, "1577", "3000", 100);
    }

    private void post(JournalEntry entry) {
        BOOKS.post(client, List.of(entry));
    }

    /** As the program would, had it not looked. */
    private void append(JournalEntry entry) {
        BOOKS.change(client, stores -> {
            JournalHead head = stores.journal().lockHead(client);
            JournalHead blind =
                    new JournalHead(head.chainPosition(), head.hash(), head.lastNumbers(), head.fiscalYears());
            PostedEntry posted = blind.next(entry);
            stores.journal().append(client, List.of(posted), blind.after(posted), new Stamp(NOW, Optional.empty()));
        });
    }

    private void say(YearMonth month, PeriodState state) {
        BOOKS.change(client, stores -> {
            JournalHead head = stores.journal().lockHead(client);
            stores.periods().save(client, List.of(told(month, state, head)));
        });
    }

    private static Told told(YearMonth month, PeriodState state, JournalHead head) {
        Optional<Closed> closed =
                state == PeriodState.CLOSED ? Optional.of(new Closed(NOW, head.chainPosition())) : Optional.empty();
        return new Told(month, state, NOW, Actor.system("test"), Optional.empty(), closed);
    }

    private void raw(String sql) {
        BOOKS.database()
                .transactions()
                .write(List.of(client.value()), handle -> handle.execute(sql.replace("<client>", client.toString())));
    }

    private long entries() {
        return BOOKS.count("SELECT count(*) FROM journal_entry WHERE client_account_id = ?", client.value());
    }

    private static void assertRefused(String why, Runnable work) {
        JdbiException refused = assertThrows(JdbiException.class, work::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    /** Two things at once; tells whether the first was let through, or its month was closed before. */
    private static final class Pair implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final CyclicBarrier start = new CyclicBarrier(2);

        boolean run(Runnable first, Runnable second) throws Exception {
            Future<Boolean> posted = threads.submit(() -> {
                start.await();
                try {
                    first.run();
                    return true;
                } catch (MonthNotOpen closed) {
                    return false;
                }
            });
            Future<?> closed = threads.submit(() -> {
                start.await();
                second.run();
                return true;
            });
            closed.get(30, TimeUnit.SECONDS);
            return posted.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
