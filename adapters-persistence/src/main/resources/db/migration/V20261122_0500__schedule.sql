-- What the program does by itself, and when next: the table of db-scheduler, as its version 16 wants it.

CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);

-- What is drawn once for an installation. One row.
CREATE TABLE installation (
  only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  fetch_minute int NOT NULL CHECK (fetch_minute BETWEEN 11 AND 59)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO ${app_role};
GRANT SELECT, INSERT, UPDATE ON installation TO ${app_role};
