package no.avstemt.persistence.verify;

/** Whether a set is found by what it holds: reports filter by its members, and the hash covers these. */
final class DimensionSets {

    static final String DIFFERENCES = """
            SELECT s.dimension_set_id::text AS subject, coalesce(m.members, '–') AS expected,
                   s.members || coalesce(' =' || s.relation_type || ':' || s.relation_id, '') AS found
              FROM dimension_set s
              LEFT JOIN (SELECT dimension_set_id,
                                string_agg(CASE WHEN is_relation THEN '=' ELSE '' END || type || ':' || dimension_value_id,
                                           ',' ORDER BY type COLLATE "C") AS members,
                                max(type) FILTER (WHERE is_relation) AS relation_type,
                                max(dimension_value_id) FILTER (WHERE is_relation) AS relation_id
                           FROM dimension_set_member
                          WHERE client_account_id = :client
                          GROUP BY dimension_set_id) m USING (dimension_set_id)
             WHERE s.client_account_id = :client
               AND (m.relation_type IS DISTINCT FROM s.relation_type OR m.relation_id IS DISTINCT FROM s.relation_id
                    OR m.members IS DISTINCT FROM (SELECT string_agg(part, ',' ORDER BY ltrim(part, '=') COLLATE "C")
                                                     FROM unnest(string_to_array(s.members, ',')) part))
             ORDER BY s.dimension_set_id
             LIMIT 1000
            """;

    private DimensionSets() {}
}
