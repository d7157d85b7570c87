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

/**
 * The day and month counters, added to by what is written, in order of their keys. Months are kept aside until the end or
 * until there are many, since batch after batch adds to the same ones.
 */
final class Counters {

    private static final int MANY_MONTHS = 50_000;
    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::account)
            .thenComparingLong(Key::set)
            .thenComparing(Key::day)
            .thenComparing(Key::taxCode);

    private final Handle handle;
    private final ClientAccountId client;
    private Map<Key, Sum> setMonths = new HashMap<>();

    Counters(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** What a batch adds, in the order of the keys; asks the database for nothing. */
    record Movements(
            List<Map.Entry<Key, Sum>> days,
            List<Map.Entry<Key, Sum>> setDays,
            List<Map.Entry<Key, Sum>> months,
            List<Map.Entry<Key, Sum>> setMonths) {}

    Movements of(List<NewLine> lines) {
        Map<Key, Sum> setDays = new HashMap<>();
        for (NewLine line : lines) {
            String tax = line.line().taxCode().orElse("");
            setDays.computeIfAbsent(new Key(line.accountId(), line.dimensionSetId(), line.day(), tax), key -> new Sum())
                    .add(line.line().amount());
        }
        setDays.forEach((key, sum) ->
                setMonths.computeIfAbsent(key.ofMonth(), month -> new Sum()).add(sum));
        Map<Key, Sum> months = setMonths.size() < MANY_MONTHS ? Map.of() : setMonths;
        if (!months.isEmpty()) {
            setMonths = new HashMap<>();
        }
        return movements(setDays, months);
    }

    /** What was kept aside. */
    Movements rest() {
        Map<Key, Sum> months = setMonths;
        setMonths = new HashMap<>();
        return movements(Map.of(), months);
    }

    private static Movements movements(Map<Key, Sum> setDays, Map<Key, Sum> setMonths) {
        return new Movements(
                sums(setDays, Key::ofAllSets),
                sums(setDays, key -> key),
                sums(setMonths, Key::ofAllSets),
                sums(setMonths, key -> key));
    }

    void write(Movements movements) {
        upsert("balance_day", "day", false, movements.days());
        upsert("balance_month", "month", false, movements.months());
        upsert("balance_set_day", "day", true, movements.setDays());
        upsert("balance_set_month", "month", true, movements.setMonths());
    }

    /** @param set 0 for lines without dimensions, and where sets are not told apart */
    record Key(long account, long set, LocalDate day, String taxCode) {

        Key ofAllSets() {
            return new Key(account, 0, day, taxCode);
        }

        Key ofMonth() {
            return new Key(account, set, day.withDayOfMonth(1), taxCode);
        }
    }

    static final class Sum {

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
        if (sums.isEmpty()) {
            return;
        }
        String key = "client_account_id, account_id, " + (perSet ? "dimension_set_id, " : "") + column + ", tax_code";
        Update upsert = handle.createUpdate("INSERT INTO " + table + " AS b (" + key
                        + ", debit, credit, lines) SELECT :client, unnest(:account::bigint[]), "
                        + (perSet ? "unnest(:set::bigint[]), " : "")
                        + """
                        date '1970-01-01' + unnest(:day::int[]), unnest(:tax::text[]), unnest(:debit::bigint[]),
                               unnest(:credit::bigint[]), unnest(:lines::bigint[])
                            ON CONFLICT (""" + key + """
                        ) DO UPDATE
                           SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                               lines = b.lines + excluded.lines
                        """)
                .bind("client", client.value());
        Bulk<Map.Entry<Key, Sum>> columns = Bulk.of(upsert, sums)
                .longs("account", sum -> sum.getKey().account())
                .days("day", sum -> sum.getKey().day())
                .texts("tax", sum -> sum.getKey().taxCode())
                .longs("debit", sum -> sum.getValue().debit)
                .longs("credit", sum -> sum.getValue().credit)
                .longs("lines", sum -> sum.getValue().lines);
        if (perSet) {
            columns.longs("set", sum -> sum.getKey().set());
        }
        upsert.execute();
    }
}
