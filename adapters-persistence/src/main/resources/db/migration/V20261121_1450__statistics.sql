-- After a first import the planner knows nothing of the tables until autovacuum comes by; until then a page can cost
-- seconds. ANALYZE is the owner's right, so the program's role gets it through a function, and nothing else with it.

CREATE FUNCTION refresh_statistics() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_try_advisory_xact_lock(hashtext('avstemt.refresh_statistics')) THEN
    ANALYZE settlement_entry, sale, sale_line, journal_entry, journal_line, settlement_link, sale_link, voucher,
      balance_day, balance_month, balance_set_day, balance_set_month, dimension_set, dimension_set_member, dimension_value;
  END IF;
END $$;

REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO ${app_role};
