-- Rare entries are read in the order of the list, so that a page stops at its last row; the type is told by the index itself.

DROP INDEX settlement_entry_rare_type;
CREATE INDEX settlement_entry_rare_type
    ON settlement_entry (client_account_id, ledger_id, topic, ledger_date, feed_position, vipps_type)
 WHERE vipps_type NOT IN ('capture', 'capture-fee');
