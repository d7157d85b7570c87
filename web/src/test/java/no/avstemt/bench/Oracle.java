package no.avstemt.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control totals that came with a workload, compared with what is in the tables, by SQL of their own. */
final class Oracle {

    private final JsonNode told;
    private final List<String> wrong = new ArrayList<>();
    private long compared;

    private Oracle(JsonNode told) {
        this.told = told;
    }

    static Oracle read(Path file) {
        return new Oracle(JsonMapper.shared().readTree(file));
    }

    /**
     * @param client whose books they are; of others nothing is seen, as the program's own role sees nothing of them
     * @return how many totals were equal
     * @throws IllegalStateException with every total that is not
     */
    long compare(Handle books, long client) {
        books.execute("SET ROLE avstemt_app");
        books.execute("SET avstemt.clients = '" + client + "'");
        same(
                "entries",
                books,
                "SELECT count(*) FROM journal_entry",
                told.get("entries").asLong());
        same(
                "last number",
                books,
                "SELECT max(number) FROM journal_entry",
                told.get("entries").asLong());
        same(
                "last link",
                books,
                "SELECT chain_position FROM journal_head",
                told.get("entries").asLong());
        same(
                "lines",
                books,
                "SELECT count(*) FROM journal_line",
                told.get("lines").asLong());
        String lines = " FROM journal_line l JOIN account a USING (client_account_id, account_id) ";
        String counters = " FROM balance_day b JOIN account a USING (client_account_id, account_id) ";
        same("total", books, "SELECT code, sum(amount)" + lines + "GROUP BY code", told.get("total"));
        same("debit", books, "SELECT code, sum(greatest(amount, 0))" + lines + "GROUP BY code", told.get("debit"));
        same("credit", books, "SELECT code, sum(greatest(-amount, 0))" + lines + "GROUP BY code", told.get("credit"));
        same("counted debit", books, "SELECT code, sum(debit)" + counters + "GROUP BY code", told.get("debit"));
        same("counted credit", books, "SELECT code, sum(credit)" + counters + "GROUP BY code", told.get("credit"));
        told.get("balance_at").properties().forEach(at -> balanceAt(books, at.getKey(), at.getValue()));
        quarter(books, told.get("trial_quarter"));
        register(books, told.get("register"));
        projects(books);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The books are not the workload's:\n" + String.join("\n", wrong));
        }
        return compared;
    }

    private void balanceAt(Handle books, String day, JsonNode balances) {
        String sql = "SELECT code, sum(debit - credit) FROM balance_month b"
                + " JOIN account a USING (client_account_id, account_id) WHERE month <= '" + LocalDate.parse(day)
                + "' GROUP BY code";
        same("balance at " + day, books, sql, balances);
    }

    private void quarter(Handle books, JsonNode quarter) {
        LocalDate from = LocalDate.parse(quarter.get("from").asString());
        LocalDate to = LocalDate.parse(quarter.get("to").asString());
        for (Map.Entry<String, JsonNode> account : quarter.get("rows").properties()) {
            String of = " FROM journal_line l JOIN account a USING (client_account_id, account_id) WHERE code = '"
                    + Long.parseLong(account.getKey()) + "' AND posting_date ";
            String within = of + "BETWEEN '" + from + "' AND '" + to + "'";
            JsonNode row = account.getValue();
            String name = "quarter of " + account.getKey() + " ";
            same(name + "opening", books, sum("amount") + of + "< '" + from + "'", number(row, "opening"));
            same(name + "debit", books, sum("greatest(amount, 0)") + within, number(row, "debit"));
            same(name + "credit", books, sum("greatest(-amount, 0)") + within, number(row, "credit"));
            same(name + "closing", books, sum("amount") + of + "<= '" + to + "'", number(row, "closing"));
        }
    }

    private void register(Handle books, JsonNode register) {
        String month = register.get("month").asString();
        LocalDate first = LocalDate.parse(month + "-01");
        String of = " FROM journal_line l JOIN account a USING (client_account_id, account_id) WHERE code = '"
                + register.get("account").asLong() + "' AND posting_date ";
        String within = of + ">= '" + first + "' AND posting_date < '" + first.plusMonths(1) + "'";
        same("register opening", books, sum("amount") + of + "< '" + first + "'", number(register, "opening"));
        same("register count", books, "SELECT count(*)" + within, number(register, "count"));
        same(
                "register closing",
                books,
                sum("amount") + of + "< '" + first.plusMonths(1) + "'",
                number(register, "closing"));
        same(
                "first page",
                books,
                "SELECT sum(amount) FROM (SELECT amount" + within + " ORDER BY posting_date, ordinal LIMIT "
                        + number(register, "page") + ") page",
                number(register, "page1_sum"));
    }

    private void projects(Handle books) {
        same("sales by project", books, """
                SELECT v.key, sum(b.debit - b.credit)
                  FROM balance_set_month b
                  JOIN account a USING (client_account_id, account_id)
                  JOIN dimension_set_member m USING (client_account_id, dimension_set_id)
                  JOIN dimension_value v USING (client_account_id, dimension_value_id)
                 WHERE v.type = 'project' AND a.code LIKE '3%'
                 GROUP BY v.key
                """, told.get("sales_by_project"));
    }

    private static String sum(String what) {
        return "SELECT coalesce(sum(" + what + "), 0)";
    }

    private static long number(JsonNode node, String name) {
        return node.get(name).asLong();
    }

    private void same(String what, Handle books, String sql, long expected) {
        same(what, books.createQuery(sql).mapTo(Long.class).one(), expected);
    }

    private void same(String what, Handle books, String sql, JsonNode expected) {
        Map<String, Long> found = new TreeMap<>();
        books.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(row -> found.put(row.getKey(), row.getValue()));
        expected.properties()
                .forEach(total -> same(
                        what + " of " + total.getKey(),
                        found.getOrDefault(total.getKey(), 0L),
                        total.getValue().asLong()));
    }

    private void same(String what, long found, long expected) {
        compared++;
        if (found != expected) {
            wrong.add(what + ": " + found + ", but should be " + expected);
        }
    }
}
