package no.avstemt.persistence.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        List<JournalLine> lines = entries.stream()
                .flatMap(posted -> posted.entry().lines().stream())
                .toList();
        Map<String, Long> accounts = accounts(lines);
        Map<DimensionSet, Long> sets = new DimensionSets(handle, client)
                .ids(lines.stream().map(JournalLine::dimensions).distinct().toList());
        Map<AccountDay, Long> ordinals = lastOrdinals(entries, accounts);
        List<NewLine> found = new ArrayList<>(lines.size());
        for (PostedEntry posted : entries) {
            LocalDate day = posted.entry().postingDate();
            for (JournalLine line : posted.entry().lines()) {
                long account =
                        Objects.requireNonNull(accounts.get(line.account().digits()));
                long ordinal = ordinals.merge(new AccountDay(account, day), 1L, Long::sum);
                found.add(new NewLine(
                        Objects.requireNonNull(ids.get(posted.chainPosition())),
                        account,
                        day,
                        ordinal,
                        Optional.ofNullable(sets.get(line.dimensions())),
                        line));
            }
        }
        return found;
    }

    private record AccountDay(long account, LocalDate day) {}

    private Map<String, Long> accounts(List<JournalLine> lines) {
        List<String> codes =
                lines.stream().map(line -> line.account().digits()).distinct().toList();
        Map<String, Long> ids = new HashMap<>();
        handle.createQuery("""
                        SELECT code, account_id
                          FROM account
                         WHERE client_account_id = :client AND code = ANY (:codes::text[]) AND active AND postable
                        """)
                .bind("client", client.value())
                .bindArray("codes", String.class, codes)
                .map((row, context) -> Map.entry(row.getString("code"), row.getLong("account_id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        codes.stream().filter(code -> !ids.containsKey(code)).findFirst().ifPresent(code -> {
            throw new IllegalArgumentException(
                    "Account " + code + " of client account " + client + " does not exist or cannot be posted on");
        });
        return ids;
    }

    /** How many lines each account has on each day so far. */
    private Map<AccountDay, Long> lastOrdinals(List<PostedEntry> entries, Map<String, Long> accounts) {
        List<AccountDay> wanted = entries.stream()
                .flatMap(posted -> posted.entry().lines().stream()
                        .map(line -> new AccountDay(
                                Objects.requireNonNull(
                                        accounts.get(line.account().digits())),
                                posted.entry().postingDate())))
                .distinct()
                .toList();
        Query query = handle.createQuery("""
                        SELECT b.account_id, b.day, sum(b.lines)::bigint AS lines
                          FROM unnest(:account::bigint[], :day::text[]) AS w (account_id, day)
                          JOIN balance_day b
                            ON b.client_account_id = :client AND b.account_id = w.account_id AND b.day = w.day::date
                         GROUP BY b.account_id, b.day
                        """).bind("client", client.value());
        Bulk.of(query, wanted).longs("account", AccountDay::account).dates("day", AccountDay::day);
        Map<AccountDay, Long> last = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        new AccountDay(row.getLong("account_id"), row.getObject("day", LocalDate.class)),
                        row.getLong("lines")))
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }
}
