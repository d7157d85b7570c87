-- The answers to requests that carried an Idempotency-Key, so that the same request asked again is answered and not done.

-- A row is added before the work and filled in after it, in the transaction of the work: who asks the same at the same time
-- waits for that row, and a program that dies leaves none.
CREATE TABLE idempotency_key (
  client_account_id bigint NOT NULL,
  user_id           bigint NOT NULL, -- the keys of two callers never meet
  key               text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  operation         text NOT NULL,   -- method, path and query
  created_at        timestamptz NOT NULL,
  body_sha256       bytea CHECK (length(body_sha256) = 32),
  status            int CHECK (status BETWEEN 200 AND 399),
  media_type        text,
  headers           text[],          -- name, value, name, value ...
  answer            bytea,
  PRIMARY KEY (client_account_id, user_id, key),
  CHECK (num_nonnulls(body_sha256, status, media_type, headers, answer) IN (0, 5))
);
CREATE INDEX idempotency_key_age ON idempotency_key (client_account_id, created_at);

CALL protect_client_table('idempotency_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ${app_role};
