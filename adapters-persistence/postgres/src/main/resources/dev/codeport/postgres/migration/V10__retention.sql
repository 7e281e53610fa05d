-- What is still to be erased, or to be forgotten, the oldest first.
CREATE INDEX orders_to_erase ON orders (closed_at)
  WHERE closed_at IS NOT NULL AND phone IS NOT NULL;
CREATE INDEX messages_to_erase ON messages (received_at) WHERE key <> '';
CREATE INDEX claims_to_forget ON claims (taken_at);
