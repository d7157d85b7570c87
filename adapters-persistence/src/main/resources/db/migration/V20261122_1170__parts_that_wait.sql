-- What is new of sales, and comparing dates, fail and wait apart from money, which failed_at and its neighbours are about.
ALTER TABLE ledger_state
  ADD COLUMN sales_failed_at   timestamptz,
  ADD COLUMN sales_failure     text,
  ADD COLUMN sales_failures    int NOT NULL DEFAULT 0 CHECK (sales_failures >= 0),
  ADD COLUMN sales_next_try_at timestamptz,
  ADD COLUMN dates_failed_at   timestamptz,
  ADD COLUMN dates_failure     text,
  ADD COLUMN dates_failures    int NOT NULL DEFAULT 0 CHECK (dates_failures >= 0),
  ADD COLUMN dates_next_try_at timestamptz,
  ADD CHECK ((sales_failed_at IS NULL) = (sales_failure IS NULL)),
  ADD CHECK ((dates_failed_at IS NULL) = (dates_failure IS NULL));
