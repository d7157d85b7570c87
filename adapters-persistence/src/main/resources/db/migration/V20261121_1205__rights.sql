-- Row-level security on every client table, and what the program's role may do.

DO $$
DECLARE
  client_table text;
BEGIN
  FOREACH client_table IN ARRAY ARRAY[
    'account', 'account_role', 'sales_unit', 'dimension_value', 'dimension_set', 'dimension_set_member', 'feed_state',
    'ledger_state', 'default_vat_day', 'settlement_entry', 'late_entry', 'settlement_person', 'sale', 'sale_line', 'journal_head', 'journal_number',
    'voucher', 'document', 'journal_entry', 'journal_line', 'settlement_link', 'line_match', 'line_match_part',
    'balance_day', 'balance_month', 'balance_set_day', 'balance_set_month', 'finding']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', client_table);
    EXECUTE format(
      'CREATE POLICY own_clients ON %I USING (client_account_id = ANY (string_to_array(current_setting(''avstemt.clients'', true), '','')::bigint[]))',
      client_table);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO ${app_role};
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO ${app_role};
GRANT USAGE ON SEQUENCE client_account_client_account_id_seq TO ${app_role};
-- Never: UPDATE or DELETE on settlement_entry, sale, sale_line, journal_entry, journal_line, settlement_link, voucher.
GRANT UPDATE ON client_account, app_user, vipps_ledger, account, account_role, sales_unit,
  dimension_value, feed_state, ledger_state, default_vat_day, journal_head, journal_number, line_match, balance_day, balance_month,
  balance_set_day, balance_set_month, finding TO ${app_role};
GRANT DELETE ON session, late_entry, settlement_person TO ${app_role};
REVOKE ALL ON flyway_schema_history FROM ${app_role};
