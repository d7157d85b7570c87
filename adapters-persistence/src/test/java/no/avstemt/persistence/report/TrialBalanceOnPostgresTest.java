package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.avstemt.application.report.Books;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The trial balance over books of chance, against {@link NaiveTrialBalance}. */
class TrialBalanceOnPostgresTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");
    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final long OURS = 11;
    private static final long FOREIGN = 12;
    private static final KnownBooks KNOWN = new KnownBooks();

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static NaiveTrialBalance naive;
    private static List<String> columns;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void write_books() {
        System.err.println("Seed of the books: " + SEED);
        naive = DATABASE.asOwner(handle -> {
            GeneratedBooks.write(handle, OURS, "Kaffebaren Nord AS", LONG ? 2_000 : 400, SEED);
            GeneratedBooks.write(handle, FOREIGN, "Bryggen Konserter", 100, SEED + 1);
            return new NaiveTrialBalance(handle, OURS);
        });
        ReportQuery oneDay = ReportQuery.of(new ClientAccountId(OURS), "nb")
                .with(Parameters.DATE_FROM, GeneratedBooks.FIRST)
                .with(Parameters.DATE_TO, GeneratedBooks.FIRST);
        columns = report(oneDay).columns().stream().map(Column::key).toList();
    }

    @Test
    void the_report_is_what_one_would_add_up_by_hand_with_every_combination_of_filters() {
        for (int round = 0; round < (LONG ? 12 : 1); round++) {
            for (ReportQuery query : combinations(range(round))) {
                assertEquals(
                        String.join("\n", naive.rows(query)),
                        String.join("\n", texts(report(query).rows())),
                        () -> "Seed " + SEED + ", " + query);
            }
        }
    }

    @Test
    void it_sums_to_zero_over_any_range_also_across_years() {
        for (int round = 0; round < (LONG ? 1_000 : 40); round++) {
            ReportQuery query = range(round).with(Parameters.INCLUDE_DRAFTS, round % 2 == 0);
            CollectingSink report =
                    report(random.nextBoolean() ? query.with(Parameters.DIMENSIONS, DimensionFilter.NONE) : query);
            List<Figure> figures = report.figures();

            assertEquals(4, figures.size());
            assertEquals(new Figure("Incoming", 0), figures.get(0), () -> "Seed " + SEED + ", " + query);
            assertEquals(figures.get(1).ore(), figures.get(2).ore(), () -> "Seed " + SEED + ", " + query);
            assertEquals(new Figure("Outgoing", 0), figures.get(3), () -> "Seed " + SEED + ", " + query);
        }
    }

    @Test
    void a_range_ends_where_the_next_one_begins() {
        LocalDate day = LocalDate.of(2025, 3, 17);
        ReportQuery all = ReportQuery.of(new ClientAccountId(OURS), "nb")
                .with(Parameters.INCLUDE_DIMENSIONS, false)
                .with(Parameters.DATE_FROM, LocalDate.of(2025, 1, 1));

        CollectingSink before = report(all.with(Parameters.DATE_TO, day));
        CollectingSink after = report(
                all.with(Parameters.DATE_FROM, day.plusDays(1)).with(Parameters.DATE_TO, LocalDate.of(2025, 5, 2)));

        assertEquals(amounts(before.rows(), "outgoing_balance"), amounts(after.rows(), "incoming_balance"));
    }

    @Test
    void sums_of_sections_and_the_total_are_those_of_their_rows() {
        CollectingSink report = report(range(1));
        List<Long> open = new ArrayList<>();
        long total = 0;

        for (CollectingSink.Line line : report.lines()) {
            if (line instanceof CollectingSink.Heading) {
                open.add(0L);
            } else if (line instanceof CollectingSink.Plain plain) {
                long outgoing = amount(plain.row(), "outgoing_balance");
                open.replaceAll(sum -> sum + outgoing);
                total += outgoing;
            } else if (line instanceof CollectingSink.Sum sum) {
                assertEquals(open.remove(open.size() - 1), amount(sum.row(), "outgoing_balance"));
            } else if (line instanceof CollectingSink.Total sum) {
                assertEquals(total, amount(sum.row(), "outgoing_balance"));
            }
        }
        assertTrue(open.isEmpty());
    }

    @Test
    void nothing_of_another_client_is_seen_whatever_is_asked_for() {
        ReportQuery foreign = range(0).with(Parameters.FREE_TEXT, Optional.of("kaffe"));
        ReportQuery asked = new ReportQuery(new ClientAccountId(FOREIGN), "nb", foreign.given());

        int known = DATABASE.transactions()
                .read(
                        Set.of(FOREIGN),
                        handle -> new JdbiBooks(handle, KNOWN)
                                .chart(asked.client())
                                .size());
        assertTrue(known > 0);

        CollectingSink sink = DATABASE.transactions().read(Set.of(OURS), handle -> {
            CollectingSink rows = new CollectingSink();
            new JdbiBooks(handle, KNOWN)
                    .chart(asked.client())
                    .forEach(account -> rows.figure(new Figure("Account", 1)));
            new JdbiBooks(handle, KNOWN)
                    .balances(balancesOf(asked), balance -> rows.figure(new Figure("Balance", balance.incoming())));
            return rows;
        });

        assertEquals(List.of(), sink.figures());
    }

    private static Books.BalanceQuery balancesOf(ReportQuery query) {
        LocalDate from = query.get(Parameters.DATE_FROM);
        return new Books.BalanceQuery(
                query.client(),
                new Period(from, query.get(Parameters.DATE_TO)),
                LocalDate.of(from.getYear(), 1, 1),
                Set.of(),
                DimensionFilter.NONE,
                Optional.empty(),
                Books.Split.BY_RELATION,
                false);
    }

    @Test
    void signs_that_mean_something_in_a_pattern_stand_for_themselves_and_aa_is_not_a() {
        ReportQuery year = ReportQuery.of(new ClientAccountId(OURS), "nb")
                .with(Parameters.DATE_FROM, GeneratedBooks.FIRST)
                .with(Parameters.DATE_TO, GeneratedBooks.LAST)
                .with(Parameters.INCLUDE_ZERO_MOVEMENT, false);

        assertEquals(List.of(), report(searching(year, "under%strek")).rows());
        assertEquals(List.of(), report(searching(year, "ÅL DENTE")).rows());
        assertNotEquals(List.of(), report(searching(year, "AL DENTE")).rows());
        assertNotEquals(List.of(), report(searching(year, "åles")).rows());
        assertNotEquals(List.of(), report(searching(year, "gebyr \\ a")).rows());
    }

    private ReportQuery range(int round) {
        int days = (int) (GeneratedBooks.LAST.toEpochDay() - GeneratedBooks.FIRST.toEpochDay()) + 60;
        LocalDate from = GeneratedBooks.FIRST.minusDays(30).plusDays(random.nextInt(days));
        LocalDate to = from.plusDays(random.nextInt(round % 3 == 0 ? 40 : 500));
        return ReportQuery.of(new ClientAccountId(OURS), "nb")
                .with(Parameters.DATE_FROM, round % 4 == 1 ? from.withDayOfMonth(1) : from)
                .with(Parameters.DATE_TO, round % 5 == 1 ? to.withDayOfMonth(to.lengthOfMonth()) : to);
    }

    private List<ReportQuery> combinations(ReportQuery range) {
        List<ReportQuery> queries = new ArrayList<>();
        for (int choice = 0; choice < 128; choice++) {
            ReportQuery query = range.with(Parameters.INCLUDE_DIMENSIONS, (choice & 1) == 0)
                    .with(Parameters.INCLUDE_ZERO_MOVEMENT, (choice & 2) == 0)
                    .with(Parameters.INCLUDE_DRAFTS, random.nextBoolean())
                    .with(Parameters.DIMENSIONS, dimensions(choice >> 5));
            query = (choice & 4) == 0 ? query : query.with(Parameters.ACCOUNT_CODES, someAccounts());
            query = (choice & 8) == 0
                    ? query
                    : searching(query, pick(List.of("kaffe", "100 %", "Ål f", "åse", "fordr")));
            query = (choice & 16) == 0
                    ? query
                    : query.with(Parameters.GROUP_BY_DIMENSION, Optional.of(pick(List.of(DimensionType.values()))));
            queries.add(query);
        }
        return queries;
    }

    private static ReportQuery searching(ReportQuery query, String text) {
        return query.with(Parameters.FREE_TEXT, Optional.of(text));
    }

    private Set<String> someAccounts() {
        return Set.copyOf(List.of(pick(GeneratedBooks.ACCOUNTS), "2099", "9876"));
    }

    private DimensionFilter dimensions(int howMany) {
        return switch (howMany) {
            case 0 -> DimensionFilter.NONE;
            case 1 -> new DimensionFilter(Map.of(DimensionType.BANKACC, Set.of(value(DimensionType.BANKACC))));
            case 2 ->
                new DimensionFilter(Map.of(
                        DimensionType.PROJECT,
                        Set.copyOf(List.of(value(DimensionType.PROJECT), value(DimensionType.PROJECT), 9_999_999L))));
            default ->
                new DimensionFilter(Map.of(
                        DimensionType.PROJECT,
                        Set.of(value(DimensionType.PROJECT)),
                        DimensionType.BUSINESSPARTNER,
                        Set.copyOf(
                                List.of(value(DimensionType.BUSINESSPARTNER), value(DimensionType.BUSINESSPARTNER)))));
        };
    }

    private long value(DimensionType type) {
        return pick(DATABASE.asOwner(handle -> handle.createQuery("""
                        SELECT dimension_value_id FROM dimension_value
                         WHERE client_account_id = :client AND type = :type ORDER BY key
                        """)
                .bind("client", OURS)
                .bind("type", type.apiName())
                .mapTo(Long.class)
                .list()));
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static CollectingSink report(ReportQuery query) {
        return DATABASE.transactions().read(Set.of(OURS), handle -> {
            CollectingSink sink = new CollectingSink();
            Reports.TRIAL_BALANCE.build(new JdbiBooks(handle, KNOWN), query, sink);
            return sink;
        });
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    long outgoing = amount(row, "outgoing_balance");
                    String text = NaiveTrialBalance.row(
                            ((Cell.Text) cell(row, "account_code")).text(),
                            cell(row, "relation_id") instanceof Cell.Count id
                                    ? ((Cell.Text) cell(row, "relation_type")).text() + ":" + id.number()
                                    : "-",
                            amount(row, "incoming_balance"),
                            amount(row, "debit"),
                            amount(row, "credit"));
                    assertTrue(text.endsWith(" = " + outgoing), text);
                    return text;
                })
                .toList();
    }

    private static List<Long> amounts(List<Row> rows, String column) {
        return rows.stream().map(row -> amount(row, column)).toList();
    }

    private static long amount(Row row, String column) {
        return ((Cell.Amount) cell(row, column)).ore();
    }

    private static Cell cell(Row row, String column) {
        int at = columns.indexOf(column);
        return row.cells().get(at);
    }
}
