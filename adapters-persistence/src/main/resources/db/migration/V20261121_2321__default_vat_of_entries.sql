-- Which entries booked turnover on a default VAT code, so that the counter of days can be proven.

CREATE TABLE default_vat_entry (
  client_account_id bigint NOT NULL,
  chain_position    bigint NOT NULL, -- of the journal entry
  ledger_id         text NOT NULL,
  ledger_date       date NOT NULL,
  entries           bigint NOT NULL, -- captures, refunds and sales; negative for what is corrected
  amount            bigint NOT NULL, -- øre, VAT included, refunds negative
  PRIMARY KEY (client_account_id, chain_position)
);

CALL protect_client_table('default_vat_entry');
GRANT SELECT, INSERT ON default_vat_entry TO ${app_role};

-- What was counted before entries were told of.
ALTER TABLE default_vat_day
  ADD COLUMN entries_before bigint NOT NULL DEFAULT 0,
  ADD COLUMN amount_before bigint NOT NULL DEFAULT 0;
UPDATE default_vat_day SET entries_before = entries, amount_before = amount;
