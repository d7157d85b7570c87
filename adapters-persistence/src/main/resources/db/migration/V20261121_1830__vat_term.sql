-- How often a client account reports VAT. It says nothing while the client account is not in the register.

ALTER TABLE client_account ADD COLUMN vat_term text NOT NULL DEFAULT 'TWO_MONTHS'
  CHECK (vat_term IN ('TWO_MONTHS', 'YEAR', 'PRIMARY_INDUSTRY'));
