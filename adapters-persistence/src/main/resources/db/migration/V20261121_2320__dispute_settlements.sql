-- Captures held back for good, and what an accountant chose: a loss, or a credit of the sale. Who cancels the entry undoes
-- the choice.

CREATE TABLE dispute_settlement (
  client_account_id   bigint NOT NULL,
  entry_id            bigint NOT NULL, -- that it was booked by
  settlement_entry_id bigint NOT NULL, -- the last time that the capture was retained
  choice              text NOT NULL CHECK (choice IN ('LOSS', 'CREDIT')),
  amount              bigint NOT NULL CHECK (amount > 0), -- øre
  settled_at          timestamptz NOT NULL,
  PRIMARY KEY (client_account_id, entry_id),
  FOREIGN KEY (client_account_id, settlement_entry_id) REFERENCES settlement_entry
);

CALL protect_client_table('dispute_settlement');
GRANT SELECT, INSERT ON dispute_settlement TO ${app_role};

-- From the ledger date of the last time a capture was retained to the day someone must choose.
ALTER TABLE client_account ADD COLUMN dispute_days int NOT NULL DEFAULT 120 CHECK (dispute_days BETWEEN 1 AND 540);
