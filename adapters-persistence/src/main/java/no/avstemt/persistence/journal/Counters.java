package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
        Map<Key, Sum> setDays = new HashMap<>();
        for (NewLine line : lines) {
            String tax = line.line().taxCode().orElse("");
            setDays.computeIfAbsent(new Key(line.accountId(), line.dimensionSetId(), line.day(), tax), key -> new Sum())
                    .add(line.line().amount());
        }
        upsert("balance_day", "day", false, sums(setDays, Key::ofAllSets));
        upsert(
                "balance_month",
                "month",
                false,
                sums(setDays, key -> key.ofAllSets().ofMonth()));
        upsert("balance_set_day", "day", true, sums(setDays, key -> key));
        upsert("balance_set_month", "month", true, sums(setDays, Key::ofMonth));
    }

    /** @param set 0 for lines without dimensions, and where sets are not told apart */
    private record Key(long account, long set, LocalDate day, String taxCode) {

        Key ofAllSets() {
            return new Key(account, 0, day, taxCode);
        }

        Key ofMonth() {
            return new Key(account, set, day.withDayOfMonth(1), taxCode);
        }
    }

    private static final class Sum {

        private long debit;
        private long credit;
        private long lines;

        void add(long amount) {
            debit = Math.addExact(debit, Math.max(amount, 0));
            credit = Math.addExact(credit, Math.max(Math.negateExact(amount), 0));
            lines++;
        }

        void add(Sum other) {
            debit = Math.addExact(debit, other.debit);
            credit = Math.addExact(credit, other.credit);
            lines += other.lines;
        }
    }

    private static List<Map.Entry<Key, Sum>> sums(Map<Key, Sum> setDays, UnaryOperator<Key> wider) {
        Map<Key, Sum> sums = new HashMap<>();
        setDays.forEach((key, sum) ->
                sums.computeIfAbsent(wider.apply(key), any -> new Sum()).add(sum));
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
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
                .longs("debit", sum -> sum.getValue().debit)
                .longs("credit", sum -> sum.getValue().credit)
                .longs("lines", sum -> sum.getValue().lines);
        upsert.execute();
    }
}
