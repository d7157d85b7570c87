package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.CollectingSink.Line;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Row;
import no.avstemt.persistence.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What customers owe and what is owed to suppliers, over books of chance, against the ledger done by hand. */
class PartnerLedgerOnPostgresTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final long OURS = 21;
    private static final ReportQuery ALL = ReportQuery.of(new ClientAccountId(OURS), "nb");

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static NaiveGeneralLedger naive;
    private static Map<Long, String> partners = Map.of();

    /** Those about nobody last; what has the same stays in the order of the ledger. */
    private static final Comparator<NaiveGeneralLedger.Line> BY_PARTNER = Comparator.comparing(
                    NaiveGeneralLedger.Line::account)
            .thenComparing(line -> line.members().stream()
                    .filter(id -> partners.containsKey(id))
                    .map(id -> partners.get(id))
                    .findFirst()
                    .orElse("~"));

    private final Random random = new Random(SEED);
    private final LineQueries queries = new LineQueries(DATABASE, ALL, random);

    @BeforeAll
    static void write_books() {
        System.err.println("Seed of the books: " + SEED);
        naive = DATABASE.asOwner(handle -> {
            GeneratedBooks.write(handle, OURS, "Kaffebaren Nord AS", LONG ? 2_000 : 250, SEED);
            handle.execute("""
                    INSERT INTO business_partner (client_account_id, dimension_value_id, organisation_number, vat_registered,
                      address_line_1, address_line_2, postcode, city, country, customer, supplier)
                    SELECT client_account_id, dimension_value_id, '912345678', true, '', '', '', '', 'NO', true, true
                      FROM dimension_value WHERE type = 'businesspartner' AND key = 'K0'
                    """);
            return new NaiveGeneralLedger(handle, OURS);
        });
        partners = DATABASE.asOwner(handle -> handle.createQuery(
                        "SELECT dimension_value_id, key FROM dimension_value WHERE type = 'businesspartner'")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void they_are_the_general_ledger_of_the_accounts_that_hold_them() {
        for (int round = 0; round < (LONG ? 400 : 40); round++) {
            boolean payable = random.nextBoolean();
            Report report = payable ? Reports.ACCOUNTS_PAYABLE : Reports.ACCOUNTS_RECEIVABLE;
            ReportQuery query = asked(round);
            ReportQuery byHand = query.with(Parameters.ACCOUNT_CODES, Set.of(payable ? "2400" : "1500"))
                    .with(
                            Parameters.DIMENSIONS,
                            query.get(Parameters.BUSINESS_PARTNER_ID)
                                    .map(DimensionFilter::ofPartner)
                                    .orElse(DimensionFilter.NONE));
            List<NaiveGeneralLedger.Line> expected = naive.rows(byHand);

            String told = "Seed " + SEED + ", " + query;
            assertEquals(shown(expected), pages(report, query, false), told);
            assertEquals(shown(expected.stream().sorted(BY_PARTNER).toList()), pages(report, query, true), told);
            List<Figure> figures = build(Reports.GENERAL_LEDGER, byHand, true).figures();
            assertEquals(figures, build(report, query, true).figures(), told);
            assertEquals(figures, build(report, query, false).figures(), told);
        }
    }

    @Test
    void each_partner_comes_to_its_lines_and_all_together_to_the_account() {
        for (int round = 0; round < (LONG ? 100 : 8); round++) {
            ReportQuery query = asked(round).with(Parameters.PER_PAGE, 1000L);
            CollectingSink report = build(Reports.ACCOUNTS_RECEIVABLE, query, true);
            List<Long> openings = new ArrayList<>();
            long closings = 0;
            long balance = 0;
            for (Line line : report.lines()) {
                if (line instanceof CollectingSink.Heading heading) {
                    balance = balance(report, heading.section().opening().orElseThrow());
                    openings.add(balance);
                } else if (line instanceof CollectingSink.Plain plain) {
                    balance += amount(report, plain.row(), "debit") - amount(report, plain.row(), "credit");
                    assertEquals(balance, balance(report, plain.row()), "Seed " + SEED + ", " + query);
                } else if (line instanceof CollectingSink.Sum sum) {
                    assertEquals(balance, balance(report, sum.row()), "Seed " + SEED + ", " + query);
                    closings += balance;
                }
            }

            assertEquals(
                    new Figure(
                            "Incoming",
                            openings.stream().mapToLong(Long::longValue).sum()),
                    report.figures().get(0));
            assertEquals(new Figure("Outgoing", closings), report.figures().get(3), "Seed " + SEED + ", " + query);
        }
    }

    @Test
    void a_customer_is_named_with_its_number_and_what_is_about_nobody_comes_last() {
        List<String> names =
                build(Reports.ACCOUNTS_RECEIVABLE, ALL.with(Parameters.PER_PAGE, 1000L), true).lines().stream()
                        .filter(CollectingSink.Heading.class::isInstance)
                        .map(line -> ((CollectingSink.Heading) line).section().name())
                        .map(name -> ((Cell.Text) name).text())
                        .toList();

        Map<String, String> shown =
                Map.of("K0", "K0 Åse Ål AS (912345678)", "K1", "K1 Nord & Sør", "K2", "K2 Z\u00e9ro");
        assertEquals(
                naive.rows(ALL.with(Parameters.ACCOUNT_CODES, Set.of("1500"))).stream()
                        .sorted(BY_PARTNER)
                        .map(line -> line.members().stream()
                                .filter(partners::containsKey)
                                .map(id -> shown.get(partners.get(id)))
                                .findFirst()
                                .orElse("1500 Kundefordringer"))
                        .distinct()
                        .toList(),
                names,
                "Seed " + SEED);
    }

    private static long balance(CollectingSink report, Row row) {
        return amount(report, row, "balance");
    }

    private static long amount(CollectingSink report, Row row, String column) {
        return ((Cell.Amount) row.cells()
                        .get(report.columns().stream().map(Column::key).toList().indexOf(column)))
                .ore();
    }

    @Test
    void accounts_that_held_them_before_still_do() {
        assertNotEquals(List.of(), pages(Reports.ACCOUNTS_PAYABLE, ALL, false));
        DATABASE.asOwner(handle -> {
            handle.execute("""
                    INSERT INTO past_account_role (client_account_id, role, account_id, until)
                    SELECT client_account_id, 'RECEIVABLES', account_id, now() FROM account WHERE code = '1577'
                    """);
            return true;
        });
        List<NaiveGeneralLedger.Line> both = naive.rows(ALL.with(Parameters.ACCOUNT_CODES, Set.of("1500", "1577")));

        List<String> shown = pages(Reports.ACCOUNTS_RECEIVABLE, ALL, false);
        List<String> byPartner = pages(Reports.ACCOUNTS_RECEIVABLE, ALL, true);
        DATABASE.asOwner(handle -> handle.execute("DELETE FROM past_account_role"));

        assertEquals(shown(both), shown);
        assertEquals(shown(both.stream().sorted(BY_PARTNER).toList()), byPartner);
    }

    private ReportQuery asked(int round) {
        ReportQuery query = round % 4 == 0 ? ALL : queries.range(round);
        query = random.nextInt(3) > 0
                ? query
                : query.with(
                        Parameters.FREE_TEXT,
                        Optional.of(List.of("kaffe", "Åse", "fordr").get(round % 3)));
        query = random.nextInt(3) > 0
                ? query
                : query.with(Parameters.BUSINESS_PARTNER_ID, Optional.of(round % 7 == 0 ? 9_999_999L : partner()));
        query = random.nextInt(3) > 0 ? query : query.with(Parameters.INCLUDE_DRAFTS, true);
        query = random.nextInt(4) > 0 ? query : query.with(Parameters.INCLUDE_RECONCILED, false);
        query = random.nextInt(4) > 0 ? query : query.with(Parameters.INCLUDE_CANCELLED, false);
        return query.with(Parameters.PER_PAGE, 1L + random.nextInt(60));
    }

    private long partner() {
        return new TreeMap<>(partners)
                .keySet().stream()
                        .skip(random.nextInt(partners.size()))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> shown(List<NaiveGeneralLedger.Line> lines) {
        return lines.stream().map(NaiveGeneralLedger.Line::shown).toList();
    }

    /** @param sections as in a document; else as for a program */
    private static CollectingSink build(Report report, ReportQuery query, boolean sections) {
        return DATABASE.transactions().read(Set.of(OURS), handle -> {
            CollectingSink sink = new CollectingSink(sections);
            report.build(new JdbiBooks(handle, new KnownBooks()), query, sink);
            return sink;
        });
    }

    private static List<String> pages(Report report, ReportQuery query, boolean sections) {
        List<String> rows = new ArrayList<>();
        long pages =
                build(report, query, sections).head().paging().orElseThrow().pages();
        for (long page = 1; page <= pages; page++) {
            CollectingSink built = build(report, query.with(Parameters.PAGE, page), sections);
            rows.addAll(LineTexts.of(built));
        }
        return rows;
    }
}
