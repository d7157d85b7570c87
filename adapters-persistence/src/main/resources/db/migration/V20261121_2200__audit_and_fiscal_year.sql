-- Who did what to the books of a client account, and the month its fiscal year begins with.

ALTER TABLE client_account
  ADD COLUMN fiscal_year_start int NOT NULL DEFAULT 1 CHECK (fiscal_year_start BETWEEN 1 AND 12);

-- What the canonical form of an entry covers beside its lines.
ALTER TABLE journal_entry
  ADD COLUMN reversal_reason text CHECK (reversal_reason <> ''),
  ADD COLUMN held_reason text CHECK (held_reason <> ''),
  ADD CHECK ((reverses_entry_id IS NULL) = (reversal_reason IS NULL));

CREATE TABLE audit_event (
  client_account_id bigint NOT NULL,
  audit_event_id    bigint GENERATED ALWAYS AS IDENTITY,
  at                timestamptz NOT NULL,
  user_id           bigint,
  actor             text NOT NULL CHECK (actor <> ''),
  action            text NOT NULL CHECK (action <> ''),
  subject           text NOT NULL,
  before            text[] NOT NULL, -- name, value, name, value ...
  after             text[] NOT NULL,
  PRIMARY KEY (client_account_id, audit_event_id)
);
CREATE INDEX audit_event_at ON audit_event (client_account_id, at);

-- Every table of a client goes behind row-level security by this one procedure; Citus refuses a sub-select in a policy.
CREATE PROCEDURE protect_client_table(client_table text)
LANGUAGE plpgsql AS $$
DECLARE
  mine text := 'string_to_array(current_setting(''avstemt.clients'', true), '','')::bigint[]';
BEGIN
  IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    mine := '(SELECT ' || mine || ')::bigint[]';
  END IF;
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', client_table);
  EXECUTE format('CREATE POLICY own_clients ON %I USING (client_account_id = ANY (%s))', client_table, mine);
END $$;
REVOKE ALL ON PROCEDURE protect_client_table(text) FROM PUBLIC;

CALL protect_client_table('audit_event');
GRANT SELECT, INSERT ON audit_event TO ${app_role};
