package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Imports.HEAD;
import static no.avstemt.persistence.journal.Imports.problems;
import static no.avstemt.persistence.journal.Imports.told;
import static no.avstemt.persistence.journal.Written.KARI;
import static no.avstemt.persistence.journal.Written.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Faulty;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.money.Money;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the settings of a client account say of entries by hand and in files. In the VAT register from the fifteenth. */
final class EntryTermsOnPostgresTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 14);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 15);
    private static final String WITH_CODE = "entry_id,date,account,debit,credit,description,tax_code\n";

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final ClientAccountId client = BOOKS.client("Ny i registeret");
    private final Written books = new Written(BOOKS, client);
    private final Imports imports = new Imports(BOOKS);

    private void register() {
        ClientAccount account = GivenBooks.account(client, "Ny i registeret");
        BOOKS.change(
                client,
                stores -> stores.clients()
                        .change(new ClientAccount(
                                client,
                                account.name(),
                                account.organisationNumber(),
                                account.language(),
                                account.startDate(),
                                new VatRegistration(true, Optional.of(FIRST), Optional.empty()))));
    }

    private static EntryDraft bought(LocalDate date, String code) {
        DraftLine cost = line("6300", 100, Optional.of(code));
        DraftLine paid = line("2050", -100, Optional.empty());
        return switch (code) {
            case "1" -> Written.entry(date, "Kjøp", cost, paid, Written.line("2710", 25), Written.line("2050", -25));
            case "87" -> Written.entry(date, "Kjøp", cost, paid, Written.line("6300", 25), Written.line("2704", -25));
            default -> Written.entry(date, "Kjøp", cost, paid);
        };
    }

    private static DraftLine line(String account, long ore, Optional<String> code) {
        return new DraftLine(
                Optional.of(new AccountCode(account)),
                ore,
                Money.NOK,
                ore,
                BigDecimal.ONE,
                code,
                Optional.empty(),
                Optional.empty(),
                DimensionSet.NONE,
                "");
    }

    private static List<String> faults(EntryOutcome outcome) {
        return assertInstanceOf(Faulty.class, outcome).faults().stream()
                .map(EntryTermsOnPostgresTest::fault)
                .toList();
    }

    private static String fault(EntryFault fault) {
        return fault.line() + " " + fault.field() + " " + fault.reason() + " " + String.join(" ", fault.facts());
    }

    @Test
    void deduction_is_for_the_days_in_the_register() {
        register();

        assertEquals(
                List.of(
                        "1 tax_code TAX_CODE_NEEDS_REGISTRATION 1 2026-02-14",
                        "3 account_code VAT_ACCOUNT_NEEDS_REGISTRATION 2710 2026-02-14"),
                faults(books.post.run(client, KARI, bought(BEFORE, "1"))));
        done(books.post.run(client, KARI, bought(BEFORE, "0")));
        done(books.post.run(client, KARI, bought(BEFORE, "87")));
        done(books.post.run(client, KARI, bought(FIRST, "1")));
        FullEntry draft = books.draft(bought(BEFORE, "1"));
        assertEquals(2, faults(books.post.draft(client, KARI, draft.id())).size());
    }

    @Test
    void what_was_posted_before_the_registration_ended_can_be_cancelled_after_it() {
        FullEntry posted = books.posted(bought(BEFORE, "1"));
        register();

        done(books.cancel.run(client, KARI, posted.id(), "feil"));

        assertEquals(2, books.all().size());
    }

    @Test
    void rows_of_a_file_are_held_to_the_register_each_on_its_date() {
        register();

        assertEquals(
                "5 FAULT TAX_CODE_NEEDS_REGISTRATION\n6 FAULT VAT_ACCOUNT_NEEDS_REGISTRATION",
                problems(imports.run(client, WITH_CODE + """
                1,2026-02-15,6300,80,,Registrert,1
                1,2026-02-15,2710,20,,Registrert,
                1,2026-02-15,2050,,100,Registrert,
                2,2026-02-14,6300,80,,For tidlig,1
                2,2026-02-14,2710,20,,For tidlig,
                2,2026-02-14,2050,,100,For tidlig,
                3,2026-02-14,6300,100,,Uten fradrag,0
                3,2026-02-14,2050,,100,Uten fradrag,
                """)));
    }

    @Test
    void rows_without_codes_on_accounts_of_tax_are_held_to_the_register_too() {
        String rows = HEAD + """
                1,%1$s,6300,80,0,Kjøp,,
                1,%1$s,2710,20,0,Kjøp,,
                1,%1$s,2050,0,100,Kjøp,,
                """;
        register();

        assertEquals(
                "3 FAULT VAT_ACCOUNT_NEEDS_REGISTRATION", problems(imports.run(client, rows.formatted("2026-02-14"))));
        assertEquals("1 entries, 3 lines, 2026/1–1", Imports.told(imports.run(client, rows.formatted("2026-02-15"))));
    }

    @Test
    void tax_of_rows_is_computed_where_only_a_code_stands_and_must_be_on_its_account() {
        String rows = "entry_id,date,account,debit,credit,description,tax_code,tax_base,tax_amount\n" + """
                1,2026-02-15,3000,,80,Salg,3,%s
                1,2026-02-15,2700,,%s,Salg,,,
                1,2026-02-15,2050,%s,,Salg,,,
                """;
        assertEquals("2 FAULT TAX_DOES_NOT_FIT", problems(imports.run(client, rows.formatted("-80,-79", "79", "159"))));
        assertEquals(
                "3 FAULT TAX_NOT_ON_ITS_ACCOUNT", problems(imports.run(client, rows.formatted(",", "19.99", "99.99"))));
        Imports.told(imports.run(client, rows.formatted(",", "20", "100")));

        FullEntry.Line sale = books.all().get(0).lines().get(0);
        assertEquals(Optional.of(-80_00L), sale.taxBase());
        assertEquals(Optional.of(-20_00L), sale.taxAmount());
    }

    @Test
    void the_tax_of_a_draft_is_computed_when_it_is_posted() {
        FullEntry draft = books.draft(Written.entry(
                FIRST,
                "Salg",
                line("3000", -80_00, Optional.of("3")),
                Written.line("2700", -20_00),
                Written.line("2050", 100_00)));
        assertEquals(Optional.empty(), draft.lines().get(0).taxAmount());

        FullEntry posted = done(books.post.draft(client, KARI, draft.id()));

        assertEquals(Optional.of(-20_00L), posted.lines().get(0).taxAmount());
    }

    @Test
    void import_vat_that_was_paid_stands_on_its_own_tax_account_by_hand_and_in_files() {
        assertEquals(
                List.of("1 tax_code TAX_CODE_DOES_NOT_SUIT 14 6300"),
                faults(books.post.run(client, KARI, bought(FIRST, "14"))));

        assertEquals("4 FAULT TAX_CODE_DOES_NOT_SUIT", problems(imports.run(client, WITH_CODE + """
                1,2026-02-15,2715,100,,Tolldeklarasjon,14
                1,2026-02-15,2050,,100,Tolldeklarasjon,
                2,2026-02-15,2716,100,,Feil sats,14
                2,2026-02-15,2050,,100,Feil sats,
                """)));
    }

    @Test
    void a_document_is_not_due_before_its_own_date_by_hand_or_in_files() {
        Document bill = new Document("INVOICE", "A-1", FIRST, Optional.of(BEFORE), Optional.empty(), Optional.empty());
        EntryDraft entry = new EntryDraft(
                FIRST, "Regning", Optional.of(bill), bought(FIRST, "0").lines());
        assertEquals(
                List.of("0 related_object.due_date DUE_BEFORE_DATE 2026-02-14 2026-02-15"),
                faults(books.post.run(client, KARI, entry)));

        assertEquals("2 FAULT DUE_BEFORE_DATE", problems(imports.run(client, """
                entry_id,date,account,debit,credit,description,document,document_date,due_date
                1,2026-02-15,6300,100,,Regning,A-1,2026-02-15,2026-02-14
                1,2026-02-15,2050,,100,Regning,A-1,2026-02-15,2026-02-14
                """)));
    }

    @Test
    void entries_are_not_dated_far_from_the_books() {
        assertEquals(
                List.of("0 posting_date DATE_OUT_OF_RANGE 2028-01-01 2016-01-01 2027-12-31"),
                faults(books.post.run(client, KARI, Written.rent(LocalDate.of(2028, 1, 1), 100))));
        done(books.post.run(client, KARI, Written.rent(LocalDate.of(2027, 12, 31), 100)));
        done(books.post.run(client, KARI, Written.rent(LocalDate.of(2016, 1, 1), 100)));
    }

    @Test
    void rows_of_a_file_are_not_dated_far_from_the_books() {
        String rows = """
                1,%s,6300,100,0,Leie,,
                1,%s,2050,0,100,Leie,,
                """;
        assertEquals(
                "2 FAULT DATE_OUT_OF_RANGE", problems(imports.run(client, HEAD + rows.replace("%s", "2015-12-31"))));
        assertEquals("2 FAULT DATE_OUT_OF_RANGE", problems(imports.run(client, WITH_CODE + """
                1,2062-02-14,6300,100,,Leie,0
                1,2062-02-14,2050,,100,Leie,
                """)));
        assertEquals(
                "1 entries, 2 lines, 2016/1–1", told(imports.run(client, HEAD + rows.replace("%s", "2016-01-01"))));
    }
}
