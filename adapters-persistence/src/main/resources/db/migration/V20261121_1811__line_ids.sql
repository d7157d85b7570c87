-- A line's id only has to be its own. Taken a hundred at a time, an import does not go to the sequence for each line.

ALTER TABLE journal_line ALTER COLUMN line_id SET CACHE 100;
