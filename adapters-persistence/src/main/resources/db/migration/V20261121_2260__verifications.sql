-- The proofs that were made of a client's books, kept so that everyone sees when the last one was and what it found.

CREATE TABLE verification (
  client_account_id bigint NOT NULL,
  verification_id   bigint GENERATED ALWAYS AS IDENTITY,
  started_at        timestamptz NOT NULL,
  started_by        text NOT NULL CHECK (started_by <> ''),
  started_by_user   bigint,
  told_at           timestamptz NOT NULL,
  ended_at          timestamptz,
  total             bigint NOT NULL CHECK (total >= 0),
  entries           bigint NOT NULL DEFAULT 0,
  lines             bigint NOT NULL DEFAULT 0,
  chain_hash        bytea CHECK (length(chain_hash) = 32),
  fault_count       bigint NOT NULL DEFAULT 0,
  faults            text[] NOT NULL DEFAULT '{}', -- check, subject, expected, found; check ...
  PRIMARY KEY (client_account_id, verification_id)
);

CALL protect_client_table('verification');
GRANT SELECT, INSERT, UPDATE ON verification TO ${app_role};
