package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.persistence.database.Bulk;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Each distinct combination of relation and dimensions is one row, made when first used. */
final class DimensionSets {

    private final Handle handle;
    private final ClientAccountId client;

    DimensionSets(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    /** The empty set has no id and is left out. */
    Map<DimensionSet, Long> ids(List<DimensionSet> sets) {
        Map<DimensionRef, Long> values = values(sets);
        Map<String, DimensionSet> byMembers = new LinkedHashMap<>();
        for (DimensionSet set : sets) {
            if (!set.equals(DimensionSet.NONE)) {
                byMembers.put(members(set, values), set);
            }
        }
        if (byMembers.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> found = find(byMembers.keySet());
        List<Made> missing = byMembers.entrySet().stream()
                .filter(set -> !found.containsKey(set.getKey()))
                .map(set -> new Made(set.getKey(), set.getValue()))
                .toList();
        if (!missing.isEmpty()) {
            found.putAll(make(missing, values));
        }
        Map<DimensionSet, Long> ids = new HashMap<>();
        byMembers.forEach((members, set) -> ids.put(set, Objects.requireNonNull(found.get(members))));
        return ids;
    }

    private record Made(String members, DimensionSet set) {}

    private record Member(long set, DimensionRef ref, boolean isRelation) {}

    private static Stream<DimensionRef> refs(DimensionSet set) {
        return Stream.concat(set.relation().stream(), set.others().stream());
    }

    private Map<DimensionRef, Long> values(List<DimensionSet> sets) {
        Set<DimensionRef> wanted =
                sets.stream().flatMap(DimensionSets::refs).collect(Collectors.toCollection(LinkedHashSet::new));
        Query query = handle.createQuery("""
                        SELECT v.type, v.key, v.dimension_value_id
                          FROM unnest(:type::text[], :key::text[]) AS w (type, key)
                          JOIN dimension_value v
                            ON v.client_account_id = :client AND v.type = w.type AND v.key = w.key
                        """).bind("client", client.value());
        Bulk.of(query, List.copyOf(wanted))
                .texts("type", ref -> ref.type().apiName())
                .texts("key", DimensionRef::key);
        Map<DimensionRef, Long> values = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        new DimensionRef(DimensionType.of(row.getString("type")).orElseThrow(), row.getString("key")),
                        row.getLong("dimension_value_id")))
                .forEach(value -> values.put(value.getKey(), value.getValue()));
        wanted.stream().filter(ref -> !values.containsKey(ref)).findFirst().ifPresent(ref -> {
            throw new IllegalArgumentException(
                    "Client account " + client + " has no " + ref.type().apiName() + " " + ref.key());
        });
        return values;
    }

    /** The relation first, then the others by type: what makes two sets the same. */
    private static String members(DimensionSet set, Map<DimensionRef, Long> values) {
        List<String> told = new ArrayList<>();
        set.relation().ifPresent(ref -> told.add("=" + ref.type().apiName() + ":" + values.get(ref)));
        set.others().forEach(ref -> told.add(ref.type().apiName() + ":" + values.get(ref)));
        return String.join(",", told);
    }

    private Map<String, Long> find(Set<String> members) {
        Map<String, Long> ids = new HashMap<>();
        handle.createQuery("""
                        SELECT members, dimension_set_id
                          FROM dimension_set
                         WHERE client_account_id = :client AND members = ANY (:members::text[])
                        """)
                .bind("client", client.value())
                .bindArray("members", String.class, List.copyOf(members))
                .map((row, context) -> Map.entry(row.getString("members"), row.getLong("dimension_set_id")))
                .forEach(set -> ids.put(set.getKey(), set.getValue()));
        return ids;
    }

    private Map<String, Long> make(List<Made> missing, Map<DimensionRef, Long> values) {
        Query insert = handle.createQuery("""
                        INSERT INTO dimension_set (client_account_id, relation_type, relation_id, members)
                        SELECT :client, r.*
                          FROM unnest(:type::text[], :relation::bigint[], :members::text[]) r
                        RETURNING members, dimension_set_id
                        """).bind("client", client.value());
        Bulk.of(insert, missing)
                .optionalTexts(
                        "type",
                        made -> made.set().relation().map(ref -> ref.type().apiName()))
                .optionalLongs("relation", made -> made.set().relation().map(values::get))
                .texts("members", Made::members);
        Map<String, Long> ids = new HashMap<>();
        insert.map((row, context) -> Map.entry(row.getString("members"), row.getLong("dimension_set_id")))
                .forEach(set -> ids.put(set.getKey(), set.getValue()));
        List<Member> members = new ArrayList<>();
        for (Made made : missing) {
            long id = Objects.requireNonNull(ids.get(made.members()));
            made.set().relation().ifPresent(ref -> members.add(new Member(id, ref, true)));
            made.set().others().forEach(ref -> members.add(new Member(id, ref, false)));
        }
        addMembers(members, values);
        return ids;
    }

    private void addMembers(List<Member> members, Map<DimensionRef, Long> values) {
        Update insert = handle.createUpdate("""
                        INSERT INTO dimension_set_member (client_account_id, dimension_set_id, type, dimension_value_id,
                               is_relation)
                        SELECT :client, r.*
                          FROM unnest(:set::bigint[], :type::text[], :value::bigint[], :isRelation::boolean[]) r
                        """).bind("client", client.value());
        Bulk.of(insert, members)
                .longs("set", Member::set)
                .texts("type", member -> member.ref().type().apiName())
                .longs("value", member -> Objects.requireNonNull(values.get(member.ref())))
                .booleans("isRelation", Member::isRelation);
        insert.execute();
    }
}
