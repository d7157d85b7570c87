-- Which dates of a ledger were compared with Vipps's report of them, row by row, and when to ask for the others again.

CREATE TABLE date_check (
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  stream            text NOT NULL CHECK (stream IN ('funds', 'fees', 'sales')),
  ledger_date       date NOT NULL,
  state             text NOT NULL CHECK (state IN ('OPEN', 'DIFFERS', 'VERIFIED')),
  times             int NOT NULL CHECK (times > 0), -- asked for
  report_rows       bigint NOT NULL CHECK (report_rows >= 0),
  asked_at          timestamptz NOT NULL,
  ask_at            timestamptz, -- the next time
  PRIMARY KEY (client_account_id, ledger_id, stream, ledger_date),
  CHECK ((state = 'VERIFIED') = (ask_at IS NULL))
);

CALL protect_client_table('date_check');
GRANT SELECT, INSERT, UPDATE ON date_check TO ${app_role};
