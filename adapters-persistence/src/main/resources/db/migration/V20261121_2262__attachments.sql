-- Files that document entries. Nobody changes or deletes them: what an entry was documented by reads the same for five years.

CREATE TABLE stored_file (
  client_account_id bigint NOT NULL,
  file_id           bigint GENERATED ALWAYS AS IDENTITY,
  name              text NOT NULL CHECK (name <> ''),
  media_type        text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'application/xml')),
  size              bigint NOT NULL CHECK (size > 0),
  sha256            bytea NOT NULL CHECK (length(sha256) = 32),
  entry_id          bigint NOT NULL, -- of a posted entry or of a draft, which keeps its id when it is posted
  stored_at         timestamptz NOT NULL,
  stored_by         text NOT NULL CHECK (stored_by <> ''),
  stored_by_user    bigint,
  PRIMARY KEY (client_account_id, file_id)
);
CREATE INDEX stored_file_entry ON stored_file (client_account_id, entry_id);

CREATE TABLE file_chunk (
  client_account_id bigint NOT NULL,
  file_id           bigint NOT NULL,
  chunk_no          int NOT NULL CHECK (chunk_no >= 0),
  bytes             bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (client_account_id, file_id, chunk_no),
  FOREIGN KEY (client_account_id, file_id) REFERENCES stored_file
);
ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL; -- packed already

CALL protect_client_table('stored_file');
CALL protect_client_table('file_chunk');
GRANT SELECT, INSERT ON stored_file, file_chunk TO ${app_role};
