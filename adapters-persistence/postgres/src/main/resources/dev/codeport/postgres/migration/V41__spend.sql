-- What an account paid, by the day on which the first SMS came.
CREATE INDEX orders_paid ON orders (account_id, first_sms_at) WHERE first_sms_at IS NOT NULL;
