-- An account, an entry, a dimension set belong to one client. PostgreSQL does not know that: it takes the client and the
-- id of a row as unrelated, multiplies how rare each is, and expects one row where there are a hundred. In an office of a
-- hundred clients it compared every line of a page with every entry on it. Told that an id has one client, it leaves the
-- client's own condition out of that product. Such an id is what a primary key has beside the client.
CREATE PROCEDURE tell_client_of_ids(client_table text)
LANGUAGE plpgsql AS $$
DECLARE
  id text;
BEGIN
  FOR id IN
    SELECT DISTINCT a.attname
      FROM pg_attribute a
      JOIN pg_attribute own ON own.attname = a.attname
      JOIN pg_index k ON k.indrelid = own.attrelid AND k.indisprimary AND k.indnkeyatts = 2 AND k.indkey[1] = own.attnum
      JOIN pg_attribute c ON c.attrelid = k.indrelid AND c.attnum = k.indkey[0] AND c.attname = 'client_account_id'
     WHERE a.attrelid = client_table::regclass AND a.attname LIKE '%\_id'
     ORDER BY 1
  LOOP
    EXECUTE format(
      'CREATE STATISTICS IF NOT EXISTS %I (dependencies) ON client_account_id, %I FROM %I', client_table || '_' || id, id, client_table);
  END LOOP;
END $$;
REVOKE ALL ON PROCEDURE tell_client_of_ids(text) FROM PUBLIC;

-- As it was, with this at its end.
CREATE OR REPLACE PROCEDURE protect_client_table(client_table text)
LANGUAGE plpgsql AS $$
DECLARE
  mine text := 'string_to_array(current_setting(''avstemt.clients'', true), '','')::bigint[]';
BEGIN
  IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    mine := '(SELECT ' || mine || ')::bigint[]';
  END IF;
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', client_table);
  EXECUTE format('CREATE POLICY own_clients ON %I USING (client_account_id = ANY (%s))', client_table, mine);
  CALL tell_client_of_ids(client_table);
END $$;

-- A table without rows is left as PostgreSQL takes a new one, which is not to be empty for long.
DO $$
DECLARE
  client_table text;
  has_rows     boolean;
BEGIN
  FOR client_table IN
    SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = 'own_clients' ORDER BY 1
  LOOP
    CALL tell_client_of_ids(client_table);
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', client_table) INTO has_rows;
    IF has_rows THEN
      EXECUTE format('ANALYZE %I', client_table);
    END IF;
  END LOOP;
END $$;
