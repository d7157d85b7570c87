package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Written.KARI;
import static no.avstemt.persistence.journal.Written.done;
import static no.avstemt.persistence.journal.Written.entry;
import static no.avstemt.persistence.journal.Written.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
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

    private final Imports imports = new Imports(BOOKS);
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

    @Test
    void a_file_that_names_the_ledger_is_proven_and_one_that_does_not_is_refused() {
        String lines = "1,%s,1577,500,0,Justering,%s\n1,%s,2050,0,500,Justering,\n";
        String plain =
                "entry_id,date,account,debit_minor,credit_minor,description,project\n" + lines.formatted(DAY, "", DAY);
        String withTax = plain.replace(",project", ",tax_code");
        String head = "entry_id,date,account,debit_minor,credit_minor,description,bank_account\n";

        assertEquals("2 FAULT RELATION_MISSING", Imports.problems(imports.run(books.client, plain)));
        assertEquals("2 FAULT RELATION_MISSING", Imports.problems(imports.run(books.client, withTax)));
        assertEquals(
                "2 FAULT RELATION_MISSING",
                Imports.problems(imports.run(books.client, head + lines.formatted(DAY, "", DAY))));
        assertEquals(
                "2 FAULT NOT_OF_LEDGER\n2 UNKNOWN_DIMENSION bankacc 15032080119",
                Imports.problems(imports.run(books.client, head + lines.formatted(DAY, "15032080119", DAY))));
        assertEquals(List.of(), open());

        assertEquals(
                "1 entries, 2 lines, 2026/1–1",
                Imports.told(imports.run(books.client, head + lines.formatted(DAY, ledger, DAY))));

        assertEquals(List.of("V-06 " + DAY + " 500"), open());
    }

    @Test
    void accounts_of_the_bank_are_taken_from_a_file_without_saying_which() {
        String head = "entry_id,date,account,debit_minor,credit_minor,description\n";
        String lines = "1,%s,1920,500,0,Inn\n1,%s,2050,0,500,Inn\n";

        assertEquals(
                "1 entries, 2 lines, 2026/1–1",
                Imports.told(imports.run(books.client, head + lines.formatted(DAY, DAY))));
    }

    @Test
    void an_account_of_vipps_is_about_a_ledger_and_no_other_bank_account() {
        DimensionRef bank = new DimensionRef(DimensionType.BANKACC, "15032080119");
        BOOKS.change(books.client, stores -> stores.dimensions().addMissing(books.client, List.of(bank)));

        EntryOutcome refused = books.post.run(books.client, KARI, funds(100, DimensionSet.related(bank)));

        assertEquals(
                List.of("NOT_OF_LEDGER [1577, 15032080119, " + ledger + "]"),
                assertInstanceOf(Faulty.class, refused).faults().stream()
                        .map(fault -> fault.reason() + " " + fault.facts())
                        .toList());
    }

    private EntryDraft funds(long ore) {
        return funds(ore, GivenBooks.of(ledger));
    }

    private static EntryDraft funds(long ore, DimensionSet about) {
        DraftLine funds = DraftLine.inKroner(Optional.of(new AccountCode("1577")), ore, about, "");
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
