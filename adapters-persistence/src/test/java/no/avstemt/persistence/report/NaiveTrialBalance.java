package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.domain.dimension.DimensionType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The trial balance as one would do it by hand: line for line, with none of the program's counters. */
final class NaiveTrialBalance {

    private final List<Account> accounts;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Value> values = new HashMap<>();

    private record Account(long id, String code, String names, Optional<String> relationType, boolean active) {}

    private record Value(String type, String key, String name) {}

    record Line(
            String account,
            LocalDate date,
            long amount,
            Optional<Long> relation,
            List<Long> members,
            String texts,
            boolean draft) {}

    record Key(String account, String type, String key, long value) {}

    /** One row of the report, as text. */
    static String row(String account, Object relation, long incoming, long debit, long credit) {
        return account + " " + relation + " " + incoming + " +" + debit + " -" + credit + " = "
                + (incoming + debit - credit);
    }

    NaiveTrialBalance(Handle handle, long client) {
        accounts = handle.createQuery("SELECT * FROM account WHERE client_account_id = :client")
                .bind("client", client)
                .map((row, context) -> new Account(
                        row.getLong("account_id"),
                        row.getString("code"),
                        row.getString("code") + "\n" + row.getString("name_nb") + "\n" + row.getString("name_en"),
                        Optional.ofNullable(row.getString("relation_type")),
                        row.getBoolean("active")))
                .list();
        handle.createQuery("SELECT * FROM dimension_value WHERE client_account_id = :client")
                .bind("client", client)
                .map((row, context) -> values.put(
                        row.getLong("dimension_value_id"),
                        new Value(row.getString("type"), row.getString("key"), row.getString("name"))))
                .list();
        lines.addAll(posted(handle, client));
        lines.addAll(drafts(handle, client));
    }

    private static List<Line> posted(Handle handle, long client) {
        return handle.createQuery("""
                        SELECT a.code, l.posting_date, l.amount, s.relation_id, l.description,
                               ARRAY(SELECT m.dimension_value_id FROM dimension_set_member m
                                      WHERE m.dimension_set_id = l.dimension_set_id AND m.client_account_id = :client)
                                 AS members,
                               concat_ws(chr(10), l.description, e.description, v.key, d.document_number, d.payment_ref,
                                 p.name) AS texts, false AS draft
                          FROM journal_line l
                          JOIN account a USING (client_account_id, account_id)
                          JOIN journal_entry e USING (client_account_id, entry_id)
                          JOIN voucher v USING (client_account_id, voucher_id)
                          LEFT JOIN document d USING (client_account_id, document_id)
                          LEFT JOIN dimension_value p ON p.dimension_value_id = d.business_partner_id
                          LEFT JOIN dimension_set s ON s.dimension_set_id = l.dimension_set_id
                         WHERE l.client_account_id = :client
                        """)
                .bind("client", client)
                .map(NaiveTrialBalance::line)
                .list();
    }

    /** Those of drafts that come to zero. */
    private static List<Line> drafts(Handle handle, long client) {
        return handle.createQuery("""
                        SELECT a.code, e.entry_date AS posting_date, l.amount, s.relation_id,
                               ARRAY(SELECT m.dimension_value_id FROM dimension_set_member m
                                      WHERE m.dimension_set_id = l.dimension_set_id AND m.client_account_id = :client)
                                 AS members,
                               concat_ws(chr(10), l.description, e.description, e.document_number, e.payment_ref, p.name)
                                 AS texts, true AS draft
                          FROM draft_line l
                          JOIN account a USING (client_account_id, account_id)
                          JOIN draft_entry e USING (client_account_id, draft_id)
                          LEFT JOIN dimension_value p ON p.dimension_value_id = e.document_partner_id
                          LEFT JOIN dimension_set s ON s.dimension_set_id = l.dimension_set_id
                         WHERE l.client_account_id = :client
                           AND 0 = (SELECT sum(o.amount) FROM draft_line o
                                     WHERE o.draft_id = l.draft_id AND o.account_id IS NOT NULL)
                        """)
                .bind("client", client)
                .map(NaiveTrialBalance::line)
                .list();
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getObject("posting_date", LocalDate.class),
                row.getLong("amount"),
                Optional.ofNullable((Long) row.getObject("relation_id")),
                Arrays.asList((Long[]) row.getArray("members").getArray()),
                row.getString("texts"),
                row.getBoolean("draft"));
    }

    List<String> rows(ReportQuery query) {
        Map<Key, long[]> sums = new TreeMap<>(NaiveTrialBalance::inOrder);
        for (Line line : lines) {
            add(sums, line, query);
        }
        boolean zeroToo = query.get(Parameters.INCLUDE_ZERO_MOVEMENT);
        boolean whole = query.get(Parameters.DIMENSIONS).isNone()
                && query.get(Parameters.FREE_TEXT).isEmpty();
        for (Account account : accounts) {
            boolean none = sums.keySet().stream().noneMatch(key -> key.account().equals(account.code()));
            if (none && isAskedFor(account.code(), query)) {
                sums.put(new Key(account.code(), "~", "~", 0), new long[3]);
            }
        }
        List<String> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            boolean moved = sum[1] != 0 || sum[2] != 0;
            boolean listed = whole && account(key.account()).active();
            if (zeroToo ? listed || moved || sum[0] != 0 : moved) {
                String relation = key.value() == 0 ? "-" : key.type() + ":" + key.value();
                rows.add(row(key.account(), relation, sum[0], sum[1], sum[2]));
            }
        });
        return rows;
    }

    /** Lines that a report counts, whatever their dates; by the texts of their own accounts. */
    List<Line> counted(ReportQuery query) {
        return lines.stream()
                .filter(line -> !line.draft() || query.get(Parameters.INCLUDE_DRAFTS))
                .filter(line -> matches(line, query.get(Parameters.DIMENSIONS)))
                .filter(line -> isFound(line, account(line.account()), query.get(Parameters.FREE_TEXT)))
                .toList();
    }

    /** What a line is told apart by. */
    Key key(Line line, ReportQuery query) {
        return key(line, account(line.account()), query);
    }

    private void add(Map<Key, long[]> sums, Line line, ReportQuery query) {
        LocalDate from = query.get(Parameters.DATE_FROM);
        boolean earlierResult = line.account().charAt(0) >= '3' && line.date().getYear() < from.getYear();
        Account account = account(earlierResult ? "2099" : line.account());
        if (line.draft() && !query.get(Parameters.INCLUDE_DRAFTS)
                || line.date().isAfter(query.get(Parameters.DATE_TO))
                || !isAskedFor(account.code(), query)
                || !matches(line, query.get(Parameters.DIMENSIONS))
                || !isFound(line, account, query.get(Parameters.FREE_TEXT))) {
            return;
        }
        long[] sum = sums.computeIfAbsent(key(line, account, query), key -> new long[3]);
        if (line.date().isBefore(from)) {
            sum[0] += line.amount();
        } else {
            sum[line.amount() > 0 ? 1 : 2] += Math.abs(line.amount());
        }
    }

    private Key key(Line line, Account account, ReportQuery query) {
        Optional<DimensionType> by = query.get(Parameters.GROUP_BY_DIMENSION);
        Optional<Long> value = Optional.empty();
        if (by.isPresent()) {
            value = line.members().stream()
                    .filter(id -> value(id).type().equals(by.get().apiName()))
                    .findFirst();
        } else if (query.get(Parameters.INCLUDE_DIMENSIONS)
                && account.relationType().isPresent()) {
            value = line.relation();
        }
        return value.map(id ->
                        new Key(account.code(), value(id).type(), value(id).key(), id))
                .orElse(new Key(account.code(), "~", "~", 0));
    }

    static int inOrder(Key one, Key other) {
        return (one.account() + " " + one.type() + " " + one.key())
                .compareTo(other.account() + " " + other.type() + " " + other.key());
    }

    private boolean matches(Line line, DimensionFilter filter) {
        return filter.values().values().stream()
                .allMatch(ids -> line.members().stream().anyMatch(ids::contains));
    }

    private boolean isFound(Line line, Account account, Optional<String> search) {
        Stream<String> partners = line.members().stream()
                .map(this::value)
                .filter(value -> value.type().equals("businesspartner"))
                .map(Value::name);
        String all = line.texts() + "\n" + account.names() + "\n" + String.join("\n", partners.toList());
        return search.map(text -> lower(all).contains(lower(text))).orElse(true);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isAskedFor(String code, ReportQuery query) {
        return query.get(Parameters.ACCOUNT_CODES).isEmpty()
                || query.get(Parameters.ACCOUNT_CODES).contains(code);
    }

    private Account account(String code) {
        return accounts.stream()
                .filter(account -> account.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Value value(long id) {
        return Optional.ofNullable(values.get(id)).orElseThrow();
    }
}
