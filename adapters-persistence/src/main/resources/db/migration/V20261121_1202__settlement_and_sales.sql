-- What Vipps told us, kept as it was told, and how far we have read, booked and proven it.

-- Where the reading of each stream stands; the cursor is saved in the transaction that saves its items.
CREATE TABLE feed_state (
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  stream            text NOT NULL CHECK (stream IN ('funds', 'fees', 'sales')),
  cursor            text NOT NULL,
  items             bigint NOT NULL CHECK (items >= 0),
  last_date         date,        -- latest ledger date seen (sales: date of the latest sale in Oslo)
  caught_up_at      timestamptz, -- when Vipps last said that there is no more
  read_at           timestamptz NOT NULL,
  PRIMARY KEY (client_account_id, ledger_id, stream)
);

-- What is booked and proven of a ledger: every ledger date up to booked_to is booked in full.
CREATE TABLE ledger_state (
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  booked_to         date,
  checked_to        date,
  difference        bigint NOT NULL DEFAULT 0,
  failed_at         timestamptz,
  failure           text,
  PRIMARY KEY (client_account_id, ledger_id)
);

-- Turnover whose VAT Vipps did not tell, booked on the unit's default code; amount in øre, refunds negative.
CREATE TABLE default_vat_day (
  client_account_id bigint NOT NULL,
  ledger_id         text NOT NULL,
  ledger_date       date NOT NULL,
  entries           bigint NOT NULL,
  amount            bigint NOT NULL,
  PRIMARY KEY (client_account_id, ledger_id, ledger_date)
);

CREATE TABLE settlement_entry (
  client_account_id   bigint NOT NULL,
  settlement_entry_id bigint GENERATED ALWAYS AS IDENTITY,
  ledger_id           text NOT NULL,
  topic               text NOT NULL CHECK (topic IN ('funds', 'fees')),
  feed_position       bigint NOT NULL CHECK (feed_position > 0), -- order within ledger and topic, as Vipps gave it
  vipps_type          text NOT NULL,
  ledger_date         date NOT NULL,
  time                timestamptz NOT NULL,
  currency            text NOT NULL CHECK (length(currency) = 3),
  amount              bigint NOT NULL,
  balance_before      bigint NOT NULL,
  balance_after       bigint NOT NULL,
  psp_reference       text,
  reference           text,
  recipient_handle    text,
  natural_key         uuid NOT NULL,
  raw                 text NOT NULL, -- Vipps's own JSON without personal data
  PRIMARY KEY (client_account_id, settlement_entry_id),
  UNIQUE (client_account_id, natural_key)
);
CREATE UNIQUE INDEX settlement_entry_date ON settlement_entry (client_account_id, ledger_id, topic, ledger_date, feed_position);

CREATE INDEX settlement_entry_reference ON settlement_entry (client_account_id, ledger_id, reference)
  WHERE reference IS NOT NULL;

-- What came for a ledger date that was booked already: a queue, emptied by the booking.
CREATE TABLE late_entry (
  client_account_id   bigint NOT NULL,
  settlement_entry_id bigint NOT NULL,
  ledger_id           text NOT NULL,
  PRIMARY KEY (client_account_id, settlement_entry_id)
);

-- Personal data is outside every hash and may be deleted.
CREATE TABLE settlement_person (
  client_account_id   bigint NOT NULL,
  settlement_entry_id bigint NOT NULL,
  data                text NOT NULL,
  PRIMARY KEY (client_account_id, settlement_entry_id),
  FOREIGN KEY (client_account_id, settlement_entry_id) REFERENCES settlement_entry
);

CREATE TABLE sale (
  client_account_id bigint NOT NULL,
  sale_id           bigint GENERATED ALWAYS AS IDENTITY,
  ledger_id         text NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('CAPTURE', 'REFUND')),
  time              timestamptz NOT NULL,
  psp_reference     text,
  reference         text NOT NULL,
  currency          text NOT NULL CHECK (length(currency) = 3),
  gross             bigint,
  net               bigint,
  vat               bigint,
  payment_type      text,
  solution          text,
  sales_category    text,
  has_line_items    boolean NOT NULL,
  has_vat_breakdown boolean NOT NULL,
  natural_key       uuid NOT NULL,
  raw               text NOT NULL, -- without personal data
  PRIMARY KEY (client_account_id, sale_id),
  UNIQUE (client_account_id, natural_key)
);
CREATE INDEX sale_psp_reference ON sale (client_account_id, ledger_id, psp_reference);
CREATE INDEX sale_reference ON sale (client_account_id, ledger_id, reference);

CREATE TABLE sale_line (
  client_account_id bigint NOT NULL,
  sale_id           bigint NOT NULL,
  line_no           int NOT NULL,
  vipps_line_id     text NOT NULL,
  name              text NOT NULL,
  quantity          numeric NOT NULL,
  gross             bigint NOT NULL,
  net               bigint,
  vat_rate          int,
  vat               bigint,
  category          text,
  PRIMARY KEY (client_account_id, sale_id, line_no)
);
