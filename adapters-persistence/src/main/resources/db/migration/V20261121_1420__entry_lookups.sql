-- A person looks for a rare kind of entry, for the latest sales, and from a reversal to what it reverses and back.

-- Nearly all entries are captures and their fees: without them the index is small, and costs booking and import little.
-- Rare entries are read in the order of the list, so that a page stops at its last row; the index itself tells the type.
CREATE INDEX settlement_entry_rare_type
    ON settlement_entry (client_account_id, ledger_id, topic, ledger_date, feed_position, vipps_type)
 WHERE vipps_type NOT IN ('capture', 'capture-fee');

CREATE INDEX sale_time ON sale (client_account_id, time, sale_id);

-- Of the reversals alone: a report asks whether a line's entry was cancelled.
CREATE INDEX journal_entry_reverses ON journal_entry (client_account_id, reverses_entry_id)
  WHERE reverses_entry_id IS NOT NULL;
