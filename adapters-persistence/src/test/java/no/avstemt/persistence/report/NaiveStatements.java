package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.persistence.report.NaiveTrialBalance.Key;
import no.avstemt.persistence.report.NaiveTrialBalance.Line;

/** Balance sheet and income statement as one would do them by hand. */
final class NaiveStatements {

    private final NaiveTrialBalance books;

    NaiveStatements(NaiveTrialBalance books) {
        this.books = books;
    }

    /** Account and balance, both sides positive; of all texts. */
    List<String> balanceSheet(ReportQuery query, LocalDate day) {
        Map<String, Long> sums = new TreeMap<>();
        for (Line line : books.counted(query.with(Parameters.FREE_TEXT, Optional.empty()))) {
            if (!line.date().isAfter(day)) {
                sums.merge(line.account().compareTo("3") < 0 ? line.account() : "2099", line.amount(), Long::sum);
            }
        }
        List<String> rows = new ArrayList<>();
        sums.forEach((account, sum) -> {
            if (sum != 0) {
                rows.add(account + " " + (account.startsWith("1") ? sum : -sum));
            }
        });
        return rows;
    }

    /** Account, what it is about, and what it moved in each month of the year. */
    List<String> incomeStatement(ReportQuery query) {
        Map<Key, long[]> sums = new TreeMap<>(NaiveTrialBalance::inOrder);
        for (Line line : books.counted(query)) {
            if (isIn(line, query) && isResult(line.account())) {
                long[] months = sums.computeIfAbsent(books.key(line, notByRelation(query)), key -> new long[12]);
                months[line.date().getMonthValue() - 1] += isIncome(line.account()) ? -line.amount() : line.amount();
            }
        }
        List<String> rows = new ArrayList<>();
        sums.forEach((key, months) -> rows.add(key.account() + " "
                + (key.value() == 0 ? "-" : key.type() + ":" + key.value()) + " " + Arrays.toString(months)));
        return rows;
    }

    /** What was done with results in the period, in ledger sign. */
    long allocations(ReportQuery query) {
        return books.counted(query).stream()
                .filter(line -> isIn(line, query) && line.account().compareTo("88") >= 0)
                .mapToLong(Line::amount)
                .sum();
    }

    private static boolean isIn(Line line, ReportQuery query) {
        return !line.date().isBefore(query.get(Parameters.DATE_FROM))
                && !line.date().isAfter(query.get(Parameters.DATE_TO));
    }

    private static ReportQuery notByRelation(ReportQuery query) {
        return query.with(Parameters.INCLUDE_DIMENSIONS, false);
    }

    private static boolean isResult(String account) {
        return account.compareTo("3") >= 0 && account.compareTo("88") < 0;
    }

    private static boolean isIncome(String account) {
        return account.startsWith("3") || account.startsWith("80");
    }
}
