package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Written.KARI;
import static no.avstemt.persistence.journal.Written.done;
import static no.avstemt.persistence.journal.Written.entry;
import static no.avstemt.persistence.journal.Written.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and programs write on the accounts of a Vipps ledger. */
final class LedgerLinesTest {

    private static final LocalDate DAY = GivenBooks.DAY;

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int ledgers = 302_700;

    private LedgerId ledger = new LedgerId("none");
    private Written books = new Written(BOOKS, new ClientAccountId(1));

    @BeforeEach
    void a_ledger_that_is_proven() {
        ledger = new LedgerId(Integer.toString(++ledgers));
        books = new Written(BOOKS, BOOKS.client("Vev AS", ledger));
        BOOKS.change(
                books.client,
                stores -> stores.ledgers().save(books.client, ledger, LedgerState.NEW.bookedTo(DAY.plusDays(3))));
        CheckLedger check = new CheckLedger(BOOKS.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));
        BOOKS.read(books.client, stores -> stores.ledgers().of(books.client))
                .forEach(own -> check.run(books.client, own));
    }

    @Test
    void what_is_posted_on_a_proven_date_is_a_difference_until_it_is_cancelled() {
        assertEquals(List.of(), open());

        var posted = books.posted(funds(100));

        assertEquals(List.of("V-06 " + DAY + " 100"), open());
        assertEquals(Optional.of(DAY.plusDays(3)), state().checkedTo());
        assertEquals(100, state().difference());

        done(books.cancel.run(books.client, KARI, posted.id(), "Feil konto"));

        assertEquals(List.of(), open());
    }

    @Test
    void a_draft_that_is_posted_on_a_proven_date_is_a_difference() {
        var draft = books.draft(funds(300));
        assertEquals(List.of(), open());

        done(books.post.draft(books.client, KARI, draft.id()));

        assertEquals(List.of("V-06 " + DAY + " 300"), open());
    }

    private EntryDraft funds(long ore) {
        DraftLine funds = DraftLine.inKroner(
                Optional.of(new AccountCode("1577")), ore, GivenBooks.of(ledger), "");
        return entry(DAY, "Justering", funds, line("2050", -ore));
    }

    private LedgerState state() {
        return BOOKS.read(books.client, stores -> stores.ledgers().state(books.client, ledger));
    }

    private List<String> open() {
        return BOOKS.read(books.client, stores -> stores.findings().of(books.client, false)).stream()
                .map(stored -> stored.finding())
                .map(found -> found.code().number() + " " + found.ledgerDate() + " "
                        + found.amount().minor())
                .toList();
    }
}
