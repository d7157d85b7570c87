-- Who bought, where Vipps tells it of a sale and the client account has chosen personal data: outside every hash, and
-- deleted with the rest of it.

CREATE TABLE sale_person (
  client_account_id bigint NOT NULL,
  sale_id           bigint NOT NULL,
  data              text NOT NULL,
  PRIMARY KEY (client_account_id, sale_id),
  FOREIGN KEY (client_account_id, sale_id) REFERENCES sale
);

CALL protect_client_table('sale_person');
GRANT SELECT, INSERT, DELETE ON sale_person TO ${app_role};
