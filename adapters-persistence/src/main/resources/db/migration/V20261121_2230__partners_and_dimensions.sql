-- Who and what a client's lines are about gets names, details and rules of its own.

ALTER TABLE dimension_value ADD COLUMN active boolean NOT NULL DEFAULT true;

CREATE INDEX dimension_set_member_value ON dimension_set_member (client_account_id, dimension_value_id);

CREATE TABLE business_partner (
  client_account_id   bigint NOT NULL,
  dimension_value_id  bigint NOT NULL,
  organisation_number text CHECK (organisation_number ~ '^[0-9]{9}$'), -- foreign partners have none
  vat_registered      boolean NOT NULL,
  address_line_1      text NOT NULL,
  address_line_2      text NOT NULL,
  postcode            text NOT NULL,
  city                text NOT NULL,
  country             text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  email               text,
  bank_account        text,
  customer            boolean NOT NULL,
  supplier            boolean NOT NULL,
  PRIMARY KEY (client_account_id, dimension_value_id),
  FOREIGN KEY (client_account_id, dimension_value_id) REFERENCES dimension_value ON DELETE CASCADE
);

CREATE TABLE bank_account (
  client_account_id  bigint NOT NULL,
  dimension_value_id bigint NOT NULL,
  iban               text CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'),
  currency           text NOT NULL CHECK (length(currency) = 3),
  account_id         bigint, -- where its money stands in the chart
  PRIMARY KEY (client_account_id, dimension_value_id),
  FOREIGN KEY (client_account_id, dimension_value_id) REFERENCES dimension_value ON DELETE CASCADE,
  FOREIGN KEY (client_account_id, account_id) REFERENCES account
);

-- What a line on the account must be about before an entry is taken in.
CREATE TABLE account_dimension (
  client_account_id bigint NOT NULL,
  account_id        bigint NOT NULL,
  type              text NOT NULL CHECK (type IN ('businesspartner', 'bankacc', 'project', 'department', 'asset', 'tag', 'item')),
  PRIMARY KEY (client_account_id, account_id, type),
  FOREIGN KEY (client_account_id, account_id) REFERENCES account
);

-- What is sold from the unit, and its fees, are booked on.
ALTER TABLE sales_unit
  ADD COLUMN department_id bigint,
  ADD COLUMN project_id    bigint,
  ADD FOREIGN KEY (client_account_id, department_id) REFERENCES dimension_value,
  ADD FOREIGN KEY (client_account_id, project_id) REFERENCES dimension_value;
CREATE INDEX sales_unit_department ON sales_unit (client_account_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX sales_unit_project ON sales_unit (client_account_id, project_id) WHERE project_id IS NOT NULL;

-- One invoice of a partner is one document: booked twice it would be paid twice.
ALTER TABLE document
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD FOREIGN KEY (client_account_id, business_partner_id) REFERENCES dimension_value;
CREATE UNIQUE INDEX document_once
  ON document (client_account_id, document_type, (coalesce(business_partner_id, 0)), document_number);
CREATE INDEX document_partner ON document (client_account_id, business_partner_id) WHERE business_partner_id IS NOT NULL;
CREATE INDEX journal_entry_document ON journal_entry (client_account_id, document_id) WHERE document_id IS NOT NULL;

-- Keys stand in the hashes of posted lines: of a value that a line is about, the key stays.
CREATE FUNCTION dimension_value_key_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT
               FROM dimension_set_member
              WHERE client_account_id = OLD.client_account_id AND dimension_value_id = OLD.dimension_value_id) THEN
    RAISE EXCEPTION 'Lines of client % are about % %, so its key stays', OLD.client_account_id, OLD.type, OLD.key
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER dimension_value_key_stays BEFORE UPDATE OF type, key ON dimension_value
  FOR EACH ROW WHEN (OLD.type <> NEW.type OR OLD.key <> NEW.key) EXECUTE FUNCTION dimension_value_key_stays();

-- What documents a posted entry neither changes nor goes; it can only be put away.
CREATE FUNCTION document_of_entry_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'active' = to_jsonb(OLD) - 'active' THEN
      RETURN NEW;
    END IF;
  END IF;
  IF EXISTS (SELECT
               FROM journal_entry
              WHERE client_account_id = OLD.client_account_id AND document_id = OLD.document_id) THEN
    RAISE EXCEPTION 'A posted entry of client % is documented by %, which stays', OLD.client_account_id, OLD.document_number
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER document_of_entry_stays BEFORE UPDATE OR DELETE ON document
  FOR EACH ROW EXECUTE FUNCTION document_of_entry_stays();

DO $$
DECLARE
  client_table text;
  clients text := CASE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = 'citus')
    THEN 'string_to_array(current_setting(''avstemt.clients'', true), '','')::bigint[]'
    ELSE '(SELECT string_to_array(current_setting(''avstemt.clients'', true), '','')::bigint[])::bigint[]' END;
BEGIN
  FOREACH client_table IN ARRAY ARRAY['business_partner', 'bank_account', 'account_dimension']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', client_table);
    EXECUTE format('CREATE POLICY own_clients ON %I USING (client_account_id = ANY (%s))', client_table, clients);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON business_partner, bank_account TO ${app_role};
GRANT SELECT, INSERT, DELETE ON account_dimension TO ${app_role};
GRANT UPDATE, DELETE ON document TO ${app_role};
GRANT DELETE ON dimension_value TO ${app_role};
