package no.avstemt.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database holds to on every path, whatever program comes. Walks the catalog, so a new table is met here. */
final class SchemaTest {

    /** The tables of the office and not of a client: the one list of them. All others are behind row-level security. */
    private static final Set<String> OFFICE = Set.of(
            "app_user",
            "session",
            "api_key",
            "user_client",
            "api_key_client",
            "api_key_calls",
            "client_account",
            "vipps_ledger",
            "vipps_ledger_unit",
            "vipps_connection",
            "setup_token",
            "scheduled_tasks",
            "office_idempotency_key",
            "office_event",
            "office_favourite",
            "installation",
            "sync_run",
            "sync_run_client",
            "sync_run_ledger",
            "chart_template",
            "chart_template_account",
            "chart_template_role",
            "flyway_schema_history");

    private static final LedgerId LEDGER = new LedgerId("302321");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static long client;

    @BeforeAll
    static void some_books() {
        ClientAccountId id = BOOKS.client("Kaffebaren Nord AS", LEDGER);
        client = id.value();
        BOOKS.write(id, stores -> stores.settlements().addNew(id, GivenBooks.captures(LEDGER, GivenBooks.DAY, 2), 0));
        BOOKS.post(id, List.of(GivenBooks.entry(GivenBooks.DAY, LEDGER, "1577", "3000", 100)));
    }

    @Test
    void every_table_with_a_client_is_behind_row_level_security_with_the_one_policy() {
        List<String> behind = names("""
                SELECT c.relname
                  FROM pg_class c
                  JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname
                 WHERE c.relrowsecurity AND p.cmd = 'ALL' AND p.permissive = 'PERMISSIVE' AND p.roles = '{public}'
                   AND p.with_check IS NULL
                   AND p.qual = '(client_account_id = ANY (( SELECT (string_to_array(current_setting('
                                || '''avstemt.clients''::text, true), '',''::text))::bigint[] AS string_to_array)::bigint[]))'
                """);

        Set<String> expected = new TreeSet<>(tables());
        expected.removeAll(OFFICE);

        assertEquals(expected, new TreeSet<>(behind));
        assertEquals(behind.size(), Set.copyOf(behind).size(), "One policy a table");
    }

    @Test
    void every_table_of_a_client_names_it_first_in_its_primary_key_and_in_everything_unique() {
        List<String> otherwise = names("""
                SELECT c.relname || ': ' || i.indexrelid::regclass
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                  JOIN pg_index i ON i.indrelid = c.oid AND (i.indisunique OR i.indisprimary)
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                 WHERE c.relrowsecurity AND a.attname <> 'client_account_id'
                """);
        List<String> withoutKey = names("""
                SELECT c.relname
                  FROM pg_class c
                 WHERE c.relrowsecurity
                   AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
                """);

        assertEquals(List.of(), otherwise);
        assertEquals(List.of(), withoutKey);
    }

    @Test
    void every_table_without_a_client_is_in_the_list_of_office_tables() {
        Set<String> without = new TreeSet<>(tables());
        without.removeAll(names("""
                SELECT table_name
                  FROM information_schema.columns
                 WHERE table_schema = 'public' AND column_name = 'client_account_id'
                """));

        assertTrue(OFFICE.containsAll(without), without.toString());
        assertTrue(tables().containsAll(OFFICE));
    }

    @Test
    void the_programs_role_is_neither_owner_nor_superuser_nor_above_row_level_security() {
        String role = BOOKS.database()
                .transactions()
                .read(
                        List.of(),
                        handle -> handle.select("SELECT current_user")
                                .mapTo(String.class)
                                .one());

        assertEquals(List.of("false false false false false"), names("""
                        SELECT concat_ws(' ', rolsuper::text, rolbypassrls::text, rolcreaterole::text, rolcreatedb::text,
                                         rolreplication::text)
                          FROM pg_roles
                         WHERE rolname = '%s'
                        """.formatted(role)));
        assertEquals(List.of(), names("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = '" + role + "'"));
        assertEquals(List.of(), names("""
                        SELECT r.rolname
                          FROM pg_roles r
                         WHERE r.rolname <> '%1$s' AND pg_has_role('%1$s', r.oid, 'MEMBER')
                        """.formatted(role)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settlement_entry",
                "sale",
                "sale_line",
                "journal_entry",
                "journal_line",
                "settlement_link",
                "sale_link",
                "voucher",
                "dimension_set",
                "dimension_set_member"
            })
    void what_is_posted_or_was_fetched_is_neither_updated_nor_deleted(String table) {
        refusedBy(
                "permission denied", List.of(client), "UPDATE " + table + " SET client_account_id = client_account_id");
        refusedBy("permission denied", List.of(client), "DELETE FROM " + table);
        refusedBy("permission denied", List.of(client), "TRUNCATE " + table);
    }

    @Test
    void only_what_nothing_refers_to_and_what_is_done_with_is_ever_deleted() {
        assertEquals(
                List.of(
                        "accepted_link",
                        "account",
                        "account_dimension",
                        "booked_span",
                        "category_rule",
                        "dimension_value",
                        "document",
                        "draft_entry",
                        "draft_line",
                        "entry_template",
                        "entry_template_line",
                        "exchange_rate",
                        "favourite",
                        "granularity_choice",
                        "idempotency_key",
                        "late_entry",
                        "late_sale",
                        "late_sale_entry",
                        "office_favourite",
                        "office_idempotency_key",
                        "personal_data_choice",
                        "posting_rule",
                        "sale_person",
                        "scheduled_tasks",
                        "session",
                        "settlement_person",
                        "setup_token",
                        "stored_file",
                        "sync_run",
                        "vipps_connection"),
                names("""
                        SELECT table_name
                          FROM information_schema.table_privileges
                         WHERE grantee = 'avstemt_app' AND privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER')
                         ORDER BY table_name
                        """));
    }

    @Test
    void a_document_of_a_posted_entry_and_a_value_of_a_posted_line_stay() {
        BOOKS.database().asOwner(owner -> {
            owner.execute("""
                    INSERT INTO document (client_account_id, document_id, document_number, document_date, document_type)
                    VALUES (?, 5001, 'F-1', '2026-02-14', 'INVOICE')
                    """, client);
            return owner.execute("UPDATE journal_entry SET document_id = 5001 WHERE client_account_id = ?", client);
        });
        String ofLine = " WHERE type = 'bankacc' AND key = '" + LEDGER + "'";

        refusedBy("which stays", List.of(client), "UPDATE document SET document_number = 'F-2'");
        refusedBy("which stays", List.of(client), "DELETE FROM document");
        refusedBy("its key stays", List.of(client), "UPDATE dimension_value SET key = '1'" + ofLine);
        refusedBy("violates foreign key", List.of(client), "DELETE FROM dimension_value" + ofLine);
        refusedBy("permission denied", List.of(client), "TRUNCATE document");
    }

    @Test
    void a_file_of_a_posted_entry_stays_and_no_content_goes_without_its_file() {
        BOOKS.database().asOwner(owner -> owner.execute("""
                INSERT INTO stored_file (client_account_id, name, media_type, size, sha256, entry_id, stored_at, stored_by)
                SELECT client_account_id, 'a.pdf', 'application/pdf', 1, sha256('a'), entry_id, now(), 'Kari'
                  FROM journal_entry
                 WHERE client_account_id = ?
                """, client));

        refusedBy("which stays", List.of(client), "DELETE FROM stored_file");
        refusedBy("permission denied", List.of(client), "UPDATE stored_file SET name = 'b.pdf'");
        refusedBy("permission denied", List.of(client), "DELETE FROM file_chunk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1, 100), (2, -99)", // a krone is missing
                "(1, 100), (3, -100)", // a line is missing
                "(2, 100), (3, -100)", // does not begin at 1
                "(1, 100)" // one line alone
            })
    void the_database_refuses_an_entry_that_is_not_whole(String lines) {
        refusedBy("is not whole", List.of(client), newLines(7_001, lines));
    }

    @Test
    void the_database_names_the_one_bad_entry_among_good_ones() {
        refusedBy(
                "Journal entry 7003 of client " + client + " is not whole: difference 1 øre",
                List.of(client),
                """
                INSERT INTO journal_line (client_account_id, entry_id, line_no, account_id, posting_date, ordinal, amount,
                       currency, currency_amount, exchange_rate, description)
                SELECT %d, entry, line, 1, '2026-01-01', entry * 10 + line,
                       CASE line WHEN 1 THEN 100 ELSE -100 END + CASE WHEN entry = 7003 AND line = 1 THEN 1 ELSE 0 END,
                       'NOK', 0, 1, ''
                  FROM generate_series(7001, 7005) entry, generate_series(1, 2) line
                """.formatted(client));
    }

    @Test
    void a_posted_entry_gets_no_further_line() {
        long posted = BOOKS.count("SELECT max(entry_id) FROM journal_line");

        refusedBy("is not whole", List.of(client), newLines(posted, "(3, 0)"));
        refusedBy("duplicate key", List.of(client), newLines(posted, "(1, 0)"));
    }

    private static String newLines(long entry, String lines) {
        return """
                INSERT INTO journal_line (client_account_id, entry_id, line_no, account_id, posting_date, ordinal, amount,
                       currency, currency_amount, exchange_rate, description)
                SELECT %d, %d, line, 1, '2026-01-01', line, amount, 'NOK', amount, 1, ''
                  FROM (VALUES %s) given (line, amount)
                """.formatted(client, entry, lines);
    }

    private static void refusedBy(String why, List<Long> clients, String sql) {
        JdbiException refused = assertThrows(
                JdbiException.class,
                () -> BOOKS.database().transactions().write(clients, handle -> handle.execute(sql)),
                sql);

        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    private static List<String> tables() {
        List<String> tables = names("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
        assertFalse(tables.isEmpty());
        return tables;
    }

    private static List<String> names(String sql) {
        return BOOKS.database()
                .asSuperuser(handle -> handle.select(sql).mapTo(String.class).list());
    }
}
