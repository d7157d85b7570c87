-- How much a journal entry from Vipps holds, by choice of the client account, and which ledger dates went into one.

CREATE TABLE granularity_choice (
  client_account_id bigint NOT NULL,
  valid_from        date NOT NULL, -- first ledger date that it holds for
  granularity       text NOT NULL CHECK (granularity IN ('PER_DATE', 'PER_TRANSACTION', 'PER_PAYOUT')),
  PRIMARY KEY (client_account_id, valid_from)
);

-- Ledger dates that were booked together, on the last of them.
CREATE TABLE booked_span (
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  first_date        date NOT NULL,
  last_date         date NOT NULL CHECK (last_date >= first_date),
  PRIMARY KEY (client_account_id, ledger_id, last_date)
);

-- Complete ledger dates after booked_to, up to this one, wait for a payout or for their month to end.
ALTER TABLE ledger_state ADD COLUMN waits_to date;

CALL protect_client_table('granularity_choice');
CALL protect_client_table('booked_span');

GRANT SELECT, INSERT, DELETE ON granularity_choice, booked_span TO ${app_role};
