-- Who entered, changed and forgot a connection to Vipps, and when. An office table: no client. Only ever added to.

CREATE TABLE office_event (
  office_event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL,
  user_id         bigint,
  actor           text NOT NULL CHECK (actor <> ''),
  action          text NOT NULL CHECK (action <> ''),
  subject         text NOT NULL,
  before          text[] NOT NULL, -- name, value, name, value ...
  after           text[] NOT NULL
);
CREATE INDEX office_event_at ON office_event (at, office_event_id);

GRANT SELECT, INSERT ON office_event TO ${app_role};
