-- Months that are held or closed, and the lock that no path into the journal gets round.

-- A month that nothing is said of is open, unless a later one is closed. One that was opened again keeps its row, with how
-- far the journal had come when it was closed: what moved since then is what comes after.
CREATE TABLE period (
  client_account_id bigint NOT NULL,
  month             date NOT NULL CHECK (extract(day FROM month) = 1),
  state             text NOT NULL CHECK (state IN ('OPEN', 'HELD', 'CLOSED')),
  changed_at        timestamptz NOT NULL,
  changed_by        text NOT NULL CHECK (changed_by <> ''),
  changed_by_user   bigint,
  reason            text CHECK (reason <> ''),
  closed_at         timestamptz,
  closed_position   bigint CHECK (closed_position >= 0),
  PRIMARY KEY (client_account_id, month),
  CHECK (state <> 'CLOSED' OR closed_position IS NOT NULL),
  CHECK ((closed_at IS NULL) = (closed_position IS NULL))
);

CALL protect_client_table('period');
GRANT SELECT, INSERT, UPDATE ON period TO ${app_role};

CREATE FUNCTION month_state(client bigint, day date) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
           (SELECT p.state
              FROM period p
             WHERE p.client_account_id = client AND p.month = day - (extract(day FROM day)::int - 1)),
           CASE WHEN EXISTS (SELECT
                               FROM period p
                              WHERE p.client_account_id = client AND p.state = 'CLOSED' AND p.month > day)
                THEN 'CLOSED' ELSE 'OPEN' END)
$$;
REVOKE ALL ON FUNCTION month_state(bigint, date) FROM PUBLIC;

CREATE FUNCTION refuse_month(client bigint, day date, state text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Month % of client % is %', to_char(day, 'YYYY-MM'), client, lower(state)
    USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_month_open';
END $$;
REVOKE ALL ON FUNCTION refuse_month(bigint, date, text) FROM PUBLIC;

-- The head is locked here too, so that who writes past the program cannot slip in beside a closing either; posting holds it
-- already. Of a client without a held or closed month nothing else is looked at.
CREATE FUNCTION journal_entry_open_months() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  span record;
  posted record;
BEGIN
  SELECT min(client_account_id) AS lowest, max(client_account_id) AS highest INTO span FROM written;
  PERFORM FROM journal_head h
    WHERE h.client_account_id BETWEEN span.lowest AND span.highest
      AND (span.lowest = span.highest OR h.client_account_id IN (SELECT client_account_id FROM written))
    ORDER BY h.client_account_id FOR UPDATE;
  IF EXISTS (SELECT
               FROM period p
              WHERE p.client_account_id BETWEEN span.lowest AND span.highest AND p.state <> 'OPEN') THEN
    FOR posted IN
      SELECT client_account_id AS client, posting_date AS day, bool_or(held_reason IS NULL) AS unexplained,
             month_state(client_account_id, posting_date) AS state
        FROM written
       GROUP BY client_account_id, posting_date
    LOOP
      IF posted.state = 'CLOSED' OR posted.unexplained AND posted.state = 'HELD' THEN
        PERFORM refuse_month(posted.client, posted.day, posted.state);
      END IF;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

-- Lines have the date of their entry; whoever writes another one must not land in a closed month by it.
CREATE FUNCTION journal_line_open_months() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  span record;
  posted record;
BEGIN
  SELECT min(client_account_id) AS lowest, max(client_account_id) AS highest, min(posting_date) AS first
    INTO span
    FROM written;
  IF EXISTS (SELECT
               FROM period p
              WHERE p.client_account_id BETWEEN span.lowest AND span.highest
                AND p.state = 'CLOSED' AND p.month + 31 > span.first) THEN
    FOR posted IN
      SELECT DISTINCT client_account_id AS client, posting_date AS day FROM written
    LOOP
      IF month_state(posted.client, posted.day) = 'CLOSED' THEN
        PERFORM refuse_month(posted.client, posted.day, 'CLOSED');
      END IF;
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

-- On a distributed table a trigger cannot join its transition table with another: there each row is looked at.
CREATE FUNCTION journal_row_open_month() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  state text := month_state(NEW.client_account_id, NEW.posting_date);
BEGIN
  IF state = 'CLOSED' OR state = 'HELD' AND to_jsonb(NEW) ? 'held_reason' AND to_jsonb(NEW) ->> 'held_reason' IS NULL THEN
    PERFORM refuse_month(NEW.client_account_id, NEW.posting_date, state);
  END IF;
  RETURN NULL;
END $$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    CREATE TRIGGER journal_entry_open_months AFTER INSERT ON journal_entry
      FOR EACH ROW EXECUTE FUNCTION journal_row_open_month();
    CREATE TRIGGER journal_line_open_months AFTER INSERT ON journal_line
      FOR EACH ROW EXECUTE FUNCTION journal_row_open_month();
  ELSE
    CREATE TRIGGER journal_entry_open_months AFTER INSERT ON journal_entry
      REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_open_months();
    CREATE TRIGGER journal_line_open_months AFTER INSERT ON journal_line
      REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION journal_line_open_months();
  END IF;
END $$;

-- Lines that a closed month moved: few, and asked for by both of their dates.
CREATE INDEX journal_line_moved ON journal_line (client_account_id, ledger_date)
  WHERE ledger_date <> posting_date;
