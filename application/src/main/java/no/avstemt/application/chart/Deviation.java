package no.avstemt.application.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;

/**
 * Where a chart is not its template, in one account.
 *
 * @param ours none when the chart lacks the account
 * @param theirs none when the template lacks it
 * @param kinds never empty
 */
public record Deviation(
        AccountCode code, Optional<UsedAccount> ours, Optional<StandardChart.Row> theirs, Set<Kind> kinds) {

    public enum Kind {
        ADDED,
        MISSING,
        RENAMED,
        RELATION,
        TAX_CODE,
        MAPPED,
        INACTIVE
    }

    public Deviation {
        kinds = EnumSet.copyOf(kinds);
    }

    /** Whether the template has something that the chart can take over. */
    public boolean canBeTakenOver() {
        return theirs.isPresent();
    }

    /** In order of account code. */
    static List<Deviation> of(List<UsedAccount> chart, ChartTemplate template) {
        Map<AccountCode, UsedAccount> ours = new TreeMap<>();
        chart.forEach(used -> ours.put(used.account().code(), used));
        Map<AccountCode, StandardChart.Row> theirs = new TreeMap<>();
        template.accounts().forEach(row -> theirs.put(row.code(), row));
        Set<AccountCode> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        List<Deviation> deviations = new ArrayList<>();
        for (AccountCode code : all) {
            Optional<UsedAccount> used = Optional.ofNullable(ours.get(code));
            Optional<StandardChart.Row> row = Optional.ofNullable(theirs.get(code));
            Set<Kind> kinds = kinds(used, row);
            if (!kinds.isEmpty()) {
                deviations.add(new Deviation(code, used, row, kinds));
            }
        }
        return deviations;
    }

    private static Set<Kind> kinds(Optional<UsedAccount> used, Optional<StandardChart.Row> row) {
        if (used.isEmpty()) {
            return EnumSet.of(Kind.MISSING);
        }
        if (row.isEmpty()) {
            return EnumSet.of(Kind.ADDED);
        }
        Account ours = used.get().account();
        StandardChart.Row theirs = row.get();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (!ours.nameNb().equals(theirs.nameNb()) || !ours.nameEn().equals(theirs.nameEn())) {
            kinds.add(Kind.RENAMED);
        }
        if (!ours.relationType().equals(theirs.relationType())) {
            kinds.add(Kind.RELATION);
        }
        if (!ours.defaultTaxCode().equals(theirs.defaultTaxCode())) {
            kinds.add(Kind.TAX_CODE);
        }
        if (!ours.saftGrouping().equals(theirs.saftGrouping())) {
            kinds.add(Kind.MAPPED);
        }
        if (!ours.active()) {
            kinds.add(Kind.INACTIVE);
        }
        return kinds;
    }

    /** What the account is in the template. */
    static AccountFields fields(StandardChart.Row row) {
        return new AccountFields(
                row.nameNb(),
                row.nameEn(),
                row.relationType(),
                row.defaultTaxCode().flatMap(TaxCode::of),
                row.saftGrouping(),
                true);
    }

    static StandardChart.Row row(Account account) {
        return new StandardChart.Row(
                account.code(),
                account.nameNb(),
                account.nameEn(),
                account.relationType(),
                account.defaultTaxCode(),
                account.saftGrouping().category(),
                account.saftGrouping().code(),
                account.postable());
    }
}
