package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The day and month counters, added to by what has just been written, in order of their keys. */
final class Counters {

    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::account)
            .thenComparingLong(Key::set)
            .thenComparing(Key::day)
            .thenComparing(Key::taxCode);

    private final Handle handle;
    private final ClientAccountId client;

    Counters(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    void add(List<NewLine> lines) {
        upsert("balance_day", "day", false, sums(lines, line -> key(line, 0, line.day())));
        upsert("balance_month", "month", false, sums(lines, line -> key(line, 0, month(line))));
        upsert("balance_set_day", "day", true, sums(lines, line -> key(line, set(line), line.day())));
        upsert("balance_set_month", "month", true, sums(lines, line -> key(line, set(line), month(line))));
    }

    /** @param set 0 for lines without dimensions, and where sets are not told apart */
    private record Key(long account, long set, LocalDate day, String taxCode) {}

    private record Sum(long debit, long credit, long lines) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(debit, other.debit), Math.addExact(credit, other.credit), lines + other.lines);
        }
    }

    private static Key key(NewLine line, long set, LocalDate day) {
        return new Key(line.accountId(), set, day, line.line().taxCode().orElse(""));
    }

    private static long set(NewLine line) {
        return line.dimensionSetId().orElse(0L);
    }

    private static LocalDate month(NewLine line) {
        return line.day().withDayOfMonth(1);
    }

    private static List<Map.Entry<Key, Sum>> sums(List<NewLine> lines, Function<NewLine, Key> key) {
        Map<Key, Sum> sums = new TreeMap<>(ORDER);
        for (NewLine line : lines) {
            long amount = line.line().amount();
            sums.merge(key.apply(line), new Sum(Math.max(amount, 0), Math.max(-amount, 0), 1), Sum::plus);
        }
        return List.copyOf(sums.entrySet());
    }

    /** @param table,column of the four above, never from outside */
    private void upsert(String table, String column, boolean perSet, List<Map.Entry<Key, Sum>> sums) {
        String setColumn = perSet ? "dimension_set_id, " : "";
        Update upsert = handle.createUpdate(
                        "INSERT INTO " + table + " AS b (client_account_id, account_id, " + setColumn
                                + column + ", tax_code, debit, credit, lines) SELECT :client, r.account, "
                                + (perSet ? "r.set, " : "")
                                + """
                          r.day::date, r.tax, r.debit, r.credit, r.lines
                          FROM unnest(:account::bigint[], :set::bigint[], :day::text[], :tax::text[], :debit::bigint[],
                                      :credit::bigint[], :lines::bigint[])
                            AS r (account, set, day, tax, debit, credit, lines)
                            ON CONFLICT (client_account_id, account_id, """
                                + setColumn + column
                                + """
                        , tax_code) DO UPDATE
                           SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                               lines = b.lines + excluded.lines
                        """)
                .bind("client", client.value());
        Bulk.of(upsert, sums)
                .longs("account", sum -> sum.getKey().account())
                .longs("set", sum -> sum.getKey().set())
                .dates("day", sum -> sum.getKey().day())
                .texts("tax", sum -> sum.getKey().taxCode())
                .longs("debit", sum -> sum.getValue().debit())
                .longs("credit", sum -> sum.getValue().credit())
                .longs("lines", sum -> sum.getValue().lines());
        upsert.execute();
    }
}
