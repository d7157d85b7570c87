-- A file beside a draft can be taken away again, and goes with the draft; beside a posted entry it stays, whoever asks.

CREATE FUNCTION file_of_entry_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT
               FROM journal_entry
              WHERE client_account_id = OLD.client_account_id AND entry_id = OLD.entry_id) THEN
    RAISE EXCEPTION 'A posted entry of client % is documented by file %, which stays', OLD.client_account_id, OLD.file_id
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER file_of_entry_stays BEFORE DELETE ON stored_file
  FOR EACH ROW EXECUTE FUNCTION file_of_entry_stays();

-- The content goes with its file and in no other way: nobody may delete it.
ALTER TABLE file_chunk
  DROP CONSTRAINT file_chunk_client_account_id_file_id_fkey,
  ADD FOREIGN KEY (client_account_id, file_id) REFERENCES stored_file ON DELETE CASCADE;

GRANT DELETE ON stored_file TO ${app_role};
