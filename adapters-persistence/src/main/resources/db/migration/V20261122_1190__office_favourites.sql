-- Pages about several client accounts that a person comes back to: of each user, and nobody else's. The address names
-- client accounts as any address does; whether the user may see them is asked when the page is opened.

CREATE TABLE office_favourite (
  user_id bigint NOT NULL REFERENCES app_user,
  name    text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  address text NOT NULL CHECK (address LIKE '/%' AND address NOT LIKE '//%' AND length(address) <= 8000),
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON office_favourite TO ${app_role};
