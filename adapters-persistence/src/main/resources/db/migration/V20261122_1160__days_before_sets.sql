-- Reports ask for some days of an account in all its dimension sets, or in a few of them: with the day first these are
-- neighbours, where they were as many places as the account has sets.

ALTER TABLE balance_set_day
  DROP CONSTRAINT balance_set_day_pkey,
  ADD PRIMARY KEY (client_account_id, account_id, day, dimension_set_id, tax_code);
