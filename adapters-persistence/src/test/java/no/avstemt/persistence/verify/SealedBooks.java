package no.avstemt.persistence.verify;

import static no.avstemt.persistence.GivenBooks.DAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.StoredBooks;
import no.avstemt.application.verify.StoredBooks.Link;
import no.avstemt.application.verify.StoredBooks.Stretch;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Reversal;
import no.avstemt.domain.journal.SettlementLink;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.Handle;

/** A small journal in which every column of an entry holds something, and a way to change it that leaves no trace. */
final class SealedBooks implements AutoCloseable {

    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final DimensionRef PARTNER = new DimensionRef(DimensionType.BUSINESSPARTNER, "10001");
    private static final DimensionRef OTHER_PARTNER = new DimensionRef(DimensionType.BUSINESSPARTNER, "10002");
    private static final DimensionRef PROJECT = new DimensionRef(DimensionType.PROJECT, "P1");

    final GivenBooks books = new GivenBooks();
    final ClientAccountId client = books.client("Kaffebaren Nord AS", LEDGER);

    SealedBooks() {
        books.database().asOwner(owner -> owner.execute("""
                INSERT INTO dimension_value (client_account_id, type, key, name)
                VALUES (:c, 'businesspartner', '10001', 'Brus AS'), (:c, 'businesspartner', '10002', 'Kopp AS'),
                       (:c, 'project', 'P1', 'Sommer')
                """.replace(":c", client.toString())));
        books.write(
                client, stores -> stores.settlements().addNew(client, GivenBooks.captures(LEDGER, DAY, 2), 0));
        long capture = books.count("SELECT min(settlement_entry_id) FROM settlement_entry");
        List<JournalEntry> entries = entries(capture);
        books.post(client, entries.subList(0, 4));
        books.post(client, entries.subList(4, entries.size()));
        books.database().asSuperuser(this::withContext);
    }

    private static List<JournalEntry> entries(long capture) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(GivenBooks.entry(
                DAY,
                LEDGER,
                "1577",
                "3000",
                100,
                new SettlementLink(capture, 0, 0, 1, 100),
                new SettlementLink(capture, 0, 1, 2, -100)));
        JournalEntry invoice = invoice(DAY, "Brus", "F-17", PARTNER);
        entries.add(invoice);
        entries.add(invoice(DAY.plusDays(1), "Kopper", "F-18", OTHER_PARTNER).although("Kom for sent"));
        entries.add(GivenBooks.entry(DAY.plusDays(1), LEDGER, "1920", "1591", 500).although("Lønnskjøring"));
        entries.add(takenBack(invoice, DAY.plusDays(2)).takingBack(new Reversal(2026, 2, "Dobbelt ført")));
        JournalEntry bank = entries.get(3);
        entries.add(takenBack(bank, DAY.plusDays(2)).takingBack(new Reversal(2026, 4, "Feil konto")));
        entries.add(GivenBooks.entry(DAY.minusYears(1), LEDGER, "1577", "3000", 300));
        return entries;
    }

    private static JournalEntry invoice(LocalDate day, String text, String number, DimensionRef partner) {
        DimensionSet set = new DimensionSet(Optional.of(partner), List.of(PROJECT));
        List<JournalLine> lines = List.of(
                inDkk(1, "4300", 100_00, DimensionSet.of(List.of(PROJECT))).withTax("1", 100_00, 25_00),
                JournalLine.inKroner(2, new AccountCode("2710"), 25_00, DimensionSet.NONE, "mva")
                        .withTax("3", -1, -2)
                        .onLedgerDate(day),
                inDkk(3, "2400", -125_00, set).onLedgerDate(day.minusDays(3)));
        return new JournalEntry(
                        day, text, new Voucher(Voucher.Kind.IMPORTED_FILE, number + ".csv"), "Kari " + text, lines, List.of())
                .about(new Document(
                        number.endsWith("7") ? "INVOICE" : "RECEIPT",
                        number,
                        day,
                        Optional.of(day.plusDays(14)),
                        Optional.of("00" + number),
                        Optional.of(partner)));
    }

    private static JournalLine inDkk(int number, String account, long amount, DimensionSet set) {
        return new JournalLine(
                number,
                new AccountCode(account),
                amount,
                Currency.getInstance(number == 1 ? "DKK" : "SEK"),
                amount / 2,
                new BigDecimal("1.5" + number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                set,
                "linje " + number,
                Optional.empty());
    }

    private static JournalEntry takenBack(JournalEntry original, LocalDate day) {
        List<JournalLine> lines = new ArrayList<>();
        for (JournalLine line : original.lines()) {
            lines.add(new JournalLine(
                    line.lineNo(),
                    line.account(),
                    -line.amount(),
                    line.currency(),
                    -line.currencyAmount(),
                    line.exchangeRate(),
                    line.taxCode(),
                    line.taxBase().map(base -> -base),
                    line.taxAmount().map(tax -> -tax),
                    line.dimensions(),
                    line.description(),
                    line.ledgerDate()));
        }
        return new JournalEntry(
                day, "Tilbakeføring", new Voucher(Voucher.Kind.IMPORTED_FILE, "x"), "Ola", lines, List.of());
    }

    /** What stands in columns of its own beside the lines, where the store has not put it there. */
    private boolean withContext(Handle handle) {
        for (String number : List.of("F-17", "F-18")) {
            handle.execute("""
                    WITH made AS (
                      INSERT INTO document (client_account_id, document_number, document_date, due_date, payment_ref,
                             document_type, business_partner_id)
                      SELECT e.client_account_id, :n, e.posting_date, e.posting_date + 14, '00' || :n,
                             CASE :n WHEN 'F-17' THEN 'INVOICE' ELSE 'RECEIPT' END, d.dimension_value_id
                        FROM journal_entry e
                        JOIN voucher v USING (client_account_id, voucher_id)
                        JOIN dimension_value d
                          ON d.client_account_id = e.client_account_id
                         AND d.key = CASE :n WHEN 'F-17' THEN '10001' ELSE '10002' END
                       WHERE v.key = :n || '.csv' AND e.document_id IS NULL
                      RETURNING client_account_id, document_id)
                    UPDATE journal_entry e
                       SET document_id = made.document_id
                      FROM made, voucher v
                     WHERE v.voucher_id = e.voucher_id AND v.key = :n || '.csv'
                    """.replace(":n", "'" + number + "'"));
        }
        handle.execute("""
                UPDATE journal_entry r
                   SET reverses_entry_id = o.entry_id,
                       reversal_reason = CASE r.number WHEN 5 THEN 'Dobbelt ført' ELSE 'Feil konto' END
                  FROM journal_entry o
                 WHERE r.fiscal_year = 2026 AND o.fiscal_year = 2026 AND r.reverses_entry_id IS NULL
                   AND (r.number, o.number) IN ((5, 2), (6, 4))
                """);
        handle.execute("""
                UPDATE journal_entry
                   SET held_reason = CASE number WHEN 3 THEN 'Kom for sent' ELSE 'Lønnskjøring' END
                 WHERE fiscal_year = 2026 AND number IN (3, 4) AND held_reason IS NULL
                """);
        for (String counter : List.of("balance_day", "balance_month", "balance_set_day", "balance_set_month")) {
            handle.execute(cancelledIn(counter));
        }
        return true;
    }

    private static String cancelledIn(String counter) {
        String day = counter.endsWith("month") ? "date_trunc('month', l.posting_date)" : "l.posting_date";
        String set = counter.contains("set") ? " AND coalesce(l.dimension_set_id, 0) = b.dimension_set_id" : "";
        return "UPDATE " + counter + """
                 b SET cancelled_lines = (
                   SELECT count(*)
                     FROM journal_line l
                    WHERE l.client_account_id = b.client_account_id AND l.account_id = b.account_id AND
                """ + " " + day + " = b." + (counter.endsWith("month") ? "month" : "day") + set + """
                      AND coalesce(l.tax_code, '') = b.tax_code
                      AND EXISTS (SELECT
                                    FROM journal_entry e
                                   WHERE e.reverses_entry_id IS NOT NULL
                                     AND l.entry_id IN (e.entry_id, e.reverses_entry_id)))
                """;
    }

    List<Fault> faults() {
        return books.read(client, stores -> faults(stores.storedBooks()));
    }

    /** What is found after these changes, which are then undone; empty when the database refuses them. */
    Optional<List<Fault>> faultsAfter(String... changes) {
        return Changed.of(books.database(), handle -> {
            handle.execute("""
                    SET session_replication_role = replica;
                    ALTER TABLE journal_entry ALTER COLUMN entry_id SET GENERATED BY DEFAULT;
                    ALTER TABLE journal_line ALTER COLUMN line_id SET GENERATED BY DEFAULT
                    """);
            int changed = 0;
            for (String change : changes) {
                changed += handle.execute(change.replace(":client", client.toString()));
            }
            return changed == 0 ? Optional.empty() : Optional.of(faults(new JdbiStoredBooks(handle)));
        });
    }

    private List<Fault> faults(StoredBooks stored) {
        List<Fault> faults = new ArrayList<>();
        Link last = Link.START;
        Stretch stretch = stored.chain(client, last, 2);
        while (stretch.entries() > 0) {
            faults.addAll(stretch.faults());
            last = stretch.last();
            stretch = stored.chain(client, last, 2);
        }
        faults.addAll(stored.asWhole(client, last));
        return faults;
    }

    @Override
    public void close() {
        books.close();
    }
}
