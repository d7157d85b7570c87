package no.avstemt.persistence.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.EntryQuery.Named;
import no.avstemt.application.settlement.EntryQuery.OfLedger;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The statement of one search: only the conditions that were asked for stand in it, so that each kind of search is
 * planned for the key that finds it.
 */
final class EntrySearch {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> arrays = new HashMap<>();
    private final EntryQuery query;
    private String onLine = "NULL::bigint";
    private String source = "settlement_entry e";

    private EntrySearch(EntryQuery query) {
        this.query = query;
        conditions.add("e.client_account_id = :client");
        values.put("client", query.client().value());
    }

    static EntrySearch of(EntryQuery query) {
        EntrySearch search = new EntrySearch(query);
        search.scope();
        search.filters();
        search.place();
        return search;
    }

    private void scope() {
        if (query.scope() instanceof OfLedger of) {
            where("e.ledger_id = :ledger", "ledger", of.ledger().value());
        } else if (query.scope() instanceof BehindLine line) {
            source = """
                    (SELECT settlement_entry_id, sum(amount)::bigint AS amount
                       FROM settlement_link
                      WHERE client_account_id = :client AND entry_id = :entry AND line_no = :line
                      GROUP BY settlement_entry_id) l
                    JOIN settlement_entry e USING (settlement_entry_id)""";
            onLine = "l.amount";
            values.put("entry", line.entryId());
            values.put("line", line.lineNo());
        } else if (query.scope() instanceof Named named) {
            source = """
                    (SELECT * FROM settlement_entry
                      WHERE client_account_id = :client AND ledger_id = ANY (:ledgers) AND psp_reference = ANY (:psps)
                     UNION
                     SELECT * FROM settlement_entry
                      WHERE client_account_id = :client AND ledger_id = ANY (:ledgers) AND reference = :text) e""";
            values.put("text", named.text());
            List<String> ledgers = named.ledgers().stream().map(LedgerId::value).toList();
            arrays.put("ledgers", ledgers);
            arrays.put(
                    "psps",
                    Stream.concat(Stream.of(named.text()), ledgers.stream().map(ledger -> ledger + "-" + named.text()))
                            .toList());
        }
    }

    private void filters() {
        query.topic().ifPresent(topic -> where("e.topic = :topic", "topic", topic.vippsName()));
        query.first().ifPresent(first -> where("e.ledger_date >= :first", "first", first));
        query.last().ifPresent(last -> where("e.ledger_date <= :last", "last", last));
        query.type().ifPresent(this::type);
    }

    /** What is neither a capture nor its fee is rare, and has an index of its own. */
    private void type(EntryType type) {
        where("e.topic = :typeTopic", "typeTopic", type.topic().vippsName());
        if (type.vippsNames().isEmpty()) {
            conditions.add("e.vipps_type <> ALL (:types)");
            arrays.put(
                    "types",
                    Arrays.stream(EntryType.values())
                            .filter(known -> known.topic() == type.topic())
                            .flatMap(known -> known.vippsNames().stream())
                            .toList());
        } else {
            conditions.add("e.vipps_type = ANY (:types)");
            arrays.put("types", type.vippsNames());
        }
        if (type != EntryType.CAPTURE && type != EntryType.CAPTURE_FEE) {
            conditions.add("e.vipps_type NOT IN ('capture', 'capture-fee')");
        }
    }

    private void place() {
        query.from().place().ifPresent(place -> {
            String side = query.from().isBackwards() ? ">" : "<";
            conditions.add(
                    isOneTopic()
                            ? "(e.ledger_date, e.feed_position) " + side + " (:placeDate, :placePosition)"
                            : "(e.ledger_date, e.feed_position, e.settlement_entry_id) " + side
                                    + " (:placeDate, :placePosition, :placeId)");
            values.put("placeDate", place.ledgerDate());
            values.put("placePosition", place.feedPosition());
            if (!isOneTopic()) {
                values.put("placeId", place.id());
            }
        });
    }

    /** Within a topic of a ledger a position is one row's alone, and the order is that of its index. */
    private boolean isOneTopic() {
        return query.scope() instanceof OfLedger && query.topic().isPresent();
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    Query in(Handle handle) {
        String direction = query.from().isBackwards() ? "ASC" : "DESC";
        Query statement = handle.createQuery("SELECT " + EntryRow.COLUMNS + ", e.feed_position, " + onLine
                + " AS on_line FROM " + source + " WHERE " + String.join(" AND ", conditions)
                + " ORDER BY e.ledger_date " + direction + ", e.feed_position " + direction
                + (isOneTopic() ? "" : ", e.settlement_entry_id " + direction) + " LIMIT :limit");
        statement.bind("limit", query.from().toRead());
        values.forEach(statement::bind);
        arrays.forEach((name, texts) -> statement.bindArray(name, String.class, texts));
        return statement;
    }
}
