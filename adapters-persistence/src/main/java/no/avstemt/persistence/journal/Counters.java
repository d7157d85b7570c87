package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The day and month counters, added to by what is written, in order of their keys. They are kept aside until the end or
 * until there are many, since batch after batch adds to the same ones. A day of an account whose first line is among them
 * has no counters yet, so these are simply put in; the others are added to what is there.
 */
final class Counters {

    private static final int MANY = 50_000;
    private static final String ADDED = """
            ) DO UPDATE
               SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
                   lines = b.lines + excluded.lines\
            """;
    private static final String TAX_ADDED =
            ", tax_base = b.tax_base + excluded.tax_base, tax_amount = b.tax_amount + excluded.tax_amount";
    private static final String ADD_TO_VALUES = """
            INSERT INTO balance_value_month AS b
                   (client_account_id, account_id, type, month, dimension_value_id, debit, credit, lines)
            SELECT m.client_account_id, a.account_id, m.type, date '1970-01-01' + a.day, m.dimension_value_id,
                   total(a.debit), total(a.credit), total(a.lines)
              FROM unnest(:account::bigint[], :set::bigint[], :day::int[], :debit::bigint[], :credit::bigint[],
                     :lines::bigint[]) AS a (account_id, dimension_set_id, day, debit, credit, lines)
              JOIN dimension_set_member m ON m.client_account_id = :client AND m.dimension_set_id = a.dimension_set_id
             GROUP BY 1, 2, 3, 4, 5
             ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (client_account_id, account_id, type, month, dimension_value_id\
            """ + ADDED;
    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::account)
            .thenComparing(Key::day)
            .thenComparingLong(Key::set)
            .thenComparing(Key::taxCode);

    private final Handle handle;
    private final ClientAccountId client;
    private final int many;
    private final Set<AccountDay> begun = new HashSet<>();
    private Map<Key, Sum> setDays = new HashMap<>();
    private Map<Key, Sum> setMonths = new HashMap<>();

    Counters(Handle handle, ClientAccountId client) {
        this(handle, client, MANY);
    }

    /** @param many how many are kept aside at most, beside what one batch adds */
    Counters(Handle handle, ClientAccountId client, int many) {
        this.handle = handle;
        this.client = client;
        this.many = many;
    }

    /**
     * What is to be written, in the order of the keys.
     *
     * @param newDays,newSetDays of days that have no counters
     */
    record Movements(
            List<Map.Entry<Key, Sum>> newDays,
            List<Map.Entry<Key, Sum>> newSetDays,
            List<Map.Entry<Key, Sum>> days,
            List<Map.Entry<Key, Sum>> setDays,
            List<Map.Entry<Key, Sum>> months,
            List<Map.Entry<Key, Sum>> setMonths) {}

    /** Takes these in; what is to be written now is mostly nothing. Asks the database for nothing. */
    Movements of(List<NewLine> lines) {
        for (NewLine line : lines) {
            String tax = line.line().taxCode().orElse("");
            setDays.computeIfAbsent(new Key(line.accountId(), line.dimensionSetId(), line.day(), tax), key -> new Sum())
                    .add(line.line());
            if (line.ordinal() == 1) {
                begun.add(new AccountDay(line.accountId(), line.day()));
            }
        }
        Map<Key, Sum> days = setDays.size() < many ? Map.of() : takeDays();
        return movements(days, setMonths.size() < many ? Map.of() : takeMonths());
    }

    /** What was kept aside. */
    Movements rest() {
        Map<Key, Sum> days = takeDays();
        return movements(days, takeMonths());
    }

    private Map<Key, Sum> takeDays() {
        Map<Key, Sum> days = setDays;
        setDays = new HashMap<>();
        days.forEach((key, sum) ->
                setMonths.computeIfAbsent(key.ofMonth(), month -> new Sum()).add(sum));
        return days;
    }

    private Map<Key, Sum> takeMonths() {
        Map<Key, Sum> months = setMonths;
        setMonths = new HashMap<>();
        return months;
    }

    private Movements movements(Map<Key, Sum> days, Map<Key, Sum> months) {
        List<Map.Entry<Key, Sum>> all = sums(days, Key::ofAllSets);
        List<Map.Entry<Key, Sum>> perSet = sums(days, key -> key);
        Movements movements = new Movements(
                all.stream().filter(this::isNew).toList(),
                perSet.stream().filter(this::isNew).toList(),
                all.stream().filter(Predicate.not(this::isNew)).toList(),
                perSet.stream().filter(Predicate.not(this::isNew)).toList(),
                sums(months, Key::ofAllSets),
                sums(months, key -> key));
        if (!days.isEmpty()) {
            begun.clear();
        }
        return movements;
    }

    private boolean isNew(Map.Entry<Key, Sum> sum) {
        return begun.contains(
                new AccountDay(sum.getKey().account(), sum.getKey().day()));
    }

    void write(Movements movements) {
        add(Counter.DAY, true, movements.newDays());
        add(Counter.SET_DAY, true, movements.newSetDays());
        add(Counter.DAY, false, movements.days());
        add(Counter.MONTH, false, movements.months());
        add(Counter.SET_DAY, false, movements.setDays());
        add(Counter.SET_MONTH, false, movements.setMonths());
        addToValues(movements.setMonths());
    }

    /** What a table of counters has beside account, tax code and sums. Only that of days says what its lines say of tax. */
    private enum Counter {
        DAY("balance_day", "day", false, true),
        MONTH("balance_month", "month", false, false),
        SET_DAY("balance_set_day", "day", true, false),
        SET_MONTH("balance_set_month", "month", true, false);

        private final String table;
        private final String column;
        private final boolean perSet;
        private final boolean saysTax;

        Counter(String table, String column, boolean perSet, boolean saysTax) {
            this.table = table;
            this.column = column;
            this.perSet = perSet;
            this.saysTax = saysTax;
        }

        private String key() {
            return "client_account_id, account_id, " + (perSet ? "dimension_set_id, " : "") + column + ", tax_code";
        }

        private String insert(boolean areNew) {
            return "INSERT INTO " + table + " AS b (" + key() + ", debit, credit, lines"
                    + (saysTax ? ", tax_base, tax_amount" : "")
                    + ") SELECT :client, unnest(:account::bigint[]), "
                    + (perSet ? "unnest(:set::bigint[]), " : "")
                    + """
                    date '1970-01-01' + unnest(:day::int[]), unnest(:tax::text[]), unnest(:debit::bigint[]),
                           unnest(:credit::bigint[]), unnest(:lines::bigint[])\
                    """
                    + (saysTax ? ", unnest(:tax_base::bigint[]), unnest(:tax_amount::bigint[])" : "")
                    + (areNew ? "" : " ON CONFLICT (" + key() + ADDED + (saysTax ? TAX_ADDED : ""));
        }
    }

    private record AccountDay(long account, LocalDate day) {}

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
        private long taxBase;
        private long taxAmount;

        void add(JournalLine line) {
            long amount = line.amount();
            debit = Math.addExact(debit, Math.max(amount, 0));
            credit = Math.addExact(credit, Math.max(Math.negateExact(amount), 0));
            lines++;
            if (line.taxCode().isPresent()) {
                taxBase = Math.addExact(taxBase, line.taxBase().orElse(amount));
                taxAmount = Math.addExact(taxAmount, line.taxAmount().orElse(0L));
            }
        }

        void add(Sum other) {
            debit = Math.addExact(debit, other.debit);
            credit = Math.addExact(credit, other.credit);
            lines += other.lines;
            taxBase = Math.addExact(taxBase, other.taxBase);
            taxAmount = Math.addExact(taxAmount, other.taxAmount);
        }
    }

    private static List<Map.Entry<Key, Sum>> sums(Map<Key, Sum> setDays, UnaryOperator<Key> wider) {
        Map<Key, Sum> sums = new HashMap<>();
        setDays.forEach((key, sum) ->
                sums.computeIfAbsent(wider.apply(key), any -> new Sum()).add(sum));
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
    }

    private void add(Counter counter, boolean areNew, List<Map.Entry<Key, Sum>> sums) {
        if (sums.isEmpty()) {
            return;
        }
        Update insert = handle.createUpdate(counter.insert(areNew));
        Bulk<Map.Entry<Key, Sum>> columns =
                columns(insert, sums).texts("tax", sum -> sum.getKey().taxCode());
        if (counter.perSet) {
            columns.longs("set", sum -> sum.getKey().set());
        }
        if (counter.saysTax) {
            columns.longs("tax_base", sum -> sum.getValue().taxBase)
                    .longs("tax_amount", sum -> sum.getValue().taxAmount);
        }
        insert.execute();
    }

    /** To each dimension value of their sets, which were written before them; tax codes are not told apart there. */
    private void addToValues(List<Map.Entry<Key, Sum>> setMonths) {
        List<Map.Entry<Key, Sum>> ofSets =
                setMonths.stream().filter(sum -> sum.getKey().set() != 0).toList();
        if (!ofSets.isEmpty()) {
            Update insert = handle.createUpdate(ADD_TO_VALUES);
            columns(insert, ofSets).longs("set", sum -> sum.getKey().set());
            insert.execute();
        }
    }

    private Bulk<Map.Entry<Key, Sum>> columns(Update insert, List<Map.Entry<Key, Sum>> sums) {
        return Bulk.of(insert.bind("client", client.value()), sums)
                .longs("account", sum -> sum.getKey().account())
                .days("day", sum -> sum.getKey().day())
                .longs("debit", sum -> sum.getValue().debit)
                .longs("credit", sum -> sum.getValue().credit)
                .longs("lines", sum -> sum.getValue().lines);
    }
}
