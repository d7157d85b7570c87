package no.avstemt.persistence.journal;

import static no.avstemt.persistence.journal.Imports.HEAD;
import static no.avstemt.persistence.journal.Imports.problems;
import static no.avstemt.persistence.journal.Imports.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a file of entries may look like, and what is said of one that looks otherwise. */
class ImportedFilesTest {

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private final Imports imports = new Imports(BOOKS);

    @Test
    void kroner_tax_currency_partner_and_document_are_read_by_the_names_of_their_columns() {
        ClientAccountId client = BOOKS.client("Rik");
        DimensionRef acme = new DimensionRef(DimensionType.BUSINESSPARTNER, "10001");
        BOOKS.change(client, stores -> stores.dimensions().addMissing(client, List.of(acme)));

        Outcome outcome = imports.run(client, """
                entry_id;date;account;debit;credit;description;tax_code;tax_base;tax_amount;currency;rate;partner;document;due_date
                1;2025-01-01;6540;800,00;;Stol;1;800,00;200,10;;;;F-1;2025-01-15
                1;2025-01-01;2710;200,1;;Stol;;;;;;;;
                1;2025-01-01;2400;;1000.10;Stol;;;;;;10001;;
                2;2025-01-02;6540;0,33;;Skrue;;;;EUR;11,7251;;;
                2;2025-01-02;6540;0,33;;Skrue;;;;EUR;11,7251;;;
                2;2025-01-02;2400;;0,66;Skrue;;;;EUR;11,7251;10001;;
                """);

        assertEquals("2 entries, 6 lines, 2025/1–2", told(outcome));
        FullEntry first = new Written(BOOKS, client).all().get(0);
        assertEquals("F-1", first.document().orElseThrow().document().number());
        assertEquals(
                Optional.of(acme), first.document().orElseThrow().document().partner());
        assertEquals(Optional.of(200_10L), first.lines().get(0).taxAmount());
        assertEquals(acme, first.lines().get(2).relation().orElseThrow().ref());
        assertEquals(
                "387 387 -774",
                new Written(BOOKS, client)
                        .all().get(1).lines().stream()
                                .map(line -> Long.toString(line.amount()))
                                .collect(Collectors.joining(" ")));
    }

    @Test
    void what_a_person_may_not_write_a_file_may_not_hold() {
        ClientAccountId client = BOOKS.client("Streng");

        String problems = problems(imports.run(client, """
                entry_id,date,account,debit,credit,description,tax_code,currency,rate,partner
                1,2025-01-01,6540,100,,Feil kode,3,,,
                1,2025-01-01,1920,,100,Feil kode,,,,
                2,2025-01-01,6540,100,,Ukjent kode,99,,,
                2,2025-01-01,1920,,100,Ukjent kode,,,,
                3,2025-01-01,6540,100,,Uten kurs,,EUR,,
                4,2025-01-01,6540,100,,Ukjent valuta,,XQZ,1,
                5,2025-01-01,6540,100,,Skjev,,,,
                5,2025-01-01,1920,,99,Skjev,,,,
                6,2025-01-01,2400,0,0,Ukjent,,,,77777
                7,2025-01-01,6540,10000000000001,,For stort,,,,
                """));

        assertEquals("""
                2 FAULT TAX_CODE_DOES_NOT_SUIT
                4 FAULT UNKNOWN_TAX_CODE
                6 FAULT RATE_MISSING
                7 NO_CURRENCY XQZ
                8 FAULT UNBALANCED
                10 FAULT NO_LINES
                10 UNKNOWN_DIMENSION businesspartner 77777
                11 AMOUNT_TOO_LARGE 10000000000001""", problems);
    }

    @Test
    void an_entry_is_about_one_document() {
        ClientAccountId client = BOOKS.client("Ett dokument");

        String problems = problems(imports.run(client, """
                entry_id,date,account,debit,credit,description,document,document_date,due_date,payment_ref
                1,2025-01-01,6540,100,,Stol,F-1,2025-01-01,2025-01-15,123
                1,2025-01-01,6540,100,,Bord,F-1,2025-01-01,2025-01-15,123
                1,2025-01-01,6540,100,,Bord,,,,
                1,2025-01-01,1920,,100,Bord,F-2,,,
                1,2025-01-01,1920,,100,Bord,F-1,2025-01-02,,
                1,2025-01-01,1920,,50,Bord,F-1,,2025-01-16,
                1,2025-01-01,1920,,50,Bord,,,,124
                """));

        assertEquals("""
                5 SEVERAL_DOCUMENTS document
                6 SEVERAL_DOCUMENTS document_date
                7 SEVERAL_DOCUMENTS due_date
                8 SEVERAL_DOCUMENTS payment_ref""", problems);
    }

    @Test
    void rows_without_an_entry_are_told_one_by_one() {
        ClientAccountId client = BOOKS.client("Uten nummer");

        String problems = problems(imports.run(client, HEAD + """
                ,2025-01-01,1920,100,0,Leie,,
                ,2025-01-01,3000,0,100,Leie,,
                2,2025-01-01,1920,100,0,Leie,,
                2,2025-01-01,3000,0,100,Leie,,
                """));

        assertEquals("2 NO_ENTRY_ID \n3 NO_ENTRY_ID ", problems);
    }

    @Test
    void texts_of_a_file_hold_what_texts_of_the_api_may_hold() {
        ClientAccountId client = BOOKS.client("Tegn");

        String problems = problems(imports.run(client, """
                entry_id,date,account,debit,credit,description,project,partner,document,payment_ref
                1,2025-01-01,1920,100,,Le\u0007ie,,,,
                2,2025-01-01,1920,100,,"Le\nie",,,,
                3,2025-01-01,1920,100,,\u0020\u2003,,,,
                4,2025-01-01,1920,100,,Leie,P\u0001P,,,
                5,2025-01-01,1920,100,,Leie,,K\u0001K,,
                6,2025-01-01,1920,100,,Leie,,,F\u007f1,
                7,2025-01-01,1920,100,,Leie,,,F1,1\u00002
                """));

        assertEquals("""
                2 NOT_PLAIN description
                3 NOT_PLAIN description
                5 NO_DESCRIPTION\s
                6 NOT_PLAIN project
                7 NOT_PLAIN partner
                8 NOT_PLAIN document
                9 NOT_PLAIN payment_ref""", problems);
    }

    @Test
    void problems_are_counted_to_the_end_and_the_first_hundred_told() {
        ClientAccountId client = BOOKS.client("Mange");

        Refused refused = assertInstanceOf(
                Refused.class,
                imports.run(
                        client, HEAD + "1,2025-01-01,1920,1,0,Alene,,\n2,2025-01-01,1920,1,0,Alene,,\n".repeat(400)));

        assertEquals(800, refused.count());
        assertEquals(100, refused.problems().size());
    }

    @Test
    void a_quote_that_is_never_closed_and_a_row_without_an_end_are_told() {
        ClientAccountId client = BOOKS.client("Åpen");

        String unclosed = problems(imports.run(client, HEAD + "1,2025-01-01,1920,0,0,\"Aldri lukket,,\n"));
        assertTrue(unclosed.contains("2 QUOTE_NOT_CLOSED"), unclosed);
        assertEquals(
                "2 UNBALANCED 1\n3 ROW_TOO_LONG ",
                problems(imports.run(client, HEAD + "1,2025-01-01,1920,1,0,x,,\n1," + "x".repeat(3_000_000))));
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        ClientAccountId client = BOOKS.client("Annet");

        assertEquals("""
                1 UNKNOWN_COLUMN dato
                1 UNKNOWN_COLUMN beløp
                1 MISSING_COLUMN entry_id
                1 MISSING_COLUMN date
                1 MISSING_COLUMN account
                1 MISSING_COLUMN description
                1 MISSING_COLUMN debit
                1 MISSING_COLUMN credit""", problems(imports.run(client, "dato;beløp\n2025-01-01;100\n")));
        assertEquals("0 EMPTY file.csv", problems(imports.run(client, "")));
        assertEquals("0 EMPTY file.csv", problems(imports.run(client, HEAD)));
    }

    @Test
    void an_invoice_and_its_payment_are_about_one_document() {
        ClientAccountId client = BOOKS.client("Faktura");
        String head = "entry_id,date,account,debit,credit,description,document,document_date\n";
        String file = head + """
                1,2025-01-10,6540,100,,Faktura,F-1,
                1,2025-01-10,2050,,100,Faktura,F-1,
                2,2025-01-20,2050,100,,Betaling,F-1,
                2,2025-01-20,1920,,100,Betaling,F-1,
                """;
        String again = "1,2025-02-01,2050,9,,Igjen,F-1,DATE\n1,2025-02-01,2050,,9,Igjen,F-1,\n";

        assertEquals("2 entries, 4 lines, 2025/1–2", told(imports.run(client, file)));
        assertEquals("2 FAULT DOCUMENT_DIFFERS", problems(imports.run(client, head + again.replace("DATE", ""))));
        assertEquals(
                "1 entries, 2 lines, 2025/3–3", told(imports.run(client, head + again.replace("DATE", "2025-01-10"))));
    }

    @Test
    void columns_may_stand_in_any_order_and_short_rows_are_told() {
        ClientAccountId client = BOOKS.client("Orden");

        assertEquals(
                "2 WRONG_NUMBER_OF_FIELDS 2 / 6",
                problems(imports.run(client, "date,account,debit,credit,description,entry_id\n2025-01-01,1920\n")));
    }
}
