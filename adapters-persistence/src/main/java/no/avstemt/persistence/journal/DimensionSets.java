package no.avstemt.persistence.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import org.jdbi.v3.core.Handle;

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
        Map<DimensionSet, Long> ids = new HashMap<>();
        for (DimensionSet set : sets) {
            if (!set.equals(DimensionSet.NONE)) {
                ids.put(set, id(set));
            }
        }
        return ids;
    }

    private long id(DimensionSet set) {
        Map<DimensionRef, Long> values = new HashMap<>();
        Stream.concat(set.relation().stream(), set.others().stream()).forEach(ref -> values.put(ref, valueId(ref)));
        String members = members(set, values);
        return find(members).orElseGet(() -> make(set, values, members));
    }

    private long valueId(DimensionRef ref) {
        return handle.createQuery("""
                        SELECT dimension_value_id
                          FROM dimension_value
                         WHERE client_account_id = :client AND type = :type AND key = :key
                        """)
                .bind("client", client.value())
                .bind("type", ref.type().apiName())
                .bind("key", ref.key())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Client account " + client + " has no " + ref.type().apiName() + " " + ref.key()));
    }

    /** The relation first, then the others by type: what makes two sets the same. */
    private static String members(DimensionSet set, Map<DimensionRef, Long> values) {
        List<String> told = new ArrayList<>();
        set.relation().ifPresent(ref -> told.add("=" + ref.type().apiName() + ":" + values.get(ref)));
        set.others().forEach(ref -> told.add(ref.type().apiName() + ":" + values.get(ref)));
        return told.stream().collect(Collectors.joining(","));
    }

    private Optional<Long> find(String members) {
        return handle.createQuery(
                        "SELECT dimension_set_id FROM dimension_set WHERE client_account_id = :client AND members = :members")
                .bind("client", client.value())
                .bind("members", members)
                .mapTo(Long.class)
                .findOne();
    }

    private long make(DimensionSet set, Map<DimensionRef, Long> values, String members) {
        long id = handle.createQuery("""
                        INSERT INTO dimension_set (client_account_id, relation_type, relation_id, members)
                        VALUES (:client, :type, :relation, :members)
                        RETURNING dimension_set_id
                        """)
                .bind("client", client.value())
                .bind("type", set.relation().map(ref -> ref.type().apiName()).orElse(null))
                .bind("relation", set.relation().map(values::get).orElse(null))
                .bind("members", members)
                .mapTo(Long.class)
                .one();
        set.relation().ifPresent(ref -> addMember(id, ref, values, true));
        set.others().forEach(ref -> addMember(id, ref, values, false));
        return id;
    }

    private void addMember(long set, DimensionRef ref, Map<DimensionRef, Long> values, boolean isRelation) {
        handle.createUpdate("""
                        INSERT INTO dimension_set_member (client_account_id, dimension_set_id, type, dimension_value_id,
                               is_relation)
                        VALUES (:client, :set, :type, :value, :isRelation)
                        """)
                .bind("client", client.value())
                .bind("set", set)
                .bind("type", ref.type().apiName())
                .bind("value", values.get(ref))
                .bind("isRelation", isRelation)
                .execute();
    }
}
