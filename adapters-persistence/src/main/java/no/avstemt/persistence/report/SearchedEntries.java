package no.avstemt.persistence.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Lets a statement that searches lines read those of entries that may have the text, instead of all. It asks the same of
 * them, so it finds the same.
 */
final class SearchedEntries {

    private static final String LINES = "FROM journal_line l";

    /** Of {@code partner} and {@code :pattern}. */
    private static final String CANDIDATE = """
        , candidate AS MATERIALIZED (
          SELECT l.*
            FROM entries_found(:client, ARRAY(
                   SELECT lower(:pattern)
                    UNION ALL
                   SELECT '%' || chr(1) || 'p' || dimension_value_id || chr(1) || '%' FROM partner)) f
            JOIN journal_line l ON l.client_account_id = :client AND l.entry_id = f.found_id
        )\
        """;

    /** Many more than this, and reading all lines in their order is quicker than looking for those of each entry. */
    private static final int MOST_UNINDEXED = 20_000;

    private static final Map<String, String> FORMS = new ConcurrentHashMap<>();

    private SearchedEntries() {}

    /**
     * @param sql a statement of ours with lines {@code l}
     * @param names the part of it that ends with what is found by name
     * @param pattern for LIKE
     */
    static String among(Handle handle, String sql, String names, long client, String pattern) {
        return sql.contains(LINES) && isIndexed(handle, client, pattern)
                ? FORMS.computeIfAbsent(sql, plain -> among(plain, names))
                : sql;
    }

    private static String among(String sql, String names) {
        if (!sql.contains(names)) {
            throw new IllegalArgumentException("A search that finds nothing by name: " + sql);
        }
        return sql.replace(LINES, "FROM candidate l").replace(names, names + CANDIDATE);
    }

    /** Where an account's name has the text, all of its lines are found, and no text of theirs says so. */
    private static boolean isIndexed(Handle handle, long client, String pattern) {
        return handle.createQuery("""
            SELECT h.chain_position - coalesce(t.chain_position, 0) <= :most
                   AND NOT EXISTS (
                     SELECT
                       FROM account
                      WHERE client_account_id = :client
                        AND (code LIKE lower(:pattern) OR lower(name_nb) LIKE lower(:pattern)
                             OR lower(name_en) LIKE lower(:pattern)))
              FROM journal_head h
              LEFT JOIN entry_text_end t USING (client_account_id)
             WHERE h.client_account_id = :client
            """)
                .bind("client", client)
                .bind("pattern", pattern)
                .bind("most", MOST_UNINDEXED)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }
}
