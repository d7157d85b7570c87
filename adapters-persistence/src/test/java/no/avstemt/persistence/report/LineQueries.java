package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.TestDatabase;

/** Questions of chance to a general ledger of {@link GeneratedBooks}. */
final class LineQueries {

    private final TestDatabase database;
    private final ReportQuery all;
    private final Random random;

    LineQueries(TestDatabase database, ReportQuery all, Random random) {
        this.database = database;
        this.all = all;
        this.random = random;
    }

    ReportQuery range(int round) {
        int days = (int) (GeneratedBooks.LAST.toEpochDay() - GeneratedBooks.FIRST.toEpochDay()) + 60;
        LocalDate from = GeneratedBooks.FIRST.minusDays(30).plusDays(random.nextInt(days));
        LocalDate to = from.plusDays(random.nextInt(round % 3 == 0 ? 40 : 500));
        return all.with(Parameters.SINCE, Optional.of(round % 4 == 1 ? from.withDayOfMonth(1) : from))
                .with(Parameters.UNTIL, Optional.of(round % 5 == 1 ? to.withDayOfMonth(to.lengthOfMonth()) : to));
    }

    ReportQuery any(int round) {
        ReportQuery query = round % 4 == 0 ? all : range(round);
        query = random.nextInt(3) > 0 ? query : query.with(Parameters.TAX_CODES, Set.of("3", "5", "77"));
        query = random.nextBoolean()
                ? query
                : query.with(Parameters.ACCOUNT_CODES, Set.of("1577", "3000", "2099", "9"));
        query = random.nextBoolean() ? query : query.with(Parameters.DIMENSIONS, dimensions());
        query = random.nextInt(3) > 0
                ? query
                : query.with(Parameters.FREE_TEXT, Optional.of(pick(List.of("kaffe", "Åse", "fordr", "100 %"))));
        query = random.nextInt(3) > 0 ? query : query.with(Parameters.INCLUDE_DRAFTS, true);
        query = random.nextInt(4) > 0 ? query : query.with(Parameters.INCLUDE_RECONCILED, false);
        return random.nextInt(4) > 0 ? query : query.with(Parameters.INCLUDE_CANCELLED, false);
    }

    private DimensionFilter dimensions() {
        Set<Long> projects =
                Set.copyOf(List.of(value(DimensionType.PROJECT), value(DimensionType.PROJECT), 9_999_999L));
        return random.nextBoolean()
                ? new DimensionFilter(Map.of(DimensionType.PROJECT, projects))
                : new DimensionFilter(Map.of(
                        DimensionType.PROJECT,
                        projects,
                        DimensionType.BANKACC,
                        Set.copyOf(List.of(value(DimensionType.BANKACC), value(DimensionType.BANKACC)))));
    }

    private long value(DimensionType type) {
        return pick(database.asOwner(handle -> handle.createQuery("""
                        SELECT dimension_value_id FROM dimension_value
                         WHERE client_account_id = :client AND type = :type ORDER BY key
                        """)
                .bind("client", all.client().value())
                .bind("type", type.apiName())
                .mapTo(Long.class)
                .list()));
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
