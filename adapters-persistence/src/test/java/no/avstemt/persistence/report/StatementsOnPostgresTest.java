package no.avstemt.persistence.report;

import static no.avstemt.persistence.report.ReportCells.about;
import static no.avstemt.persistence.report.ReportCells.amount;
import static no.avstemt.persistence.report.ReportCells.balances;
import static no.avstemt.persistence.report.ReportCells.figure;
import static no.avstemt.persistence.report.ReportCells.moved;
import static no.avstemt.persistence.report.ReportCells.movements;
import static no.avstemt.persistence.report.ReportCells.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.CollectingSink.Line;
import no.avstemt.domain.report.CollectingSink.Plain;
import no.avstemt.domain.report.CollectingSink.Sum;
import no.avstemt.domain.report.CollectingSink.Total;
import no.avstemt.persistence.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Balance sheet and income statement over books of chance, against {@link NaiveStatements}. */
class StatementsOnPostgresTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final int BOOKS = LONG ? 50 : 20;
    private static final int QUESTIONS = LONG ? 100 : 6;
    private static final int FIRST_CLIENT = 21;
    private static final KnownBooks KNOWN = new KnownBooks();

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Map<Long, NaiveTrialBalance> NAIVE = new HashMap<>();
    private static final Map<Long, List<Long>> PROJECTS = new HashMap<>();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void write_books() {
        System.err.println("Seed of the books: " + SEED);
        DATABASE.asOwner(handle -> {
            for (long client = FIRST_CLIENT; client < FIRST_CLIENT + BOOKS; client++) {
                GeneratedBooks.write(handle, client, "Kaffebaren Nord AS", LONG ? 300 : 40, SEED + client);
                NAIVE.put(client, new NaiveTrialBalance(handle, client));
                PROJECTS.put(
                        client,
                        handle.createQuery("""
                                SELECT dimension_value_id FROM dimension_value
                                 WHERE client_account_id = :client AND type = 'project' ORDER BY key
                                """)
                                .bind("client", client)
                                .mapTo(Long.class)
                                .list());
            }
            return true;
        });
    }

    @Test
    void a_balance_sheet_is_what_one_would_add_up_by_hand_and_its_sides_are_equal() {
        forEachQuestion((naive, query) -> {
            CollectingSink report = report(Reports.BALANCE_SHEET, query);
            LocalDate day = query.get(Parameters.REPORT_DATE);

            assertEquals(naive.balanceSheet(query, day), balances(report, "statement_balance"), () -> told(query));
            if (query.get(Parameters.DIMENSIONS).isNone()) {
                assertEquals(figure(report, "Assets"), figure(report, "Equity-And-Liabilities"), () -> told(query));
            }
        });
    }

    @Test
    void an_income_statement_is_what_one_would_add_up_by_hand() {
        forEachQuestion((naive, query) -> assertEquals(
                naive.incomeStatement(query),
                movements(report(Reports.INCOME_STATEMENT, query), "period_debit_movements_"),
                () -> told(query)));
    }

    @Test
    void a_result_is_what_the_undisposed_result_changed_by_before_allocations() {
        forEachQuestion((naive, query) -> {
            ReportQuery whole = query.with(Parameters.FREE_TEXT, Optional.empty());
            long before = undisposed(whole, whole.get(Parameters.DATE_FROM).minusDays(1));
            long after = undisposed(whole, whole.get(Parameters.DATE_TO));

            assertEquals(
                    after - before + naive.allocations(whole),
                    figure(report(Reports.INCOME_STATEMENT, whole), "Result"),
                    () -> told(query));
        });
    }

    @Test
    void what_figures_stand_beside_is_what_the_report_of_that_day_or_period_says() {
        forEachQuestion((naive, query) -> {
            LocalDate day = LocalDate.of(2026, 3, 31);
            ReportQuery march = query.with(Parameters.REPORT_DATE, day)
                    .with(Parameters.DATE_FROM, LocalDate.of(2026, 1, 1))
                    .with(Parameters.DATE_TO, day);
            for (String with : List.of("previous_year", "previous_period")) {
                boolean year = with.equals("previous_year");
                ReportQuery compared = with(march, "compare", with);
                ReportQuery other = march.with(Parameters.DATE_FROM, LocalDate.of(2025, year ? 1 : 10, 1))
                        .with(Parameters.DATE_TO, LocalDate.of(2025, year ? 3 : 12, 31));

                assertEquals(
                        naive.balanceSheet(march, LocalDate.of(year ? 2025 : 2026, year ? 3 : 2, year ? 31 : 28)),
                        balances(report(Reports.BALANCE_SHEET, compared), "compared_balance"),
                        () -> told(compared));
                assertEquals(
                        Set.copyOf(moved(naive.incomeStatement(other))),
                        Set.copyOf(moved(
                                movements(report(Reports.INCOME_STATEMENT, compared), "compared_debit_movements_"))),
                        () -> told(compared));
            }
        });
    }

    @Test
    void a_trial_balance_stands_beside_that_of_another_period() {
        List<String> figures = List.of("incoming_balance", "debit", "credit", "outgoing_balance");
        for (long client : NAIVE.keySet()) {
            ReportQuery march = ReportQuery.of(new ClientAccountId(client), "nb")
                    .with(Parameters.INCLUDE_DRAFTS, client % 2 == 0)
                    .with(Parameters.DATE_FROM, LocalDate.of(2026, 3, 1))
                    .with(Parameters.DATE_TO, LocalDate.of(2026, 3, 31));
            ReportQuery february = march.with(Parameters.DATE_FROM, LocalDate.of(2026, 2, 1))
                    .with(Parameters.DATE_TO, LocalDate.of(2026, 2, 28));
            CollectingSink beside = report(Reports.TRIAL_BALANCE, with(march, "compare", "previous_period"));

            assertEquals(
                    rows(report(Reports.TRIAL_BALANCE, february), figures),
                    rows(
                            beside,
                            figures.stream().map(name -> "compared_" + name).toList()),
                    () -> told(march));
            assertEquals(rows(report(Reports.TRIAL_BALANCE, march), figures), rows(beside, figures), () -> told(march));
        }
    }

    /** Rows that are not nothing, in any order. */
    private static Set<String> rows(CollectingSink report, List<String> columns) {
        return report.rows().stream()
                .map(row -> text(report, row, "account_code") + " " + about(report, row)
                        + columns.stream()
                                .map(column -> " " + amount(report, row, column))
                                .collect(Collectors.joining()))
                .filter(row -> !row.endsWith(" 0 0 0 0"))
                .collect(Collectors.toSet());
    }

    @Test
    void sums_are_those_of_their_rows_and_results_are_income_less_costs() {
        forEachQuestion((naive, query) -> {
            CollectingSink statement = report(Reports.INCOME_STATEMENT, query);
            assertEquals(figure(statement, "Result"), checkedSum(statement, "period_total"), () -> told(query));
            CollectingSink balance = report(Reports.BALANCE_SHEET, query);
            long assets = figure(balance, "Assets");
            long difference = assets - figure(balance, "Equity-And-Liabilities");
            assertEquals(-difference, checkedSum(balance, "statement_balance"), () -> told(query));
        });
    }

    /** Adds up rows in the sign of a result, and holds each sum to that. */
    private static long checkedSum(CollectingSink report, String column) {
        long sum = 0;
        List<Long> before = new ArrayList<>();
        for (Line line : report.lines()) {
            if (line instanceof CollectingSink.Heading) {
                before.add(sum);
            } else if (line instanceof Plain plain) {
                sum += sign(text(report, plain.row(), "account_code")) * amount(report, plain.row(), column);
            } else if (line instanceof Sum section) {
                long ofSection = sum - before.remove(before.size() - 1);
                assertEquals(ofSection, sign(section.section().code()) * amount(report, section.row(), column));
            } else if (line instanceof Total total) {
                boolean ofPart = total.name().toString().contains("financing");
                assertTrue(ofPart || sum == amount(report, total.row(), column), total.toString());
            }
        }
        return sum;
    }

    private static int sign(String code) {
        return code.startsWith("2") || code.startsWith("3") || code.startsWith("80") ? 1 : -1;
    }

    private interface Check {

        void run(NaiveStatements naive, ReportQuery query);
    }

    private void forEachQuestion(Check check) {
        NAIVE.forEach((client, naive) -> {
            for (int i = 0; i < QUESTIONS; i++) {
                check.run(new NaiveStatements(naive), question(client));
            }
        });
    }

    private ReportQuery question(long client) {
        int days = (int) (GeneratedBooks.LAST.toEpochDay() - GeneratedBooks.FIRST.toEpochDay()) + 60;
        LocalDate from = GeneratedBooks.FIRST.minusDays(30).plusDays(random.nextInt(days));
        LocalDate start = random.nextBoolean() ? from : from.withDayOfMonth(1);
        ReportQuery query = ReportQuery.of(new ClientAccountId(client), "nb")
                .with(Parameters.DATE_FROM, start)
                .with(Parameters.DATE_TO, start.plusDays(random.nextInt(320)))
                .with(Parameters.REPORT_DATE, from)
                .with(Parameters.INCLUDE_DRAFTS, random.nextBoolean());
        query = random.nextBoolean() ? query : query.with(Parameters.DIMENSIONS, someProjects(client));
        query = random.nextInt(3) > 0
                ? query
                : query.with(Parameters.FREE_TEXT, Optional.of(pick(List.of("kaffe", "100 %", "Åse", "salg"))));
        return random.nextBoolean()
                ? query
                : query.with(Parameters.GROUP_BY_DIMENSION, Optional.of(pick(List.of(DimensionType.values()))));
    }

    private DimensionFilter someProjects(long client) {
        List<Long> ids = PROJECTS.getOrDefault(client, List.of());
        return new DimensionFilter(Map.of(DimensionType.PROJECT, Set.of(pick(ids), 9_999_999L)));
    }

    private static ReportQuery with(ReportQuery query, String parameter, String value) {
        Map<String, String> given = new HashMap<>(query.given());
        given.put(parameter, value);
        return new ReportQuery(query.client(), query.language(), given);
    }

    private static long undisposed(ReportQuery query, LocalDate day) {
        CollectingSink report = report(Reports.BALANCE_SHEET, query.with(Parameters.REPORT_DATE, day));
        return report.rows().stream()
                .filter(row -> text(report, row, "account_code").equals("2099"))
                .mapToLong(row -> amount(report, row, "statement_balance"))
                .sum();
    }

    /** Without what this report does not know. */
    private static CollectingSink report(Report report, ReportQuery query) {
        Map<String, String> known = new HashMap<>(query.given());
        known.keySet()
                .retainAll(report.parameters().stream().map(Parameter::name).toList());
        ReportQuery asked = new ReportQuery(query.client(), "nb", known);
        return DATABASE.transactions().read(Set.of(query.client().value()), handle -> {
            CollectingSink sink = new CollectingSink();
            report.build(new JdbiBooks(handle, KNOWN), asked, sink);
            return sink;
        });
    }

    private static String told(ReportQuery query) {
        return "Seed " + SEED + ", " + query;
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
