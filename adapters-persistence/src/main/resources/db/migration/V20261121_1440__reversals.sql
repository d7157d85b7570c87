-- A report asks of every entry it shows whether another reverses it.

CREATE INDEX journal_entry_reverses ON journal_entry (client_account_id, reverses_entry_id)
  WHERE reverses_entry_id IS NOT NULL;
