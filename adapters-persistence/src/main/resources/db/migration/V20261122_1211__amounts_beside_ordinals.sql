-- The balance before a page that begins inside a day is a sum of that day's first or last lines: read from the index alone
-- it costs a fifth of what it costs by way of the lines.
DROP INDEX journal_line_ordinal;
CREATE UNIQUE INDEX journal_line_ordinal ON journal_line (client_account_id, account_id, posting_date, ordinal) INCLUDE (amount);
