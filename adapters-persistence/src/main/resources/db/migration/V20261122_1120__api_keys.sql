-- An API key can be withdrawn, tells when it was last used, and opens so many calls a minute over all copies of the program.

ALTER TABLE api_key
  ADD COLUMN last_used_at timestamptz,
  ADD COLUMN withdrawn_at timestamptz;

-- Each call moves taken_to on by the time that a call is worth; it is never more than a minute ahead of now. One row a key
-- that is written for many calls at once.
CREATE TABLE api_key_calls (
  api_key_id bigint PRIMARY KEY REFERENCES api_key,
  taken_to   timestamptz NOT NULL,
  granted    int NOT NULL CHECK (granted >= 0) -- to the copy that asked last
);

GRANT UPDATE (last_used_at, withdrawn_at) ON api_key TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON api_key_calls TO ${app_role};
