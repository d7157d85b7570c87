-- Texts of posted entries, so that a search need not read all lines. Posting does not write here: that is done afterwards,
-- in the order of the chain, and what is not here yet is read as it stands.

-- Everything that a search looks at in an entry, in small letters; partners as their ids, since their names can change.
CREATE TABLE entry_text (
  client_account_id bigint NOT NULL,
  entry_id          bigint NOT NULL,
  texts             text NOT NULL,
  PRIMARY KEY (client_account_id, entry_id)
);

-- The chain position up to which a client's entries are here.
CREATE TABLE entry_text_end (
  client_account_id bigint PRIMARY KEY,
  chain_position    bigint NOT NULL CHECK (chain_position >= 0)
);

CALL protect_client_table('entry_text');
CALL protect_client_table('entry_text_end');
GRANT SELECT, INSERT ON entry_text TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON entry_text_end TO ${app_role};

-- pg_trgm comes with the bundled PostgreSQL and with Debian's. Where it cannot be had, a search reads all texts of a client,
-- which is slower and finds the same.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX entry_text_texts ON entry_text USING gin (texts gin_trgm_ops);
EXCEPTION WHEN undefined_file OR feature_not_supported OR insufficient_privilege THEN
  RAISE WARNING 'Text search goes without an index, as the extension pg_trgm cannot be had: %', SQLERRM;
END $$;

-- Entries that may have one of the patterns in their texts, and all that are not here yet. LIKE is not leakproof, so under
-- row-level security it would not use the index: this looks itself at whose entries they are.
CREATE FUNCTION entries_found(client bigint, patterns text[]) RETURNS TABLE (found_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 500 AS $$
DECLARE
  clients bigint[] := string_to_array(current_setting('avstemt.clients', true), ',')::bigint[];
  indexed bigint;
BEGIN
  IF clients IS NULL OR client IS NULL OR client <> ALL (clients) THEN
    RETURN;
  END IF;
  SELECT chain_position INTO indexed FROM entry_text_end WHERE client_account_id = client;
  RETURN QUERY
    SELECT t.entry_id
      FROM unnest(patterns) AS p
     CROSS JOIN LATERAL (
           SELECT x.entry_id FROM entry_text x WHERE x.client_account_id = client AND x.texts LIKE p) t
     UNION
    SELECT e.entry_id
      FROM journal_entry e
     WHERE e.client_account_id = client AND e.chain_position > coalesce(indexed, 0);
END $$;
REVOKE ALL ON FUNCTION entries_found(bigint, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entries_found(bigint, text[]) TO ${app_role};
