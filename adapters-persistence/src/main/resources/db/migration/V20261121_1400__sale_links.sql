-- Sales without a money row are booked by themselves, once; and what booking looks up has its indexes.

-- Which øre of which sale a line carries. The primary key books a sale once per generation.
CREATE TABLE sale_link (
  client_account_id bigint NOT NULL,
  sale_id           bigint NOT NULL,
  generation        int NOT NULL CHECK (generation >= 0),
  link_no           int NOT NULL CHECK (link_no >= 0),
  entry_id          bigint NOT NULL,
  line_no           int NOT NULL,
  amount            bigint NOT NULL,
  PRIMARY KEY (client_account_id, sale_id, generation, link_no)
);
CREATE INDEX sale_link_line ON sale_link (client_account_id, entry_id, line_no);

-- Sales without a provider's reference that came for a date that was booked already: a queue, emptied by the booking.
CREATE TABLE late_sale (
  client_account_id bigint NOT NULL,
  sale_id           bigint NOT NULL,
  ledger_id         text NOT NULL,
  PRIMARY KEY (client_account_id, sale_id)
);

CREATE INDEX sale_without_psp ON sale (client_account_id, ledger_id, time) WHERE psp_reference IS NULL;

-- From a fee or a sale to the settlement entries of the same transaction.
CREATE INDEX settlement_entry_psp_reference ON settlement_entry (client_account_id, ledger_id, psp_reference)
  WHERE psp_reference IS NOT NULL;

-- The few rows of disputes, which every check looks at.
CREATE INDEX settlement_entry_dispute ON settlement_entry (client_account_id, ledger_id, ledger_date)
  WHERE vipps_type IN ('retained-disputed-capture', 'returned-disputed-capture');

DO $$
DECLARE
  client_table text;
BEGIN
  FOREACH client_table IN ARRAY ARRAY['sale_link', 'late_sale']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', client_table);
    EXECUTE format(
      'CREATE POLICY own_clients ON %I USING (client_account_id = ANY (string_to_array(current_setting(''avstemt.clients'', true), '','')::bigint[]))',
      client_table);
  END LOOP;
END $$;

-- Never: UPDATE or DELETE on sale_link.
GRANT SELECT, INSERT ON sale_link, late_sale TO ${app_role};
GRANT DELETE ON late_sale TO ${app_role};
