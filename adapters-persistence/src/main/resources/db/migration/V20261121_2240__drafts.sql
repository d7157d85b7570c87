-- What is written and not yet posted, in tables of its own: never numbered, never counted. And an entry is taken back once.

-- The id is of the same sequence as those of posted entries, and stays when the draft is posted.
CREATE TABLE draft_entry (
  client_account_id    bigint NOT NULL,
  draft_id             bigint NOT NULL DEFAULT nextval('journal_entry_entry_id_seq'),
  entry_date           date NOT NULL,
  description          text NOT NULL,
  document_type        text,
  document_number      text,
  document_date        date,
  due_date             date,
  payment_ref          text,
  document_partner_id  bigint,
  created_by           text NOT NULL CHECK (created_by <> ''),
  created_by_user      bigint,
  created_at           timestamptz NOT NULL,
  PRIMARY KEY (client_account_id, draft_id),
  FOREIGN KEY (client_account_id, document_partner_id) REFERENCES dimension_value,
  CHECK ((document_type IS NULL) = (document_number IS NULL) AND (document_type IS NULL) = (document_date IS NULL))
);
CREATE INDEX draft_entry_date ON draft_entry (client_account_id, entry_date, draft_id);

CREATE TABLE draft_line (
  client_account_id bigint NOT NULL,
  draft_id          bigint NOT NULL,
  line_no           int NOT NULL CHECK (line_no > 0),
  account_id        bigint,
  amount            bigint NOT NULL, -- øre, debit positive
  currency          text NOT NULL CHECK (length(currency) = 3),
  currency_amount   bigint NOT NULL,
  exchange_rate     numeric(38, 18) NOT NULL,
  tax_code          text,
  tax_base          bigint,
  tax_amount        bigint,
  dimension_set_id  bigint,
  description       text NOT NULL,
  PRIMARY KEY (client_account_id, draft_id, line_no),
  FOREIGN KEY (client_account_id, draft_id) REFERENCES draft_entry ON DELETE CASCADE,
  FOREIGN KEY (client_account_id, account_id) REFERENCES account,
  FOREIGN KEY (client_account_id, dimension_set_id) REFERENCES dimension_set
);
CREATE INDEX draft_line_set ON draft_line (client_account_id, dimension_set_id) WHERE dimension_set_id IS NOT NULL;

CALL protect_client_table('draft_entry');
CALL protect_client_table('draft_line');
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_entry TO ${app_role};
GRANT SELECT, INSERT, DELETE ON draft_line TO ${app_role};
GRANT USAGE ON SEQUENCE journal_entry_entry_id_seq TO ${app_role};

CREATE UNIQUE INDEX journal_entry_reversed_once
  ON journal_entry (client_account_id, reverses_entry_id) WHERE reverses_entry_id IS NOT NULL;

-- The journal by date, a page at a time.
CREATE INDEX journal_entry_date ON journal_entry (client_account_id, posting_date, chain_position);
