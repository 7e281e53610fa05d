-- What happened to one order, in the account's numbering.
CREATE INDEX events_of_order ON events (account_id, order_id, number);
