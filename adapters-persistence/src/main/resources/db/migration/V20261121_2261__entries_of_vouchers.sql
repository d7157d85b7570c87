-- From a voucher to the entries that it documents.

CREATE INDEX journal_entry_voucher ON journal_entry (client_account_id, voucher_id);
