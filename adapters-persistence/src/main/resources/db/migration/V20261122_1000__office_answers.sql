-- The answers to requests for the office that carried an Idempotency-Key. What they do asks Vipps, so that it cannot be one
-- transaction with the key: the key is claimed before the work, and answered after it.

CREATE TABLE office_idempotency_key (
  user_id     bigint NOT NULL, -- the keys of two callers never meet
  key         text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  operation   text NOT NULL,   -- method, path and query
  claimed_at  timestamptz NOT NULL,
  body_sha256 bytea CHECK (length(body_sha256) = 32),
  status      int CHECK (status BETWEEN 200 AND 399),
  media_type  text,
  headers     text[],          -- name, value, name, value ...
  answer      bytea,
  PRIMARY KEY (user_id, key),
  CHECK (num_nonnulls(body_sha256, status, media_type, headers, answer) IN (0, 5))
);
CREATE INDEX office_idempotency_key_age ON office_idempotency_key (claimed_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON office_idempotency_key TO ${app_role};
