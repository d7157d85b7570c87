-- A row that the feed passed over is stored last, but belongs where Vipps's report of its date has it: between the rows
-- whose balances it joins. Its place counts where balances follow each other; all other rows stand at their position.

ALTER TABLE settlement_entry ADD COLUMN chain_place numeric CHECK (chain_place > 0);

CREATE INDEX settlement_entry_chain_place
    ON settlement_entry (client_account_id, ledger_id, topic, ledger_date, chain_place)
 WHERE chain_place IS NOT NULL;
