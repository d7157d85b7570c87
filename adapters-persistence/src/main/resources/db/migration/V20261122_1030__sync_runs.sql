-- Rounds as they are asked for, by the hour, a button or a program, with how far each is: every copy of the program shows
-- them. Office tables, since one run is for many client accounts; who may see which of them is asked where they are shown.

CREATE TABLE sync_run (
  run_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_by      text NOT NULL, -- in words that stay readable; empty for the program itself
  started_by_user bigint,
  started_at      timestamptz NOT NULL,
  told_at         timestamptz NOT NULL -- when the copy of the program it runs in was last heard of
);
CREATE INDEX sync_run_started ON sync_run (started_at);

-- A client account whose round waits or runs already joins that run, and is then as far as it is there.
CREATE TABLE sync_run_client (
  run_id            bigint NOT NULL REFERENCES sync_run ON DELETE CASCADE,
  client_account_id bigint NOT NULL,
  joins             bigint,
  state             text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
  ended_at          timestamptz,
  failure           text, -- of no single ledger
  PRIMARY KEY (run_id, client_account_id),
  FOREIGN KEY (joins, client_account_id) REFERENCES sync_run_client (run_id, client_account_id) ON DELETE CASCADE
);
CREATE INDEX sync_run_client_joins ON sync_run_client (joins) WHERE joins IS NOT NULL;

-- One round of a client account at a time, whichever copy of the program it is in.
CREATE UNIQUE INDEX sync_run_client_open ON sync_run_client (client_account_id)
  WHERE joins IS NULL AND state IN ('QUEUED', 'RUNNING');

CREATE TABLE sync_run_ledger (
  run_id            bigint NOT NULL,
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  entries           bigint NOT NULL CHECK (entries >= 0),
  sales             bigint NOT NULL CHECK (sales >= 0),
  journal_entries   bigint NOT NULL CHECK (journal_entries >= 0),
  failure           text,
  PRIMARY KEY (run_id, client_account_id, ledger_id),
  FOREIGN KEY (run_id, client_account_id) REFERENCES sync_run_client ON DELETE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON sync_run TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON sync_run_client, sync_run_ledger TO ${app_role};
