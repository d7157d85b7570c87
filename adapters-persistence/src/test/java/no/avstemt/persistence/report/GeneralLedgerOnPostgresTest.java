package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
import no.avstemt.domain.report.Paging;
import no.avstemt.domain.report.Row;
import no.avstemt.persistence.database.TestDatabase;
import no.avstemt.persistence.journal.JdbiJournal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The general ledger over books of chance, against {@link NaiveGeneralLedger} and the trial balance. */
class GeneralLedgerOnPostgresTest {

    private static final boolean LONG = Boolean.getBoolean("avstemt.test.long");

    /** As in the program: what one page needed is known to the next. */
    private static final KnownBooks KNOWN = new KnownBooks();

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final long OURS = 11;
    private static final long FOREIGN = 12;
    private static final ReportQuery ALL = ReportQuery.of(new ClientAccountId(OURS), "nb");
    private static final ReportQuery WHOLE = ALL.with(Parameters.PER_PAGE, 1000L);

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static NaiveGeneralLedger naive;

    private final Random random = new Random(SEED);
    private final LineQueries queries = new LineQueries(DATABASE, ALL, random);

    @BeforeAll
    static void write_books() {
        System.err.println("Seed of the books: " + SEED);
        naive = DATABASE.asOwner(handle -> {
            GeneratedBooks.write(handle, OURS, "Kaffebaren Nord AS", LONG ? 2_000 : 250, SEED);
            GeneratedBooks.write(handle, FOREIGN, "Bryggen Konserter", 60, SEED + 1);
            new JdbiJournal(handle).writeTexts(new ClientAccountId(OURS), 150);
            return new NaiveGeneralLedger(handle, OURS);
        });
    }

    @Test
    void every_line_comes_once_and_in_order_whatever_the_size_of_a_page() {
        List<String> expected = shown(naive.rows(ALL));

        for (long perPage : LONG ? new long[] {1, 7, 100, 999} : new long[] {7, 100}) {
            assertEquals(expected, pages(ALL.with(Parameters.PER_PAGE, perPage)), "Seed " + SEED);
        }
        ReportQuery account = ALL.with(Parameters.ACCOUNT_CODES, Set.of("1577", "3000"));
        assertEquals(shown(naive.rows(account)), pages(account.with(Parameters.PER_PAGE, 1L)), "Seed " + SEED);
    }

    @Test
    void filters_leave_the_lines_that_one_would_pick_by_hand_on_every_page() {
        for (int round = 0; round < (LONG ? 800 : 60); round++) {
            ReportQuery query = queries.any(round);
            List<NaiveGeneralLedger.Line> expected = naive.rows(query);
            long perPage = 1 + random.nextInt(60);
            long page = 1 + random.nextLong(expected.size() / perPage + 2);
            int from = (int) Math.min(expected.size(), (page - 1) * perPage);
            int to = (int) Math.min(expected.size(), from + perPage);

            CollectingSink report =
                    report(query.with(Parameters.PER_PAGE, perPage).with(Parameters.PAGE, page));

            String told = "Seed " + SEED + ", " + query + ", page " + page + " of " + perPage;
            assertEquals(shown(expected.subList(from, to)), LineTexts.of(report), told);
            assertEquals(
                    new Paging(expected.size(), perPage, page),
                    report.head().paging().orElseThrow(),
                    told);
            assertEquals(
                    expected.subList(from, to).stream()
                            .map(line -> naive.reconciled(line, query))
                            .toList(),
                    LineTexts.amounts(report, "reconciled_amount"),
                    told);
            long debit = expected.stream()
                    .mapToLong(line -> Math.max(line.amount(), 0))
                    .sum();
            long credit = expected.stream()
                    .mapToLong(line -> Math.max(-line.amount(), 0))
                    .sum();
            assertEquals(new Figure("Debit", debit), report.figures().get(1), told);
            assertEquals(new Figure("Credit", credit), report.figures().get(2), told);
        }
    }

    @Test
    void each_account_comes_to_what_the_trial_balance_says() {
        for (int round = 0; round < (LONG ? 60 : 6); round++) {
            ReportQuery query = queries.range(round)
                    .with(Parameters.PER_PAGE, 1000L)
                    .with(Parameters.FREE_TEXT, round % 3 == 1 ? Optional.of("kaffe") : Optional.empty());
            CollectingSink trial = build(
                    Reports.TRIAL_BALANCE,
                    query.with(Parameters.INCLUDE_DIMENSIONS, false)
                            .with(Parameters.INCLUDE_ZERO_MOVEMENT, true)
                            .with(Parameters.PER_PAGE, 100L));
            Map<String, List<Long>> expected = new TreeMap<>();
            for (Row row : trial.rows()) {
                List<Long> sums = List.of(
                        amount(trial, row, "incoming_balance"),
                        amount(trial, row, "debit"),
                        amount(trial, row, "credit"),
                        amount(trial, row, "outgoing_balance"));
                if (sums.stream().anyMatch(sum -> sum != 0)) {
                    expected.put(((Cell.Text) cell(trial, row, "account_code")).text(), sums);
                }
            }

            Map<String, List<Long>> actual = sumsOfSections(query);
            actual.values().removeIf(sums -> sums.stream().allMatch(sum -> sum == 0));

            assertEquals(expected, actual, "Seed " + SEED + ", " + query);
            assertEquals(trial.figures(), report(query).figures(), "Seed " + SEED + ", " + query);
        }
    }

    @Test
    void the_balance_after_each_line_goes_on_from_page_to_page() {
        ReportQuery query = queries.range(2).with(Parameters.PER_PAGE, 7L);
        Map<String, Long> balances = new TreeMap<>();
        long pages = report(query).head().paging().orElseThrow().pages();
        for (long page = 1; page <= pages; page++) {
            CollectingSink report = report(query.with(Parameters.PAGE, page));
            String account = "";
            for (Line line : report.lines()) {
                if (line instanceof CollectingSink.Heading heading) {
                    account = heading.section().code();
                    long opening = amount(report, heading.section().opening().orElseThrow(), "balance");
                    Long before = balances.put(account, opening);
                    assertEquals(heading.section().extent().continued(), before != null);
                    assertTrue(before == null || before == opening, "Seed " + SEED + ", page " + page);
                } else if (line instanceof CollectingSink.Plain plain) {
                    long moved = amount(report, plain.row(), "debit") - amount(report, plain.row(), "credit");
                    assertEquals(balances.merge(account, moved, Long::sum), amount(report, plain.row(), "balance"));
                } else if (line instanceof CollectingSink.Sum sum) {
                    assertEquals(balances.get(account), amount(report, sum.row(), "balance"));
                }
            }
        }
    }

    @Test
    void a_page_past_the_end_is_empty_and_still_says_what_there_is() {
        CollectingSink last = report(WHOLE.with(Parameters.PAGE, 1_000_000_000L));

        assertEquals(List.of(), last.rows());
        assertEquals(naive.rows(ALL).size(), last.head().paging().orElseThrow().records());
        assertEquals(report(WHOLE).figures(), last.figures());
    }

    @Test
    void nothing_of_another_client_is_seen_whatever_is_asked_for() {
        ReportQuery foreign = ReportQuery.of(new ClientAccountId(FOREIGN), "nb");
        for (ReportQuery query : List.of(foreign, foreign.with(Parameters.FREE_TEXT, Optional.of("kaffe")))) {
            CollectingSink report = report(query);

            assertEquals(List.of(), report.rows());
            assertEquals(0, report.head().paging().orElseThrow().records());
            assertTrue(report.figures().stream().allMatch(figure -> figure.ore() == 0));
        }
    }

    @Test
    void signs_that_mean_something_in_a_pattern_stand_for_themselves() {
        for (String text : List.of("%%%", "___", "'; drop", "\\\\\\", "100 %", "r_str", "gebyr \\")) {
            ReportQuery query = WHOLE.with(Parameters.FREE_TEXT, Optional.of(text));
            assertEquals(shown(naive.rows(query)).stream().limit(1000).toList(), LineTexts.of(report(query)), text);
        }
        assertNotEquals(
                List.of(),
                report(WHOLE.with(Parameters.FREE_TEXT, Optional.of("100 %"))).rows());
    }

    private static CollectingSink report(ReportQuery query) {
        return build(Reports.GENERAL_LEDGER, query);
    }

    private static CollectingSink build(Report report, ReportQuery query) {
        return DATABASE.transactions().read(Set.of(OURS), handle -> {
            CollectingSink sink = new CollectingSink();
            report.build(new JdbiBooks(handle, KNOWN), query, sink);
            return sink;
        });
    }

    private static List<String> pages(ReportQuery query) {
        List<String> rows = new ArrayList<>();
        long pages = report(query).head().paging().orElseThrow().pages();
        for (long page = 1; page <= pages; page++) {
            rows.addAll(LineTexts.of(report(query.with(Parameters.PAGE, page))));
        }
        return rows;
    }

    /** Opening, debit, credit and closing of every account, over all pages. */
    private static Map<String, List<Long>> sumsOfSections(ReportQuery query) {
        Map<String, Long> openings = new TreeMap<>();
        Map<String, List<Long>> sums = new TreeMap<>();
        long pages = Math.max(1, report(query).head().paging().orElseThrow().pages());
        for (long page = 1; page <= pages; page++) {
            CollectingSink report = report(query.with(Parameters.PAGE, page));
            for (Line line : report.lines()) {
                if (line instanceof CollectingSink.Heading heading) {
                    openings.putIfAbsent(
                            heading.section().code(),
                            amount(report, heading.section().opening().orElseThrow(), "balance"));
                } else if (line instanceof CollectingSink.Sum sum
                        && !sum.section().extent().continues()) {
                    sums.put(
                            sum.section().code(),
                            List.of(
                                    openings.get(sum.section().code()),
                                    amount(report, sum.row(), "debit"),
                                    amount(report, sum.row(), "credit"),
                                    amount(report, sum.row(), "balance")));
                }
            }
        }
        return sums;
    }

    private static List<String> shown(List<NaiveGeneralLedger.Line> lines) {
        return lines.stream().map(NaiveGeneralLedger.Line::shown).toList();
    }

    private static long amount(CollectingSink report, Row row, String column) {
        return ((Cell.Amount) cell(report, row, column)).ore();
    }

    private static Cell cell(CollectingSink report, Row row, String column) {
        return row.cells()
                .get(report.columns().stream().map(Column::key).toList().indexOf(column));
    }
}
