-- A merchant that hosts the program itself has keys of its own sales unit, with a subscription key beside them.

ALTER TABLE vipps_connection
  ADD COLUMN subscription_key       text CHECK (subscription_key LIKE '1.%'), -- encrypted as client_secret is
  ADD COLUMN merchant_serial_number text CHECK (merchant_serial_number ~ '^[0-9]{4,10}$'),
  ADD CHECK (merchant_serial_number IS NULL OR subscription_key IS NOT NULL);

GRANT DELETE ON vipps_connection TO ${app_role};
