-- Counters, so that a report costs accounts and days, not lines; and what an accountant should see.
-- debit and credit are both positive sums in øre. The tax code '' means none.

CREATE TABLE balance_day (
  client_account_id bigint NOT NULL,
  account_id        bigint NOT NULL,
  day               date NOT NULL,
  tax_code          text NOT NULL,
  debit             bigint NOT NULL,
  credit            bigint NOT NULL,
  lines             bigint NOT NULL,
  cancelled_lines   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (client_account_id, account_id, day, tax_code)
) WITH (fillfactor = 70);

CREATE TABLE balance_month (
  client_account_id bigint NOT NULL,
  account_id        bigint NOT NULL,
  month             date NOT NULL CHECK (extract(day FROM month) = 1),
  tax_code          text NOT NULL,
  debit             bigint NOT NULL,
  credit            bigint NOT NULL,
  lines             bigint NOT NULL,
  cancelled_lines   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (client_account_id, account_id, month, tax_code)
) WITH (fillfactor = 70);

-- The same per dimension set; 0 stands for lines without any.
CREATE TABLE balance_set_day (
  client_account_id bigint NOT NULL,
  dimension_set_id  bigint NOT NULL,
  account_id        bigint NOT NULL,
  day               date NOT NULL,
  tax_code          text NOT NULL,
  debit             bigint NOT NULL,
  credit            bigint NOT NULL,
  lines             bigint NOT NULL,
  cancelled_lines   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (client_account_id, account_id, dimension_set_id, day, tax_code)
) WITH (fillfactor = 70);

CREATE TABLE balance_set_month (
  client_account_id bigint NOT NULL,
  dimension_set_id  bigint NOT NULL,
  account_id        bigint NOT NULL,
  month             date NOT NULL CHECK (extract(day FROM month) = 1),
  tax_code          text NOT NULL,
  debit             bigint NOT NULL,
  credit            bigint NOT NULL,
  lines             bigint NOT NULL,
  cancelled_lines   bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (client_account_id, account_id, dimension_set_id, month, tax_code)
) WITH (fillfactor = 70);

CREATE TABLE finding (
  client_account_id bigint NOT NULL,
  finding_id        bigint GENERATED ALWAYS AS IDENTITY,
  code              text NOT NULL,
  ledger_id         text NOT NULL,
  ledger_date       date NOT NULL,
  subject           text NOT NULL,
  currency          text NOT NULL,
  amount            bigint NOT NULL,
  facts             text[] NOT NULL, -- name, value, name, value ...
  found_at          timestamptz NOT NULL,
  closed_at         timestamptz,
  PRIMARY KEY (client_account_id, finding_id)
);
CREATE UNIQUE INDEX finding_open ON finding (client_account_id, code, ledger_id, subject) WHERE closed_at IS NULL;
