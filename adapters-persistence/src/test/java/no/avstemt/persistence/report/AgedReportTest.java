package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.Reversal;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Row;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is open by age: over a few invoices whose ages are known, and over books of chance. */
class AgedReportTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 30);
    private static final long CHANCE = 77;

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private static final ClientAccountId CLIENT = BOOKS.client("Kaffebaren Nord AS");

    @BeforeAll
    static void post() {
        System.err.println("Seed of the books: " + SEED);
        BOOKS.database().asOwner(handle -> handle.execute("""
                INSERT INTO dimension_value (client_account_id, type, key, name)
                VALUES (?, 'businesspartner', 'K1', 'Bryggen'), (?, 'businesspartner', 'K2', 'Fjellgarn')
                """, CLIENT.value(), CLIENT.value()));
        BOOKS.post(
                CLIENT,
                List.of(
                        invoice("K1", 1, LocalDate.of(2026, 4, 20), Optional.of(LocalDate.of(2026, 4, 30)), 100),
                        invoice("K1", 2, LocalDate.of(2026, 3, 1), Optional.of(LocalDate.of(2026, 4, 29)), 1_000),
                        invoice("K1", 3, LocalDate.of(2026, 3, 1), Optional.of(LocalDate.of(2026, 3, 31)), 20_000),
                        invoice("K1", 4, LocalDate.of(2026, 3, 1), Optional.of(LocalDate.of(2026, 3, 30)), 300_000),
                        invoice("K2", 5, LocalDate.of(2026, 1, 29), Optional.empty(), 4_000_000),
                        invoice("K2", 6, LocalDate.of(2026, 1, 30), Optional.empty(), 50_000_000),
                        entry(LocalDate.of(2026, 4, 1), "K1", -7),
                        entry(LocalDate.of(2026, 4, 2), "", 3),
                        entry(LocalDate.of(2026, 5, 1), "K1", -1_000)));
        BOOKS.database().asOwner(handle -> {
            GeneratedBooks.write(handle, CHANCE, "Bryggen Konserter", 120, SEED);
            return true;
        });
    }

    private static JournalEntry invoice(
            String partner, int number, LocalDate day, Optional<LocalDate> due, long amount) {
        return entry(day.plusDays(9), partner, amount)
                .about(new Document("INVOICE", "F-" + number, day, due, Optional.empty(), Optional.of(of(partner))));
    }

    private static JournalEntry entry(LocalDate day, String partner, long amount) {
        DimensionSet about = partner.isEmpty() ? DimensionSet.NONE : DimensionSet.related(of(partner));
        return new JournalEntry(
                day,
                "Faktura",
                new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "302321/funds/" + day + "/" + amount),
                "test",
                List.of(
                        JournalLine.inKroner(1, new AccountCode("1500"), amount, about, "kunde"),
                        JournalLine.inKroner(2, new AccountCode("3200"), -amount, DimensionSet.NONE, "salg")),
                List.of());
    }

    private static DimensionRef of(String partner) {
        return new DimensionRef(DimensionType.BUSINESSPARTNER, partner);
    }

    @Test
    void each_item_is_as_old_as_its_due_date_or_else_its_document() {
        CollectingSink report = build(Reports.AGED_RECEIVABLES, asked(CLIENT, TODAY));

        assertEquals(
                List.of(
                        "K1 Bryggen: 100 20993 300000 0 0 321093",
                        "K2 Fjellgarn: 0 0 0 50000000 4000000 54000000",
                        "report.noPartner: 0 3 0 0 0 3"),
                texts(report));
        assertEquals(List.of(new Figure("Overdue", 54_320_996), new Figure("Outgoing", 54_321_096)), report.figures());
        assertEquals(List.of(), texts(build(Reports.AGED_PAYABLES, asked(CLIENT, TODAY))));
    }

    @Test
    void what_was_matched_up_to_the_day_is_not_open() {
        LocalDate later = LocalDate.of(2026, 5, 1);
        String before =
                texts(build(Reports.AGED_RECEIVABLES, asked(CLIENT, later))).get(0);
        long match = BOOKS.database().asOwner(handle -> {
            long id = handle.createUpdate("""
                            INSERT INTO line_match (client_account_id, rule, matched_at) VALUES (?, 'by hand', now())
                            """)
                    .bind(0, CLIENT.value())
                    .executeAndReturnGeneratedKeys("match_id")
                    .mapTo(Long.class)
                    .one();
            handle.execute("""
                    INSERT INTO line_match_part
                    SELECT client_account_id, ?, entry_id, line_no, amount
                      FROM journal_line
                     WHERE client_account_id = ? AND line_no = 1 AND amount IN (1000, -1000)
                    """, id, CLIENT.value());
            return id;
        });

        String after =
                texts(build(Reports.AGED_RECEIVABLES, asked(CLIENT, later))).get(0);
        String onTheDayBefore =
                texts(build(Reports.AGED_RECEIVABLES, asked(CLIENT, TODAY))).get(0);
        BOOKS.database().asOwner(handle -> handle.execute("DELETE FROM line_match_part WHERE match_id = ?", match));

        assertEquals("K1 Bryggen: -1000 1093 320000 0 0 320093", before);
        assertEquals("K1 Bryggen: 0 93 320000 0 0 320093", after);
        assertEquals("K1 Bryggen: 100 20993 300000 0 0 321093", onTheDayBefore);
    }

    @Test
    void a_cancelled_invoice_is_open_nowhere_from_the_day_that_it_is_taken_back() {
        ClientAccountId client = BOOKS.client("Fjellgarn Nettbutikk AS");
        LocalDate posted = LocalDate.of(2026, 4, 20);
        JournalEntry invoice = entry(posted, "", 100_000)
                .about(new Document(
                        "INVOICE",
                        "F-1",
                        posted,
                        Optional.of(LocalDate.of(2026, 5, 20)),
                        Optional.empty(),
                        Optional.empty()));
        Reversal reversal = new Reversal(2026, 1, "feil kunde");
        BOOKS.post(client, List.of(invoice));
        BOOKS.post(
                client,
                List.of(JournalEntry.takingBack(reversal, posted.plusDays(5), "Tilbakeført", "test", invoice.lines())));

        assertEquals(List.of(), texts(build(Reports.AGED_RECEIVABLES, asked(client, TODAY))));
        CollectingSink later = build(Reports.AGED_RECEIVABLES, asked(client, LocalDate.of(2026, 6, 30)));
        assertEquals(List.of(), texts(later));
        assertEquals(List.of(new Figure("Overdue", 0), new Figure("Outgoing", 0)), later.figures());
        assertEquals(
                List.of("report.noPartner: 100000 0 0 0 0 100000"),
                texts(build(Reports.AGED_RECEIVABLES, asked(client, posted.plusDays(4)))));
    }

    @Test
    void it_comes_to_the_balance_of_the_account_and_of_each_partner_whatever_was_matched() {
        Random random = new Random(SEED);
        ClientAccountId chance = new ClientAccountId(CHANCE);
        for (int round = 0; round < 10; round++) {
            boolean payable = random.nextBoolean();
            LocalDate day = GeneratedBooks.FIRST.plusDays(random.nextInt(850));
            CollectingSink aged = build(payable ? Reports.AGED_PAYABLES : Reports.AGED_RECEIVABLES, asked(chance, day));
            ReportQuery until = ReportQuery.of(chance, "nb").with(Parameters.UNTIL, Optional.of(day));
            CollectingSink ledger = build(payable ? Reports.ACCOUNTS_PAYABLE : Reports.ACCOUNTS_RECEIVABLE, until);

            String told = "Seed " + SEED + ", " + day;
            assertEquals(ledger.figures().get(3), aged.figures().get(1), told);
            for (Row row : aged.rows()) {
                if (cell(aged, row, "business_partner.id") instanceof Cell.Count partner) {
                    CollectingSink own = build(
                            payable ? Reports.ACCOUNTS_PAYABLE : Reports.ACCOUNTS_RECEIVABLE,
                            until.with(Parameters.BUSINESS_PARTNER_ID, Optional.of(partner.number())));
                    assertEquals(
                            own.figures().get(3).ore(), ((Cell.Amount) cell(aged, row, "open_balance")).ore(), told);
                }
            }
        }
    }

    private static ReportQuery asked(ClientAccountId client, LocalDate day) {
        return ReportQuery.of(client, "nb").with(Parameters.REPORT_DATE, day);
    }

    private static CollectingSink build(Report report, ReportQuery query) {
        return BOOKS.unit().read(Set.of(query.client()), stores -> {
            CollectingSink sink = new CollectingSink();
            report.build(stores.books(), query, sink);
            return sink;
        });
    }

    private static List<String> texts(CollectingSink report) {
        List<String> texts = new ArrayList<>();
        for (Row row : report.rows()) {
            Cell name = cell(report, row, "partner");
            StringBuilder text = new StringBuilder(
                    (name instanceof Cell.Text known ? known.text() : ((Cell.Term) name).key()) + ":");
            row.cells().stream()
                    .filter(Cell.Amount.class::isInstance)
                    .forEach(cell -> text.append(' ').append(((Cell.Amount) cell).ore()));
            texts.add(text.toString());
        }
        return texts;
    }

    private static Cell cell(CollectingSink report, Row row, String column) {
        return row.cells()
                .get(report.columns().stream().map(Column::key).toList().indexOf(column));
    }
}
