package no.avstemt.persistence.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.persistence.database.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** However few counters are kept aside between batches, what is written adds up. */
final class CountersTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final int BATCHES = 12;
    private static final int LINES = 30;

    /** Type and id of the values of each set; 0 has none, and two share a project. */
    private static final Map<Long, List<String>> VALUES =
            Map.of(1L, List.of("project 1"), 2L, List.of("department 3", "project 1"), 3L, List.of("project 2"));

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, Long> ordinals = new HashMap<>();
    private final Map<String, List<Long>> days = new TreeMap<>();
    private final Map<String, List<Long>> months = new TreeMap<>();
    private final Map<String, List<Long>> values = new TreeMap<>();

    @Test
    void whatever_is_kept_aside_the_counters_are_the_sums_of_the_lines() {
        for (int many : List.of(1, 20, 1_000)) {
            ClientAccountId client = new ClientAccountId(900 + many);
            ordinals.clear();
            days.clear();
            months.clear();
            values.clear();
            writeSets(client.value());

            for (int posting = 0; posting < 2; posting++) {
                DATABASE.transactions().write(List.of(client.value()), handle -> {
                    add(new Counters(handle, client, many));
                    return true;
                });
            }

            String told = many + " kept, seed " + seed;
            assertEquals(days, rows(client, "balance_set_day", "day, dimension_set_id"), told);
            assertEquals(months, rows(client, "balance_month", "month"), told);
            assertEquals(values, rows(client, "balance_value_month", "month, type, dimension_value_id % 100"), told);
        }
    }

    private static void writeSets(long client) {
        DATABASE.asOwner(handle -> {
            VALUES.forEach((set, values) -> {
                handle.execute(
                        "INSERT INTO dimension_set (client_account_id, dimension_set_id, members) VALUES (?, ?, ?)",
                        client,
                        set,
                        String.join(",", values));
                for (String value : values) {
                    String type = value.split(" ")[0];
                    long id = client * 100 + Long.parseLong(value.split(" ")[1]);
                    handle.execute("""
                            INSERT INTO dimension_value (client_account_id, type, dimension_value_id, key, name)
                            VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """, client, type, id, value, value);
                    handle.execute(
                            "INSERT INTO dimension_set_member VALUES (?, ?, ?, ?, false)", client, set, type, id);
                }
            });
            return true;
        });
    }

    private void add(Counters counters) {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<NewLine> lines = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                lines.add(line(random.nextInt(3), random.nextInt(4), FIRST.plusDays(random.nextInt(2) + batch / 4)));
            }
            counters.write(counters.of(lines));
        }
        counters.write(counters.rest());
    }

    private NewLine line(long account, long set, LocalDate day) {
        long amount = random.nextInt(-500, 500);
        count(days, account + " " + day + " " + set, amount);
        count(months, account + " " + day.withDayOfMonth(1), amount);
        VALUES.getOrDefault(set, List.of())
                .forEach(value -> count(values, account + " " + day.withDayOfMonth(1) + " " + value, amount));
        long ordinal = ordinals.merge(account + " " + day, 1L, Long::sum);
        JournalLine line =
                JournalLine.inKroner(1, new AccountCode("1577"), amount, DimensionSet.NONE, "Salg " + ordinal);
        return new NewLine(1, account, day, ordinal, set, line);
    }

    /** Adds to debit, credit and lines. */
    private static void count(Map<String, List<Long>> sums, String key, long amount) {
        sums.merge(
                key,
                List.of(Math.max(amount, 0), Math.max(-amount, 0), 1L),
                (before, more) -> IntStream.range(0, 3)
                        .mapToObj(i -> before.get(i) + more.get(i))
                        .toList());
    }

    private static Map<String, List<Long>> rows(ClientAccountId client, String table, String key) {
        Map<String, List<Long>> rows = new TreeMap<>();
        DATABASE.transactions()
                .read(List.of(client.value()), handle -> select(handle, table, key))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    private static List<Map.Entry<String, List<Long>>> select(Handle handle, String table, String key) {
        return handle.createQuery(
                        "SELECT concat_ws(' ', account_id, " + key + ") AS key, debit, credit, lines FROM " + table)
                .map((row, context) -> Map.entry(
                        row.getString("key"),
                        List.of(row.getLong("debit"), row.getLong("credit"), row.getLong("lines"))))
                .list();
    }
}
