package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What PostgreSQL is told of ids and clients, so that it does not expect one row where there are many. */
final class StatisticsTest {

    private static final int CLIENTS = 50;
    private static final int VOUCHERS_EACH = 40;
    private static final Pattern EXPECTED = Pattern.compile("on voucher.* rows=(\\d+)");

    @AutoClose
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void every_id_that_one_client_has_is_known_to_tell_the_client_wherever_it_stands() {
        List<String> untold = names("""
                SELECT c.table_name || '.' || c.column_name
                  FROM information_schema.columns c
                  JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.table_name
                 WHERE c.table_schema = 'public'
                   AND c.column_name IN (
                         SELECT k.column_name
                           FROM information_schema.key_column_usage k
                           JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
                          WHERE t.constraint_type = 'PRIMARY KEY' AND k.ordinal_position = 2
                            AND k.column_name LIKE '%\\_id'
                            AND 2 = (SELECT count(*) FROM information_schema.key_column_usage o
                                      WHERE o.constraint_name = k.constraint_name)
                            AND 'client_account_id' IN (SELECT o.column_name FROM information_schema.key_column_usage o
                                      WHERE o.constraint_name = k.constraint_name AND o.ordinal_position = 1))
                   AND NOT EXISTS (
                         SELECT
                           FROM pg_statistic_ext s
                          WHERE s.stxname = c.table_name || '_' || c.column_name AND s.stxkind = '{f}'
                            AND pg_get_statisticsobjdef(s.oid)
                                LIKE '%ON client\\_account\\_id, ' || c.column_name || ' FROM ' || c.table_name)
                """);

        assertEquals(List.of(), untold);
        assertTrue(names("SELECT stxname FROM pg_statistic_ext").contains("journal_line_entry_id"));
    }

    @Test
    void a_table_that_has_had_no_rows_yet_is_not_said_to_be_empty() {
        assertEquals(List.of(), names("""
                SELECT c.relname
                  FROM pg_class c
                  JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname
                 WHERE c.relnamespace = 'public'::regnamespace AND c.reltuples = 0"""));
    }

    @Test
    void several_rows_are_expected_of_several_ids_where_there_are_many_clients() {
        DATABASE.asSuperuser(handle -> {
            handle.createUpdate("""
                    INSERT INTO voucher (client_account_id, voucher_id, kind, key)
                    SELECT 1 + n % :clients, n, 'entry', n
                      FROM generate_series(1, :clients * :each) n""")
                    .bind("clients", CLIENTS)
                    .bind("each", VOUCHERS_EACH)
                    .execute();
            return handle.execute("ANALYZE voucher");
        });

        String plan = DATABASE.transactions()
                .read(
                        List.of(1L),
                        handle -> String.join(
                                "\n",
                                handle.createQuery("""
                                        EXPLAIN SELECT key
                                          FROM voucher
                                         WHERE client_account_id = 1
                                           AND voucher_id = ANY (ARRAY(SELECT n FROM generate_series(1, 5) n))""").mapTo(String.class).list()));

        Matcher expected = EXPECTED.matcher(plan);
        assertTrue(expected.find(), plan);
        assertTrue(Integer.parseInt(expected.group(1)) > 1, plan);
    }

    private static List<String> names(String sql) {
        return DATABASE.asSuperuser(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
