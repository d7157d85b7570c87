-- Captures and refunds that a sale should tell of and none does: asked for one by one, for some days.

CREATE TABLE sale_question (
  client_account_id   bigint NOT NULL,
  settlement_entry_id bigint NOT NULL,
  ledger_id           text NOT NULL,
  state               text NOT NULL CHECK (state IN ('WAITING', 'FOUND', 'GIVEN_UP')),
  times               int NOT NULL CHECK (times >= 0), -- asked for
  asked_at            timestamptz,
  ask_at              timestamptz, -- the next time; none before the first
  PRIMARY KEY (client_account_id, settlement_entry_id),
  FOREIGN KEY (client_account_id, settlement_entry_id) REFERENCES settlement_entry,
  CHECK (state = 'WAITING' OR ask_at IS NULL)
);
CREATE INDEX sale_question_waiting ON sale_question (client_account_id, ledger_id, asked_at) WHERE state = 'WAITING';

CALL protect_client_table('sale_question');
GRANT SELECT, INSERT, UPDATE ON sale_question TO ${app_role};
