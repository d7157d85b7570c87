-- Rows of a date that its report brought and not the feed: with us they stand after this position, whatever their place in
-- the report.

ALTER TABLE date_check ADD COLUMN passed_over_after bigint CHECK (passed_over_after >= 0);
