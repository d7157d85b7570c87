-- A document's partner is in the hash of the entries it documents, so the partner's number stays too.

CREATE OR REPLACE FUNCTION dimension_value_key_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT
               FROM dimension_set_member
              WHERE client_account_id = OLD.client_account_id AND dimension_value_id = OLD.dimension_value_id)
     OR EXISTS (SELECT
                  FROM document
                 WHERE client_account_id = OLD.client_account_id AND business_partner_id = OLD.dimension_value_id) THEN
    RAISE EXCEPTION 'Lines or documents of client % are about % %, so its key stays',
      OLD.client_account_id, OLD.type, OLD.key USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
