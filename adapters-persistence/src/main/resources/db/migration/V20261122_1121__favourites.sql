-- Pages that a person comes back to, with their filters: of each user and client account, and nobody else's.

CREATE TABLE favourite (
  client_account_id bigint NOT NULL,
  user_id           bigint NOT NULL,
  name              text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  address           text NOT NULL CHECK (address LIKE '/%' AND address NOT LIKE '//%'),
  kept_at           timestamptz NOT NULL,
  PRIMARY KEY (client_account_id, user_id, name)
);

CALL protect_client_table('favourite');
GRANT SELECT, INSERT, UPDATE, DELETE ON favourite TO ${app_role};
