-- A search is of one client's texts: with the client in the index, the texts that others have in common with it are not
-- looked at. btree_gin comes with the bundled PostgreSQL and with Debian's, as pg_trgm does. Where it cannot be had the index
-- stays as it is, and finds the same.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  DROP INDEX IF EXISTS entry_text_texts;
  CREATE INDEX entry_text_texts ON entry_text USING gin (client_account_id, texts gin_trgm_ops);
EXCEPTION WHEN undefined_file OR undefined_object OR feature_not_supported OR insufficient_privilege THEN
  RAISE WARNING 'The index for text search is not parted by client, as the extension btree_gin cannot be had: %', SQLERRM;
END $$;
