-- Somebody asked for a client account whose round ran already, and joined it: before it ends it fetches once more.
ALTER TABLE sync_run_client ADD COLUMN asked_again boolean NOT NULL DEFAULT false;
