package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Written.KARI;
import static no.avstemt.persistence.journal.Written.done;
import static no.avstemt.persistence.journal.Written.rent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.application.journal.EntryOutcome.Why;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.period.PeriodStore.Closed;
import no.avstemt.application.period.PeriodStore.Told;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Entries that are taken back, and months that take none. */
final class CancelEntryTest {

    private static final LocalDate DAY = GivenBooks.DAY;
    private static final DimensionRef ACME = new DimensionRef(DimensionType.BUSINESSPARTNER, "10001");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final Written books = new Written(BOOKS, BOOKS.client("Husflid AS"));

    @Test
    void an_entry_and_its_reversal_name_each_other_and_cancel() {
        FullEntry posted = books.posted(rent(DAY, 500));

        FullEntry reversal = done(books.cancel.run(books.client, KARI, posted.id(), "Feil måned"));

        FullEntry cancelled = books.list.one(books.client, posted.id()).orElseThrow();
        assertEquals(posted.ref(), reversal.reverses());
        assertEquals(Optional.of("Feil måned"), reversal.reversalReason());
        assertEquals(reversal.ref(), cancelled.reversedBy());
        assertEquals("Tilbakeføring av 2026/1: Husleie", reversal.description());
        assertEquals(DAY, reversal.date());
        for (String table : List.of("balance_day", "balance_month", "balance_set_day", "balance_set_month")) {
            assertEquals(
                    4,
                    BOOKS.count(
                            "SELECT sum(cancelled_lines)::bigint FROM " + table
                                    + " WHERE client_account_id = ? AND debit = credit AND cancelled_lines = lines",
                            books.client.value()),
                    table);
        }
        assertEquals(
                new Refused(Why.CANCELLED_ALREADY, reversal.ref()),
                books.cancel.run(books.client, KARI, posted.id(), "Igjen"));
        assertEquals(
                new Refused(Why.CANCELS_ANOTHER, posted.ref()),
                books.cancel.run(books.client, KARI, reversal.id(), "Angrer"));
    }

    @Test
    void the_chain_covers_document_and_reversal_as_they_stand_in_the_tables() {
        BOOKS.change(books.client, stores -> stores.dimensions().addMissing(books.client, List.of(ACME)));
        Document invoice = new Document(
                "INVOICE", "F-17", DAY, Optional.of(DAY.plusDays(14)), Optional.of("1234567897"), Optional.of(ACME));
        EntryDraft written = rent(DAY, 600);
        FullEntry posted = books.posted(
                new EntryDraft(written.date(), written.description(), Optional.of(invoice), written.lines()));
        done(books.cancel.run(books.client, KARI, posted.id(), "Dobbelt"));
        FullEntry again = books.posted(
                new EntryDraft(written.date(), written.description(), Optional.of(invoice), written.lines()));

        assertEquals(invoice, again.document().orElseThrow().document());
        assertEquals(1, BOOKS.count("SELECT count(*) FROM document WHERE client_account_id = ?", books.client.value()));
        List<PostedEntry> stored = BOOKS.database().asSuperuser(handle -> StoredJournal.of(handle, books.client));
        PostedEntry before = null;
        for (PostedEntry entry : stored) {
            if (before != null) {
                assertEquals(before.hash().followedBy(entry.fiscalYear(), entry.number(), entry.entry()), entry.hash());
            }
            before = entry;
        }
        assertEquals(3, stored.size());
    }

    @Test
    void who_cancels_at_once_cancels_once() throws Exception {
        FullEntry posted = books.posted(rent(DAY, 800));
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<EntryOutcome>> tries = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                tries.add(workers.submit(() -> books.cancel.run(books.client, KARI, posted.id(), "Feil")));
            }
            int done = 0;
            for (Future<EntryOutcome> one : tries) {
                done += one.get() instanceof Done ? 1 : 0;
            }
            assertEquals(1, done);
        } finally {
            workers.shutdownNow();
        }
        assertEquals(2, books.all().size());
    }

    @Test
    void what_is_booked_from_vipps_is_not_cancelled_by_hand() {
        LedgerId ledger = new LedgerId("302999");
        ClientAccountId client = BOOKS.client("Vippset", ledger);
        BOOKS.post(client, List.of(GivenBooks.entry(DAY, ledger, "1577", "3000", 100)));
        Written vipps = new Written(BOOKS, client);

        EntryOutcome outcome = vipps.cancel.run(client, KARI, vipps.all().get(0).id(), "Vil ikke");

        assertEquals(
                Why.BOOKED_FROM_VIPPS, assertInstanceOf(Refused.class, outcome).why());
    }

    @Test
    void a_reversal_goes_to_the_earliest_open_month_after_one_that_is_not() {
        FullEntry january = books.posted(rent(LocalDate.of(2026, 1, 15), 900));
        say(YearMonth.of(2026, 1), PeriodState.CLOSED);
        say(YearMonth.of(2026, 2), PeriodState.HELD);

        FullEntry reversal = done(books.cancel.run(books.client, KARI, january.id(), "For sent"));

        assertEquals(LocalDate.of(2026, 3, 1), reversal.date());
    }

    @Test
    void nothing_is_posted_by_hand_into_a_closed_month_and_into_a_held_one_for_a_reason() {
        say(YearMonth.of(2026, 1), PeriodState.CLOSED);
        say(YearMonth.of(2026, 2), PeriodState.HELD);

        EntryOutcome closed =
                books.post.run(books.client, KARI, rent(LocalDate.of(2026, 1, 15), 1), Optional.of("Glemt"));
        EntryOutcome held = books.post.run(books.client, KARI, rent(LocalDate.of(2026, 2, 15), 1));
        FullEntry explained = done(
                books.post.run(books.client, KARI, rent(LocalDate.of(2026, 2, 15), 1), Optional.of("Glemt bilag")));

        assertEquals(
                Reason.PERIOD_CLOSED,
                assertInstanceOf(Faulty.class, closed).faults().get(0).reason());
        assertEquals(
                Reason.PERIOD_HELD,
                assertInstanceOf(Faulty.class, held).faults().get(0).reason());
        assertEquals(Optional.of("Glemt bilag"), explained.heldReason());
    }

    private void say(YearMonth month, PeriodState state) {
        BOOKS.change(books.client, stores -> {
            JournalHead head = stores.journal().lockHead(books.client);
            Closed closed = new Closed(GivenBooks.NOW, head.chainPosition());
            Told told = new Told(month, state, GivenBooks.NOW, KARI, Optional.of("Test"), Optional.of(closed));
            stores.periods().save(books.client, List.of(told));
        });
    }
}
