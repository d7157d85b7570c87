-- What one list of ledgers tells beside the one before: what is new, gone or changed; and what a person said of a change.

ALTER TABLE vipps_connection
  ADD COLUMN failed_at timestamptz, -- when the list was last asked for in vain; null once it came
  ADD COLUMN failure   text,
  ADD CHECK ((failed_at IS NULL) = (failure IS NULL));

ALTER TABLE vipps_ledger
  ADD COLUMN first_seen    timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN missing_since timestamptz; -- not in the whole list of its connection, asked twice
UPDATE vipps_ledger l
   SET first_seen = v.created_at
  FROM vipps_connection v
 WHERE v.connection_id = l.connection_id;

ALTER TABLE vipps_ledger_unit ADD COLUMN gone_since timestamptz; -- the ledger was listed without it

-- When a ledger whose round failed is asked again, and how many rounds in a row failed.
ALTER TABLE ledger_state
  ADD COLUMN next_try_at timestamptz,
  ADD COLUMN failures    int NOT NULL DEFAULT 0 CHECK (failures >= 0);

-- What is held to be right of what Vipps lists: as it was when the ledger was taken into use, or as a person said since.
CREATE TABLE accepted_link (
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  subject           text NOT NULL, -- payout-account, or sales-unit/ and its handle
  accepted          text NOT NULL,
  accepted_at       timestamptz NOT NULL,
  PRIMARY KEY (client_account_id, ledger_id, subject)
);
INSERT INTO accepted_link
SELECT client_account_id, ledger_id, 'payout-account', payout_account, now()
  FROM vipps_ledger
 WHERE client_account_id IS NOT NULL AND payout_account IS NOT NULL;

CALL protect_client_table('accepted_link');
GRANT SELECT, INSERT, UPDATE, DELETE ON accepted_link TO ${app_role};
