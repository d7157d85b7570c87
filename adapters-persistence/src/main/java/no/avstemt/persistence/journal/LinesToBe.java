package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the ids that a batch's lines need, once per distinct value, and gives each line its ordinal. */
final class LinesToBe {

    private final Handle handle;
    private final ClientAccountId client;

    LinesToBe(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** @param ids chain position to entry id */
    List<NewLine> of(List<PostedEntry> entries, Map<Long, Long> ids) {
        Set<AccountCode> codes = new LinkedHashSet<>();
        Map<DimensionSet, DimensionSet> sets = new IdentityHashMap<>();
        int size = 0;
        for (PostedEntry posted : entries) {
            for (JournalLine line : posted.entry().lines()) {
                codes.add(line.account());
                sets.put(line.dimensions(), line.dimensions());
                size++;
            }
        }
        Map<AccountCode, Long> accounts = accounts(codes);
        Map<DimensionSet, Long> setIds = setIds(sets.keySet());
        Map<AccountDay, Ordinal> ordinals = ordinals(entries, accounts);
        List<NewLine> found = new ArrayList<>(size);
        for (PostedEntry posted : entries) {
            LocalDate day = posted.entry().postingDate();
            long entry = Objects.requireNonNull(ids.get(posted.chainPosition()));
            for (JournalLine line : posted.entry().lines()) {
                long account = Objects.requireNonNull(accounts.get(line.account()));
                long ordinal = Objects.requireNonNull(ordinals.get(new AccountDay(account, day)))
                        .next();
                long set = Objects.requireNonNull(setIds.get(line.dimensions()));
                found.add(new NewLine(entry, account, day, ordinal, set, line));
            }
        }
        return found;
    }

    private record AccountDay(long account, LocalDate day) {}

    /** The last ordinal given. */
    private static final class Ordinal {

        private long last;

        long next() {
            return ++last;
        }
    }

    /** By the very objects of the lines, since these share them, and comparing sets costs more. */
    private Map<DimensionSet, Long> setIds(Set<DimensionSet> sets) {
        Map<DimensionSet, Long> ids =
                new DimensionSets(handle, client).ids(sets.stream().distinct().toList());
        Map<DimensionSet, Long> byObject = new IdentityHashMap<>();
        sets.forEach(set -> byObject.put(set, ids.getOrDefault(set, 0L)));
        return byObject;
    }

    private Map<AccountCode, Long> accounts(Set<AccountCode> codes) {
        Map<AccountCode, Long> ids = new HashMap<>();
        handle.createQuery("""
                        SELECT code, account_id
                          FROM account
                         WHERE client_account_id = :client AND code = ANY (:codes::text[]) AND active AND postable
                        """)
                .bind("client", client.value())
                .bindArray(
                        "codes",
                        String.class,
                        codes.stream().map(AccountCode::digits).toList())
                .map((row, context) -> Map.entry(new AccountCode(row.getString("code")), row.getLong("account_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        codes.stream().filter(code -> !ids.containsKey(code)).findFirst().ifPresent(code -> {
            throw new IllegalArgumentException(
                    "Account " + code + " of client account " + client + " does not exist or cannot be posted on");
        });
        return ids;
    }

    /** How many lines each account has on each day so far. */
    private Map<AccountDay, Ordinal> ordinals(List<PostedEntry> entries, Map<AccountCode, Long> accounts) {
        Map<AccountDay, Ordinal> ordinals = new HashMap<>();
        for (PostedEntry posted : entries) {
            LocalDate day = posted.entry().postingDate();
            for (JournalLine line : posted.entry().lines()) {
                long account = Objects.requireNonNull(accounts.get(line.account()));
                ordinals.computeIfAbsent(new AccountDay(account, day), key -> new Ordinal());
            }
        }
        Query query = handle.createQuery("""
                        SELECT b.account_id, b.day, sum(b.lines)::bigint AS lines
                          FROM unnest(:account::bigint[], :day::text[]) AS w (account_id, day)
                          JOIN balance_day b
                            ON b.client_account_id = :client AND b.account_id = w.account_id AND b.day = w.day::date
                         GROUP BY b.account_id, b.day
                        """).bind("client", client.value());
        Bulk.of(query, List.copyOf(ordinals.keySet()))
                .longs("account", AccountDay::account)
                .dates("day", AccountDay::day);
        query.map((row, context) -> Map.entry(
                        new AccountDay(row.getLong("account_id"), row.getObject("day", LocalDate.class)),
                        row.getLong("lines")))
                .forEach(entry -> Objects.requireNonNull(ordinals.get(entry.getKey())).last = entry.getValue());
        return ordinals;
    }
}
