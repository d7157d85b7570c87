package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.report.Books.BalanceQuery;
import no.avstemt.application.report.Books.DimensionValue;
import no.avstemt.application.report.Books.MonthMovement;
import no.avstemt.application.report.Books.Split;
import no.avstemt.application.report.StatementTable.Line;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.Grouping;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;

/**
 * What result accounts moved, by account code: of each account or value twelve months by their numbers, and twelve more for
 * each period that it is compared with. What was done with a result is left out.
 */
record IncomeLines(List<Line> lines) {

    static final int MONTHS = 12;

    IncomeLines {
        lines = List.copyOf(lines);
    }

    private record Key(long accountId, Optional<DimensionValue> value) {}

    static IncomeLines read(Books books, ReportQuery query, List<Period> periods, boolean drafts) {
        FiscalYear fiscalYear = books.company(query.client()).fiscalYear();
        Map<Key, Amounts> moved = new LinkedHashMap<>();
        for (int place = 0; place < periods.size(); place++) {
            int from = place * MONTHS;
            Amounts none = Amounts.zeros(periods.size() * MONTHS);
            books.movements(
                    movements(query, periods.get(place), fiscalYear, drafts),
                    movement -> moved.merge(
                            new Key(movement.accountId(), movement.value()),
                            none.plus(from + movement.month().getMonthValue() - 1, net(movement)),
                            Amounts::plus));
        }
        return new IncomeLines(inOrder(moved, books.chart(query.client())));
    }

    private static BalanceQuery movements(ReportQuery query, Period period, FiscalYear fiscalYear, boolean drafts) {
        return new BalanceQuery(
                query.client(),
                period,
                fiscalYear.start(period.first()),
                Set.of(),
                query.get(Parameters.DIMENSIONS),
                query.get(Parameters.FREE_TEXT),
                query.get(Parameters.GROUP_BY_DIMENSION).map(Split::by).orElse(Split.NONE),
                drafts);
    }

    private static long net(MonthMovement movement) {
        return Math.subtractExact(movement.debit(), movement.credit());
    }

    /** Each account's lines as they came, with the one about nothing last. */
    private static List<Line> inOrder(Map<Key, Amounts> moved, List<Account> chart) {
        Map<Long, List<Key>> keys = new HashMap<>();
        moved.keySet()
                .forEach(key -> keys.computeIfAbsent(key.accountId(), id -> new ArrayList<>())
                        .add(key));
        List<Line> lines = new ArrayList<>();
        for (Account account : chart) {
            if (!Grouping.of(account.code()).isAllocation()) {
                List<Key> ofAccount = keys.getOrDefault(account.id(), List.of());
                ofAccount.stream()
                        .sorted((one, other) -> Boolean.compare(
                                one.value().isEmpty(), other.value().isEmpty()))
                        .forEach(key -> lines.add(new Line(
                                account,
                                key.value(),
                                amounts(moved, key),
                                key.value().isEmpty() && ofAccount.size() > 1)));
            }
        }
        return lines;
    }

    private static Amounts amounts(Map<Key, Amounts> moved, Key key) {
        return Optional.ofNullable(moved.get(key)).orElseThrow();
    }
}
