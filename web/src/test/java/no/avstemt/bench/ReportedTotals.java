package no.avstemt.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control totals that came with a workload, compared with what the reports say. */
final class ReportedTotals {

    private static final String REPORTS = "/api/v2/reports/";

    private final JsonNode told;
    private final Function<String, JsonNode> reports;
    private final List<String> wrong = new ArrayList<>();
    private long compared;

    private ReportedTotals(JsonNode told, Function<String, JsonNode> reports) {
        this.told = told;
        this.reports = reports;
    }

    /**
     * @param reports answers an address, to which a client account is added
     * @return how many totals were equal
     * @throws IllegalStateException with every total that is not
     */
    static long compare(Path file, Function<String, JsonNode> reports) {
        ReportedTotals totals = new ReportedTotals(JsonMapper.shared().readTree(file), reports);
        totals.balanceSheets();
        totals.incomeStatement();
        totals.trialBalance();
        totals.salesByProject();
        if (!totals.wrong.isEmpty()) {
            throw new IllegalStateException("The reports are not the workload's:\n" + String.join("\n", totals.wrong));
        }
        return totals.compared;
    }

    private void balanceSheets() {
        told.get("balance_at").properties().forEach(at -> {
            Map<String, Long> found = new HashMap<>();
            for (JsonNode row : reports.apply(REPORTS + "balance-sheet?report_date=" + at.getKey())) {
                String account = row.get("account_code").asString();
                found.put(account, ledgerSign(account) * ore(row.get("balance")));
            }
            long results = 0;
            for (Map.Entry<String, JsonNode> account : at.getValue().properties()) {
                long balance = account.getValue().asLong();
                if (account.getKey().compareTo("3") < 0) {
                    same("balance sheet " + at.getKey(), account.getKey(), found, balance);
                } else {
                    results += balance;
                }
            }
            same("balance sheet " + at.getKey(), "2099", found, results);
        });
    }

    private void incomeStatement() {
        JsonNode rows = reports.apply(REPORTS + "income-statement?date_from=2025-01-01&date_to=2025-12-31");
        told.get("income_by_month").properties().forEach(month -> {
            int number = LocalDate.parse(month.getKey() + "-01").getMonthValue();
            Map<String, Long> found = new HashMap<>();
            for (JsonNode row : rows) {
                String account = row.get("account_code").asString();
                JsonNode moved = row.get("period_debit_movements").get(Integer.toString(number));
                found.put(account, ledgerSign(account) * ore(moved));
            }
            month.getValue()
                    .properties()
                    .forEach(account -> same(
                            "income of " + month.getKey(),
                            account.getKey(),
                            found,
                            account.getValue().asLong()));
        });
    }

    private void trialBalance() {
        JsonNode quarter = told.get("trial_quarter");
        JsonNode rows = reports.apply(REPORTS + "trial-balance?include_dimensions=false&date_from="
                + quarter.get("from").asString() + "&date_to="
                + quarter.get("to").asString());
        Map<String, String> columns = Map.of(
                "opening", "incoming_balance", "debit", "debit", "credit", "credit", "closing", "outgoing_balance");
        columns.forEach((name, column) -> {
            Map<String, Long> found = new HashMap<>();
            rows.forEach(row -> found.put(row.get("account_code").asString(), ore(row.get(column))));
            quarter.get("rows")
                    .properties()
                    .forEach(account -> same(
                            "quarter's " + name,
                            account.getKey(),
                            found,
                            account.getValue().get(name).asLong()));
        });
    }

    private void salesByProject() {
        Map<String, Long> found = new HashMap<>();
        JsonNode rows = reports.apply(
                REPORTS + "income-statement?date_from=2025-01-01&date_to=2025-12-31&group_by_dimension=project");
        for (JsonNode row : rows) {
            String account = row.get("account_code").asString();
            if (account.startsWith("3") && !row.get("relation_name").isNull()) {
                for (JsonNode moved : row.get("period_debit_movements")) {
                    found.merge(row.get("relation_name").asString(), ledgerSign(account) * ore(moved), Long::sum);
                }
            }
        }
        told.get("sales_by_project")
                .properties()
                .forEach(project -> same(
                        "sales of project",
                        project.getKey(),
                        found,
                        project.getValue().asLong()));
    }

    /** Statements show equity, debt and income the other way round. */
    private static int ledgerSign(String account) {
        return account.matches("(2|3|80).*") ? -1 : 1;
    }

    private static long ore(JsonNode kroner) {
        return new BigDecimal(kroner.asString()).movePointRight(2).longValueExact();
    }

    private void same(String what, String account, Map<String, Long> found, long expected) {
        compared++;
        long amount = found.getOrDefault(account, 0L);
        if (amount != expected) {
            wrong.add(what + " " + account + ": " + amount + ", but should be " + expected);
        }
    }
}
