-- What a client account has decided about how its ledgers are booked, each with the dates that it holds on.

CREATE TABLE category_rule (
  client_account_id bigint NOT NULL,
  category_rule_id  bigint GENERATED ALWAYS AS IDENTITY,
  category          text NOT NULL CHECK (category <> ''),
  unit_number       text CHECK (unit_number <> ''), -- of the only sales unit that it is for
  account_id        bigint NOT NULL,
  tax_code          text CHECK (tax_code <> ''),
  valid_from        date NOT NULL,
  valid_to          date CHECK (valid_to >= valid_from),
  PRIMARY KEY (client_account_id, category_rule_id),
  FOREIGN KEY (client_account_id, account_id) REFERENCES account
);

CREATE TABLE posting_rule (
  client_account_id bigint NOT NULL,
  posting_rule_id   bigint GENERATED ALWAYS AS IDENTITY,
  entry_type        text NOT NULL CHECK (entry_type <> ''),
  role              text NOT NULL CHECK (role <> ''),
  account_id        bigint, -- instead of the role's
  tax_code          text CHECK (tax_code <> ''),
  valid_from        date NOT NULL,
  valid_to          date CHECK (valid_to >= valid_from),
  PRIMARY KEY (client_account_id, posting_rule_id),
  FOREIGN KEY (client_account_id, account_id) REFERENCES account
);

-- Settlement entries booked before their sale came, which now wait to be booked as what was sold.
CREATE TABLE late_sale_entry (
  client_account_id   bigint NOT NULL,
  settlement_entry_id bigint NOT NULL,
  ledger_id           text NOT NULL,
  PRIMARY KEY (client_account_id, settlement_entry_id)
);

CALL protect_client_table('category_rule');
CALL protect_client_table('posting_rule');
CALL protect_client_table('late_sale_entry');

GRANT SELECT, INSERT, UPDATE, DELETE ON category_rule, posting_rule TO ${app_role};
GRANT SELECT, INSERT, DELETE ON late_sale_entry TO ${app_role};
