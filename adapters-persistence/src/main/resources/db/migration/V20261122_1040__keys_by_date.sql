-- The natural key of an entry is made of its ledger date too, so that it is unique within its date. Led by the date, the
-- index grows where the last date was, instead of all over.
ALTER TABLE settlement_entry DROP CONSTRAINT settlement_entry_client_account_id_natural_key_key;
CREATE UNIQUE INDEX settlement_entry_natural_key ON settlement_entry (client_account_id, ledger_date, natural_key);
