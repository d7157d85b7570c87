-- Month counters of each dimension value, so that a report told apart by a type of dimension costs accounts, values and
-- months, and not every combination with the values of other types. A line counts once for each type that it has a value
-- of; lines without one are what the account has beside these. Days have none: they would be as many as the lines of a
-- small client account, and a report reads few days.

CREATE TABLE balance_value_month (
  client_account_id  bigint NOT NULL,
  account_id         bigint NOT NULL,
  type               text COLLATE "C" NOT NULL,
  month              date NOT NULL CHECK (extract(day FROM month) = 1),
  dimension_value_id bigint NOT NULL,
  debit              bigint NOT NULL,
  credit             bigint NOT NULL,
  lines              bigint NOT NULL,
  PRIMARY KEY (client_account_id, account_id, type, month, dimension_value_id)
) WITH (fillfactor = 70);

INSERT INTO balance_value_month (client_account_id, account_id, type, month, dimension_value_id, debit, credit, lines)
SELECT b.client_account_id, b.account_id, m.type, b.month, m.dimension_value_id, sum(b.debit), sum(b.credit), sum(b.lines)
  FROM balance_set_month b
  JOIN dimension_set_member m USING (client_account_id, dimension_set_id)
 GROUP BY 1, 2, 3, 4, 5
 ORDER BY 1, 2, 3, 4, 5;

CALL protect_client_table('balance_value_month');
GRANT SELECT, INSERT, UPDATE ON balance_value_month TO ${app_role};

-- As it was, with this one.
CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET default_statistics_target = 30 AS $$
DECLARE
  grown text;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('avstemt.refresh_statistics')) THEN
    RETURN;
  END IF;
  SELECT string_agg(format('public.%I', c.relname), ', ')
    INTO grown
    FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace
     AND c.relname = ANY (ARRAY[
       'settlement_entry', 'sale', 'sale_line', 'journal_entry', 'journal_line', 'settlement_link', 'sale_link', 'voucher',
       'balance_day', 'balance_month', 'balance_set_day', 'balance_set_month', 'balance_value_month', 'dimension_set',
        'dimension_set_member', 'dimension_value'])
     AND (c.reltuples < 0
          OR pg_relation_size(c.oid) > 2 * c.relpages::bigint * current_setting('block_size')::bigint);
  IF grown IS NOT NULL THEN
    EXECUTE 'ANALYZE ' || grown;
  END IF;
END $$;
