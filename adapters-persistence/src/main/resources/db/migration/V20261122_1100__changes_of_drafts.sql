-- A report that counts drafts is another one each time a draft changes: how often it did, in the life of its id.

ALTER TABLE draft_entry ADD COLUMN changes int NOT NULL DEFAULT 0;
