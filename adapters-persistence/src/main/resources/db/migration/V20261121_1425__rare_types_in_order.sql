-- Rare entries are read in the order of the list, so that a page stops at its last row; the type is told by the index itself.
-- The index of reversals is made anew by the migration that reports asked for, under the same name.

DROP INDEX settlement_entry_rare_type;
CREATE INDEX settlement_entry_rare_type
    ON settlement_entry (client_account_id, ledger_id, topic, ledger_date, feed_position, vipps_type)
 WHERE vipps_type NOT IN ('capture', 'capture-fee');

DROP INDEX journal_entry_reverses;
