package no.avstemt.application.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;

/** Accounts that a file names and the client account does not have, as they are created for it. */
final class MissingAccounts {

    private static final long NO_ID = 0;

    private MissingAccounts() {}

    /** Those of the standard chart as they are there; others are named by their code, and grouped as the one before. */
    static List<StandardChart.Row> rows(Set<AccountCode> codes) {
        TreeMap<AccountCode, StandardChart.Row> standard = new TreeMap<>();
        StandardChart.rows().forEach(row -> standard.put(row.code(), row));
        return codes.stream().map(code -> row(code, standard)).toList();
    }

    private static StandardChart.Row row(AccountCode code, TreeMap<AccountCode, StandardChart.Row> standard) {
        var before = standard.floorEntry(code);
        StandardChart.Row near = (before == null ? standard.firstEntry() : before).getValue();
        if (near.code().equals(code)) {
            return near;
        }
        String group = near.groupingCategory();
        return new StandardChart.Row(
                code,
                "Konto " + code,
                "Account " + code,
                Optional.empty(),
                Optional.empty(),
                group,
                near.groupingCode(),
                true);
    }

    /** The accounts that there will be: a line on one that is created must be about what that one asks for. */
    static Map<AccountCode, Account> with(Map<AccountCode, Account> accounts) {
        Map<AccountCode, Account> all = new HashMap<>();
        StandardChart.rows().forEach(row -> all.put(row.code(), account(row)));
        all.putAll(accounts);
        return all;
    }

    private static Account account(StandardChart.Row row) {
        return new Account(
                NO_ID,
                row.code(),
                row.nameNb(),
                row.nameEn(),
                row.relationType(),
                row.defaultTaxCode(),
                row.saftGrouping(),
                true,
                row.postable());
    }
}
