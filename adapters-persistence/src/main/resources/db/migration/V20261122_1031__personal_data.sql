-- Personal data of payments is asked of Vipps, and kept, only for the client accounts that stand here: why, and how many
-- days after the payment it is deleted.

CREATE TABLE personal_data_choice (
  client_account_id bigint PRIMARY KEY,
  reason            text NOT NULL CHECK (reason <> ''),
  kept_days         int NOT NULL CHECK (kept_days > 0),
  chosen_at         timestamptz NOT NULL
);

CALL protect_client_table('personal_data_choice');
GRANT SELECT, INSERT, UPDATE, DELETE ON personal_data_choice TO ${app_role};
