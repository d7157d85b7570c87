package no.avstemt.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.application.report.Reports;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journal over entries of chance of four years, held against the entries themselves. */
class JournalOnPostgresTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());
    private static final LocalDate BEGIN = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 4 * 365;

    @AutoClose
    private static final GivenBooks BOOKS = new GivenBooks();

    private static final ClientAccountId CLIENT = BOOKS.client("Kaffebaren Nord AS");
    private static final List<PostedEntry> POSTED = new ArrayList<>();
    private static int firstMonth;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void post() {
        System.err.println("Seed of the journal: " + SEED);
        Random random = new Random(SEED);
        firstMonth = random.nextBoolean() ? 1 : 7;
        BOOKS.database()
                .asOwner(handle -> handle.execute(
                        "UPDATE client_account SET fiscal_year_start = ? WHERE client_account_id = ?",
                        firstMonth,
                        CLIENT.value()));
        List<JournalEntry> entries = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            entries.add(entry(BEGIN.plusDays(random.nextInt(DAYS)), number));
        }
        POSTED.addAll(BOOKS.post(CLIENT, entries));
    }

    private static JournalEntry entry(LocalDate day, int number) {
        List<JournalLine> lines = List.of(
                JournalLine.inKroner(1, new AccountCode("1920"), number, DimensionSet.NONE, "linje"),
                JournalLine.inKroner(2, new AccountCode("3000"), -number, DimensionSet.NONE, "linje"));
        Voucher voucher = new Voucher(Voucher.Kind.VIPPS_SETTLEMENT, "302321/funds/" + number);
        return new JournalEntry(day, "Bilag", voucher, "test", lines, List.of());
    }

    @Test
    void pages_hold_the_entries_of_the_period_by_fiscal_year_and_number() {
        for (int round = 0; round < 60; round++) {
            Optional<LocalDate> from = end(false);
            Optional<LocalDate> to = end(true).filter(day -> from.isEmpty() || !day.isBefore(from.get()));
            long perPage = 1 + random.nextInt(40);
            ReportQuery query = ReportQuery.of(CLIENT, "nb")
                    .with(Parameters.SINCE, from)
                    .with(Parameters.UNTIL, to)
                    .with(Parameters.PER_PAGE, perPage);
            List<String> expected = lines(new Period(from.orElse(Period.EVER.first()), to.orElse(Period.EVER.last())));
            List<String> found = new ArrayList<>();
            long records = perPage;
            for (long page = 1; (page - 1) * perPage < records; page++) {
                CollectingSink report = page(query.with(Parameters.PAGE, page));
                records = report.head().paging().orElseThrow().records();
                found.addAll(lines(report).toList());
            }
            assertEquals(expected.size(), 2 * records, "Seed " + SEED + ", " + from + " " + to);
            assertEquals(expected, found, "Seed " + SEED + ", " + from + " " + to);
        }
    }

    private static List<String> lines(Period period) {
        return POSTED.stream()
                .filter(posted -> period.contains(posted.entry().postingDate()))
                .sorted(Comparator.comparingInt(PostedEntry::fiscalYear).thenComparingLong(PostedEntry::number))
                .flatMap(posted -> posted.entry().lines().stream()
                        .map(line -> posted.number() + "/" + line.lineNo() + " "
                                + posted.entry().postingDate()))
                .toList();
    }

    private static Stream<String> lines(CollectingSink report) {
        List<String> columns = report.columns().stream().map(Column::key).toList();
        return report.rows().stream()
                .map(row -> text(row, columns, "number") + "/" + text(row, columns, "line_id") + " "
                        + text(row, columns, "posting_date"));
    }

    private static String text(Row row, List<String> columns, String key) {
        Cell cell = row.cells().get(columns.indexOf(key));
        return cell instanceof Cell.Day day ? day.day().toString() : Long.toString(((Cell.Count) cell).number());
    }

    /** Often where a fiscal year begins or ends, or nowhere. */
    private Optional<LocalDate> end(boolean last) {
        LocalDate day = BEGIN.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(day);
            default -> Optional.of(day.withMonth(firstMonth).withDayOfMonth(1).minusDays(last ? 1 : 0));
        };
    }

    private static CollectingSink page(ReportQuery query) {
        return BOOKS.read(CLIENT, stores -> {
            CollectingSink sink = new CollectingSink();
            Reports.JOURNAL.build(stores.books(), query, sink);
            return sink;
        });
    }
}
