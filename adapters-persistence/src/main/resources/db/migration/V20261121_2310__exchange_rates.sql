-- Ledgers in other currencies are booked by rates that the client account enters or imports.

CREATE TABLE exchange_rate (
  client_account_id bigint NOT NULL,
  exchange_rate_id  bigint GENERATED ALWAYS AS IDENTITY,
  currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$' AND currency <> 'NOK'),
  rate_date         date NOT NULL,
  units             int NOT NULL CHECK (units IN (1, 10, 100, 1000, 10000)), -- that the rate is for
  rate              numeric(16, 10) NOT NULL CHECK (rate > 0),               -- kroner for that many units
  PRIMARY KEY (client_account_id, exchange_rate_id),
  UNIQUE (client_account_id, currency, rate_date)
);

CALL protect_client_table('exchange_rate');
GRANT SELECT, INSERT, UPDATE, DELETE ON exchange_rate TO ${app_role};

-- Their dates were passed by so far, with a finding for each entry; now they wait for a rate and are booked.
UPDATE ledger_state s
   SET booked_to = NULL, checked_to = NULL, difference = 0
  FROM vipps_ledger l
 WHERE l.ledger_id = s.ledger_id AND l.currency <> 'NOK';

UPDATE finding
   SET closed_at = now()
 WHERE code = 'V-07' AND closed_at IS NULL;
