package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * Finds the ids that the lines of batch after batch need, once per distinct value, and gives each line its ordinal. What
 * was found is kept: while the head is locked, nobody else adds a line to these days.
 */
final class LinesToBe {

    private final Handle handle;
    private final ClientAccountId client;
    private final Map<AccountCode, Long> accounts = new HashMap<>();
    /** By the very objects of the lines, since these share them, and comparing sets costs more. */
    private final Map<DimensionSet, Long> sets = new IdentityHashMap<>();

    private final Map<AccountDay, Ordinal> ordinals = new HashMap<>();

    LinesToBe(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** How much is kept; it grows with accounts, days and dimension sets, not with lines. */
    int kept() {
        return sets.size() + ordinals.size();
    }

    /** Asks the database for what these entries need beside what is known. */
    void learn(List<PostedEntry> entries) {
        Set<AccountCode> codes = new LinkedHashSet<>();
        Set<DimensionSet> unknown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PostedEntry posted : entries) {
            for (JournalLine line : posted.entry().lines()) {
                if (!accounts.containsKey(line.account())) {
                    codes.add(line.account());
                }
                if (!sets.containsKey(line.dimensions())) {
                    unknown.add(line.dimensions());
                }
            }
        }
        if (!codes.isEmpty()) {
            findAccounts(codes);
        }
        if (!unknown.isEmpty()) {
            findSets(unknown);
        }
        findOrdinals(entries);
    }

    /**
     * Of entries that have been learnt, in the order of the chain; asks the database for nothing.
     *
     * @param ids chain position to entry id
     */
    List<NewLine> of(List<PostedEntry> entries, Map<Long, Long> ids) {
        List<NewLine> found = new ArrayList<>();
        for (PostedEntry posted : entries) {
            LocalDate day = posted.entry().postingDate();
            long entry = Objects.requireNonNull(ids.get(posted.chainPosition()));
            for (JournalLine line : posted.entry().lines()) {
                long account = Objects.requireNonNull(accounts.get(line.account()));
                long ordinal = Objects.requireNonNull(ordinals.get(new AccountDay(account, day)))
                        .next();
                long set = Objects.requireNonNull(sets.get(line.dimensions()));
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

    private void findSets(Set<DimensionSet> unknown) {
        Map<DimensionSet, Long> ids = new DimensionSets(handle, client)
                .ids(unknown.stream().distinct().toList());
        unknown.forEach(set -> sets.put(set, ids.getOrDefault(set, 0L)));
    }

    private void findAccounts(Set<AccountCode> codes) {
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
                .forEach(entry -> accounts.put(entry.getKey(), entry.getValue()));
        codes.stream().filter(code -> !accounts.containsKey(code)).findFirst().ifPresent(code -> {
            throw new IllegalArgumentException(
                    "Account " + code + " of client account " + client + " does not exist or cannot be posted on");
        });
    }

    /** How many lines each account has on each day so far, each day found by itself: most have none. */
    private void findOrdinals(List<PostedEntry> entries) {
        List<AccountDay> unknown = new ArrayList<>();
        for (PostedEntry posted : entries) {
            LocalDate day = posted.entry().postingDate();
            for (JournalLine line : posted.entry().lines()) {
                AccountDay key = new AccountDay(Objects.requireNonNull(accounts.get(line.account())), day);
                if (ordinals.putIfAbsent(key, new Ordinal()) == null) {
                    unknown.add(key);
                }
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        Query query = handle.createQuery("""
                        SELECT w.account_id, w.day::date AS day,
                               (SELECT coalesce(sum(b.lines), 0)::bigint
                                  FROM balance_day b
                                 WHERE b.client_account_id = :client AND b.account_id = w.account_id
                                   AND b.day = w.day::date) AS lines
                          FROM unnest(:account::bigint[], :day::text[]) AS w (account_id, day)
                        """).bind("client", client.value());
        Bulk.of(query, unknown).longs("account", AccountDay::account).dates("day", AccountDay::day);
        query.map((row, context) -> Map.entry(
                        new AccountDay(row.getLong("account_id"), row.getObject("day", LocalDate.class)),
                        row.getLong("lines")))
                .forEach(entry -> Objects.requireNonNull(ordinals.get(entry.getKey())).last = entry.getValue());
    }
}
